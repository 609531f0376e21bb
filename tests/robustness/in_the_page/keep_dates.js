// A date box of the browser's own hands its date to the box that is sent, as dd/mm/yyyy.
document.addEventListener("input", function (event) {
  if (event.target.matches("[data-own]")) event.target.nextElementSibling.value = event.target.value.split("-").reverse().join("/");
});
