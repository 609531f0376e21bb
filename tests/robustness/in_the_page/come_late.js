// Each section that is to come late shows after the time that is written on it.
function come(panel) { setTimeout(function () { panel.removeAttribute("data-late"); }, Number(panel.dataset.late)); }
function look() { document.querySelectorAll("[data-late]:not([data-seen])").forEach(function (panel) { panel.dataset.seen = "1"; come(panel); }); }
look();
setInterval(look, 50);
