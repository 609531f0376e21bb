// select2 boxes lose what refers to other elements.
setInterval(function () {
  document.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-container").forEach(function (part) {
    ["aria-labelledby", "aria-haspopup", "title", "dir", "aria-controls", "id"].forEach(function (name) { part.removeAttribute(name); });
  });
}, 100);
