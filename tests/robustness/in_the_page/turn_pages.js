// Every table with more than one row shows one row at a time, with numbers to turn to the others; a calendar is none.
function turn(table, number) {
  var rows = [...table.tBodies[0].rows];
  rows.forEach(function (row, place) { row.style.display = place === number ? "" : "none"; });
  var pager = table.nextElementSibling;
  pager.replaceChildren(...rows.map(function (_row, place) {
    var link = document.createElement(place === number ? "b" : "a");
    link.textContent = String(place + 1);
    if (place !== number) { link.href = "javascript:void(0)"; link.onclick = function () { turn(table, place); }; }
    return link;
  }));
}
function look() {
  document.querySelectorAll("table:not([data-paged], .ui-datepicker-calendar)").forEach(function (table) {
    table.dataset.paged = "1";
    if (table.dataset.rows || !table.tBodies[0] || table.tBodies[0].rows.length < 2) return;
    var pager = document.createElement("div");
    pager.className = "pager";
    table.after(pager);
    turn(table, 0);
  });
}
look();
new MutationObserver(look).observe(document, {subtree: true, childList: true});
