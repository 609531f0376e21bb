// Pages and forms are fetched, and shown in place of the page that is there.
var loaded = new Set([...document.scripts].map(function (script) { return script.src; }));
function isFile(address) { return /pdf$|pdf\?|uploaded\/|languageId/.test(address); }
function run(old) {
  var script = document.createElement("script");
  if (old.src && loaded.has(old.src)) return;
  loaded.add(old.src);
  if (old.src) script.src = old.src; else script.text = old.text;
  document.head.append(script);
}
function show(answer) {
  return answer.text().then(function (text) {
    var page = new DOMParser().parseFromString(text, "text/html"), wrapper = page.querySelector(".wrapper");
    document.title = page.title;
    document.body.className = page.body.className;
    document.querySelector(".wrapper").replaceWith(wrapper);
    document.querySelector("#modal-place").replaceChildren();
    history.pushState({}, "", answer.url);
    wrapper.querySelectorAll("script").forEach(run);
    window.portal.widgets(wrapper);
    $("#overlay").hide();
    window.scrollTo(0, 0);
  });
}
window.visit = function (address) { $("#overlay").show(); fetch(address).then(show); };
document.addEventListener("click", function (event) {
  var link = event.target.closest("a[href^='/']");
  if (!link || link.target || isFile(link.getAttribute("href"))) return;
  event.preventDefault();
  window.visit(link.getAttribute("href"));
});
$(document).on("submit", "form:not(.log-in-email):not(#to-bank)", function (event) {
  event.preventDefault();
  $("#overlay").show();
  fetch(this.action || location.href, { method: "POST", body: new URLSearchParams(new FormData(this)) }).then(show);
});
