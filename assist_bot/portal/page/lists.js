// The list that a drop-down has opened: a select2 one, or the one that an open combobox says is its own.

const openLists = () => {
  const select2 = [...document.querySelectorAll(".select2-container--open .select2-results")];
  if (select2.length) return select2;
  const open = [...document.querySelectorAll("[role=combobox][aria-expanded=true]")].filter(visible);
  return open.flatMap((box) => `${box.getAttribute("aria-owns") || ""} ${box.getAttribute("aria-controls") || ""}`.split(/\s+/))
    .map((id) => id && document.getElementById(id)).filter((list, index, all) => list && all.indexOf(list) === index);
};
const openList = (query) => {
  const all = openLists().flatMap((list) => [...list.querySelectorAll("[role=option], [role=treeitem]")]).filter(visible);
  const options = all.filter((option) => option.getAttribute("aria-disabled") !== "true" && !option.matches(".select2-results__message, .loading-results"));
  const hits = options.filter((option) => query.names.includes(fold(option.innerText)));
  if (hits.length === 1) return {state: "found", elements: hits};
  const search = [...document.querySelectorAll(".select2-container--open .select2-search__field")].filter(visible).slice(0, 1);
  // A list that only asks for something to be typed has nothing more to come.
  const asks = document.querySelector(".select2-container--open .select2-results__message") && search.length && !search[0].value;
  return query.patient && !asks ? null : {state: "missing", elements: search, offered: options.map((option) => option.innerText.trim())};
};
