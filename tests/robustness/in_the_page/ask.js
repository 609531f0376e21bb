// Nothing is sent while the field that is needed is empty.
document.addEventListener("click", function (event) {
  var button = event.target.closest(".submits, .saves-draft, .save-employee, .add-document"), box = document.querySelector(".needed input");
  if (!button || !box || box.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.querySelector(".needed .field-error").textContent = "This field cannot be blank.";
}, true);
