// From words to exactly one control.

// Text that could be the label of something: two letters or more, outside controls and buttons.
const labelLike = (node) => {
  const parent = node.parentElement;
  if (!parent || !/\p{L}.*\p{L}/u.test(fold(node.data)) || parent.closest("select, option, textarea, script, style, .select2-container")) return false;
  if (parent.closest("a, button") || !visible(parent)) return false;
  return true;
};

// One entry for each control that a person sees; a select2 box stands for the hidden select before it.
const boxes = (region) => everything(region, CONTROLS).flatMap((element) => {
  if (element.closest(".select2-search, .select2-dropdown, .ui-datepicker")) return [];
  if (BUTTON_TYPES.concat("radio", "checkbox", "file").includes(element.type)) return [];
  if (element.tagName === "SELECT" && !visible(element)) {
    const shown = element.nextElementSibling && element.nextElementSibling.querySelector("[role=combobox]");
    return shown && visible(shown) ? [{element: shown, hidden: element}] : [];
  }
  if (element.closest(".select2-container")) return [];
  return visible(element) ? [{element}] : [];
});
const boxNames = (box) => [...namesOf(box.element), ...(box.hidden ? namesOf(box.hidden) : [])];
const shut = (box) => {
  const held = box.hidden || box.element;
  return held.disabled || held.readOnly || held.getAttribute("aria-disabled") === "true";
};

// The controls that stand with a label: those after it, before the next text that could be a label, and near it.
const standingWith = (region, label, all) => {
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = label;
  const found = [];
  const bottom = label.getBoundingClientRect().bottom;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (label.contains(node) && node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType === Node.TEXT_NODE) { if (labelLike(node)) break; continue; }
    const box = all.find((each) => each.element === node);
    if (!box) continue;
    const place = node.getBoundingClientRect();
    if (place.top - bottom > 160 + 60 * found.length || place.bottom < label.getBoundingClientRect().top) break;
    found.push(box);
  }
  return found;
};

const fields = (region, names, lines) => {
  const all = boxes(region);
  const named = all.filter((box) => boxNames(box).some((name) => names.includes(name)));
  if (named.length && !lines) return named;
  const labels = textsEqual(names, region.root).filter((label) => inside(region, label) && !label.closest("a, button, .select2-container"));
  return labels.flatMap((label) => {
    const group = standingWith(region, label, all);
    const open = group.filter((box) => !shut(box));
    return open.length ? open : group;
  }).filter((box, index, every) => every.findIndex((other) => other.element === box.element) === index);
};

const cellField = (region) => boxes(region).filter((box) => !shut(box));

const buttons = (region, names, nameless) => {
  const all = everything(region, BUTTONS).filter((element) => isButton(element) && visible(element));
  let hits = all.filter((element) => namesOf(element).some((name) => names.includes(name)));
  if (!hits.length) hits = textsEqual(names, region.root).filter((element) => inside(region, element) && pointed(element));
  if (!hits.length && nameless && !region.page)
    hits = all.filter((element) => !namesOf(element).length && !element.closest(".select2-container, .ui-datepicker"));
  hits = hits.filter((element) => !hits.some((other) => other !== element && element.contains(other)));
  const address = (element) => element.tagName === "A" && /^https?:/.test(element.href) && !element.href.endsWith("#") && element.href;
  if (hits.length > 1 && hits.every((element) => address(element) && address(element) === address(hits[0]))) hits = hits.slice(0, 1);
  return hits.map((element) => ({element, hidden: null}));
};

// A tick box or radio is named by the text on either side of it.
const sideText = (element) => fold(plainSideText(element));
const plainSideText = (element) => {
  for (let block = element.parentElement, steps = 0; block && steps < 4; block = block.parentElement, steps++) {
    if (block.querySelectorAll(`input[type=${element.type}]`).length > 1) break;
    if (fold(block.innerText)) return block.innerText.trim();
  }
  for (let next = element.nextSibling; next; next = next.nextSibling)
    if (fold(next.textContent)) return next.textContent.trim();
  return "";
};
const markNames = (element) => [...namesOf(element), sideText(element)];
const marks = (region, type, names) => everything(region, `input[type=${type}], [role=${type}]`)
  .filter((element) => visible(element) || [...(element.labels || [])].some(visible))
  .filter((element) => markNames(element).some((name) => names.includes(name)));
const ticks = (region, names) => {
  const named = marks(region, "checkbox", names);
  const standing = region.row || region.cell ? everything(region, "input[type=checkbox], [role=checkbox]").filter(visible) : [];
  return (named.length ? named : standing).map((element) => ({element}));
};
const radios = (region, names, options) => marks(region, "radio", options).filter((element) => {
  const group = everything(region, "input[type=radio], [role=radio]").filter((each) => each.name === element.name);
  const own = group.flatMap(markNames);
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
  walker.currentNode = group[0];
  for (let node = walker.previousNode(); node; node = walker.previousNode())
    if (labelLike(node) && !own.includes(fold(node.data))) {
      const title = fold(node.parentElement.innerText);
      return names.some((name) => name === fold(node.data) || name === title);
    }
  return false;
}).map((element) => ({element}));

const fileBoxes = (region, names) => {
  const all = everything(region, "input[type=file]").filter((element) => visible(element) || visible(element.parentElement));
  const named = all.filter((element) => namesOf(element).some((name) => names.includes(name)));
  return (named.length ? named : all).map((element) => ({element}));
};

const candidates = (region, query) => {
  if (query.want === "button") return buttons(region, query.names, query.nameless);
  if (query.want === "tick") return ticks(region, query.names);
  if (query.want === "radio") return radios(region, query.names, query.options);
  if (query.want === "choice") {
    const lists = fields(region, query.names, false).filter((box) => box.hidden || box.element.matches("select, [role=combobox]"));
    return lists.length ? lists : query.options.length ? radios(region, query.names, query.options) : lists;
  }
  if (query.want === "file") return fileBoxes(region, query.names);
  if (region.cell && !fields(region, query.names, false).length) return cellField(region);
  return fields(region, query.names, query.want === "lines");
};

const find = (query) => {
  try {
    const region = resolve(query.scope);
    const all = candidates(region, query);
    const open = all.filter((box) => query.reading || !(box.element.disabled || box.element.getAttribute("aria-disabled") === "true"));
    const clear = query.reading ? open : open.filter((box) => reachable(box.element));
    const report = all.map((box) => describe(box.element) + (!open.includes(box) ? ": switched off" : !clear.includes(box) ? ": covered by something else" : ""));
    const state = !all.length ? "missing" : !open.length ? "disabled" : !clear.length ? "covered" : clear.length > 1 && query.want !== "lines" ? "several" : "found";
    return {state, report, what: "", elements: clear.map((box) => box.element), hidden: clear.map((box) => box.hidden || null)};
  } catch (error) {
    if (!(error instanceof Nowhere)) throw error;
    return {state: error.state, what: error.what, report: (error.elements || []).map(describe), elements: [], hidden: []};
  }
};
