// The overlay lies over the page for half a second, again and again.
function dim() {
  document.querySelector("#overlay").style.display = "block";
  setTimeout(function () { if (!$.active && !$("#overlay").data("busy")) $("#overlay").hide(); }, 500);
}
dim();
setInterval(dim, 2500);
