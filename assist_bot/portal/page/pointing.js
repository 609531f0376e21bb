// What a person pointed at: the control or heading that is meant, and the words by which they would call it.

const wordsOf = (element) => {
  const texts = [element.getAttribute("aria-label"), isButton(element) ? element.value || element.innerText : "",
    ...[...(element.labels || [])].map((label) => label.innerText), element.title, element.placeholder, element.alt,
    ...[...element.querySelectorAll("[title], [aria-label], img[alt]")].flatMap((part) => [part.getAttribute("aria-label"), part.title, part.alt])];
  return texts.map((text) => typeof text === "string" ? text.trim().replace(/\s+/g, " ") : "").find((text) => fold(text)) || "";
};
const meant = (element, kind) => {
  if (kind === "section") return element.closest(HEADINGS) || element;
  if (kind === "column") return element.closest(CELLS + ", [role=columnheader]") || element;
  if (kind === "button") return element.closest(BUTTONS) || element;
  const label = element.closest("label");
  return element.closest(`${CONTROLS}, input`) || label && label.control || element;
};
// The heading of the column in which an element stands, "" outside of a table.
const headingAbove = (element) => {
  const line = element.closest("tr, [role=row]"), table = element.closest("table, [role=table], [role=grid]");
  if (!line || !table) return "";
  const header = headersOf(table).find((each) => each.contains(element) || (cellBelow(line, each) || document.createElement("i")).contains(element));
  return header ? header.innerText.trim() : "";
};
const labelOf = (element, target) => {
  if (target === element && !element.matches(`${CONTROLS}, input`)) return element.innerText.trim();
  return wordsOf(target) || readBefore(target, (text) => text);
};
const pointedAt = (element, kind) => {
  const target = meant(element, kind);
  const name = kind === "section" ? target.innerText.trim() : kind === "column" ? headingAbove(target)
    : kind === "button" ? wordsOf(target) || (target.matches(BUTTONS) ? "" : target.innerText.trim()) : labelOf(element, target);
  return {name: name.replace(/\s*[*:]+$/, "").slice(0, 200), malay: /^(ms|bm)/i.test(document.documentElement.lang)};
};
const isMeant = (element, {found, kind}) => {
  const target = meant(element, kind);
  return found === target || found.contains(target) || target.contains(found);
};
