// What a dialog on a page of its own had to tell is told on the page that it leads back to.
var told = sessionStorage.getItem("told");
if (told) { sessionStorage.removeItem("told"); $(function () { window.portal.message(told, "alert-success"); }); }
