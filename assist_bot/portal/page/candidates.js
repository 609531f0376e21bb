// What could have been meant, when nothing or too much was found: every control or text of the kind that was looked for,
// with its names and with what speaks against it. Only looks.

const MOST = 300;
const KINDS = {
  button: BUTTONS,
  field: CONTROLS,
  tick: "input[type=checkbox], [role=checkbox], [role=switch]",
  radio: "input[type=radio], [role=radio]",
  file: "input[type=file]",
  section: HEADINGS + ", div, p, span, b, strong, a",
  column: "th, [role=columnheader], thead td, tr:first-child td",
  text: "body *",
};
const OWN = "script, style, noscript, template, .select2-search, .select2-dropdown, .ui-datepicker";
const ofKind = (kind) => [...document.querySelectorAll(KINDS[kind])].filter((element) => !element.closest(OWN) && {
  button: () => isButton(element),
  field: () => !BUTTON_TYPES.concat("radio", "checkbox", "file").includes(element.type),
  section: () => says(element) && !element.closest("td, select") && (!element.matches("a, span") || !isButton(element)),
  column: () => says(element),
  text: () => says(element) && !element.closest("option"),
}[kind]?.() !== false);
const says = (element) => {
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return own && (element.textContent || "").trim().length < 200;
};

// The text that a person reads just before a control, or beside a tick.
const readBefore = (element, written = fold) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  for (let node = walker.previousNode(), steps = 0; node && steps < 20; node = walker.previousNode(), steps++)
    if (/\p{L}.*\p{L}/u.test(node.data) && !node.parentElement.closest("option, script, style, button") && visible(node.parentElement)) return written(node.data.trim());
  return "";
};
const readBeside = (element) => {
  for (let node = element, steps = 0; node && steps < 3; node = node.parentElement, steps++)
    if (fold(node.parentElement?.innerText)) return fold(node.parentElement.innerText).slice(0, 100);
  return "";
};
const heardAs = (element, kind) => {
  const names = namesOf(element);
  if (["section", "column", "text"].includes(kind)) return [fold(element.textContent).slice(0, 200)];
  if (kind === "field" && !names.length) names.push(readBefore(element));
  if (kind === "tick" || kind === "radio") names.push(readBeside(element));
  return [...new Set(names.filter(Boolean))];
};

// The same as a person reads it, with its capitals.
const readAs = (element, names) => {
  const text = element.value && isButton(element) ? element.value : (element.innerText || "").trim().replace(/\s+/g, " ");
  return names.includes(fold(text)) ? text : names[0] || "";
};

// As far as the page has the sections, rows and columns in which was looked; the first that it has not is named.
const reach = (scope) => {
  for (let length = scope.length; length >= 0; length--)
    try { return {region: resolve(scope.slice(0, length)), lost: scope[length] || null}; } catch (error) { if (!(error instanceof Nowhere)) throw error; }
};
const against = (element, {region, exact}) => [
  ...(visible(element) || [...(element.labels || [])].some(visible) ? [] : ["invisible"]),
  ...(element.disabled || element.getAttribute("aria-disabled") === "true" ? ["switched off"] : []),
  ...(region.page || inside(region, element) ? [] : ["in another part of the page"]),
  ...(exact && visible(element) && !reachable(element) ? ["covered by something else"] : []),
];
const placeOf = (element) => {
  const before = [...document.querySelectorAll(HEADINGS)].filter((head) => visible(head)
    && head.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  return {section: before ? before.innerText.trim().slice(0, 100) : "", in_a_row: Boolean(element.closest("td, [role=cell], [role=gridcell]"))};
};
const candidatesFor = ({kind, names, scope}) => {
  const {region, lost} = reach(scope);
  const sought = lost ? {section: "section", column: "column"}[lost.kind] || "" : kind;
  const wanted = lost ? lost.names || [] : names;
  const listed = (sought ? ofKind(sought) : []).slice(0, MOST).map((element) => {
    const heard = heardAs(element, sought);
    return {what: (element.getAttribute("role") || element.localName) + (element.type ? ` ${element.type}` : ""), names: heard, read: readAs(element, heard), ...placeOf(element),
      against: against(element, {region: lost ? {page: true} : region, exact: heard.some((name) => wanted.includes(name))})};
  });
  return {lost: lost ? {kind: lost.kind, word: lost.word} : null, wanted, listed, language: document.documentElement.lang || "", title: document.title};
};
