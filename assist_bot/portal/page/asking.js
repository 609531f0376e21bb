// What the portal asks for before it goes on: what only a person can answer, and what it requires and is empty.

// A picture puzzle or a code that was sent to the person. `typed` is what stands in its box, while the person is at it.
const wholeWords = (text, names) => names.some((name) => new RegExp(`(^|[^\\p{L}])${name}($|[^\\p{L}])`, "u").test(text));
const challenge = (each, query) => {
  if ([...document.querySelectorAll("[name$=-response]")].some((field) => field.value)) return null;
  const frame = [...document.querySelectorAll("iframe")].find((one) => visible(one) && !badge(one)
    && wholeWords(fold(one.title), each.names));
  if (frame) return {text: frame.title};
  for (const {element} of boxes({root: document.body}).filter((box) => !box.hidden && !shut(box) && box.element.matches("input"))) {
    const names = [...namesOf(element), fold(nearLabel(element))], typed = element.value.trim();
    if (names.some((name) => wholeWords(name, each.names)) && (query.watching || typed.length < 4))
      return {text: nearLabel(element) || names[0], typed};
  }
  return null;
};
// The sign in the corner that says that somebody watches, and asks for nothing.
const badge = (frame) => {
  for (let each = frame; each && each !== document.body; each = each.parentElement)
    if (getComputedStyle(each).position === "fixed" && frame.getBoundingClientRect().height < 90) return true;
  return false;
};

// What stands with a star and is empty, in the form in which a button is about to be pressed; told only when it stays so.
const required = (each, query) => {
  if (query.want !== "button") return null;
  const [button] = query.found, root = button.closest(`form, ${DIALOGS}`) || document.body, region = {root};
  const empty = [
    ...boxes(region).filter((box) => !shut(box) && blank(box.hidden || box.element, each.names)).map((box) => box.element),
    ...everything(region, "input[type=file]").filter((file) => visible(file) && !clipped(file) && !file.files.length),
    ...everything(region, "input[type=radio]").filter((one, index, all) => visible(one) && !clipped(one)
      && all.findIndex((other) => other.name === one.name) === index && !all.some((other) => other.name === one.name && other.checked)),
  ];
  for (const element of empty) {
    const label = starred(element);
    if (label && reachable(element)) return {text: label};
  }
  const tick = everything(region, "input[type=checkbox]").find((one) => visible(one) && !clipped(one) && !one.checked
    && (one.required || /^\s*\*|\*\s*$/.test(plainSideText(one))));
  return tick ? {text: plainSideText(tick).replaceAll("*", "").trim()} : null;
};
const blank = (held, invitations) => {
  if (held.matches("select")) return !held.value || invitations.includes(fold(valueOf(held)));
  return held.matches("input, textarea") && !held.value.trim();
};
// The label of a required control: the text before it, with a star in it, beside it or drawn after it.
const starred = (element) => {
  const held = element.labels && element.labels[0];
  const said = held ? textsOf(held).map((node) => node.data).join("") : "";
  if (held && (said.includes("*") || starAfter(held))) return plainLabel(said);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  let star = element.required || element.getAttribute("aria-required") === "true";
  for (let node = walker.previousNode(), steps = 0; node && steps < 80; node = walker.previousNode(), steps++) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (/^[\s:]*\*[\s:]*$/.test(node.data) && visible(node.parentElement)) star = true;
      if (!labelLike(node)) continue;
      star = star || /^\s*\*|\*[\s:]*$/.test(node.data) || starBefore(node) || starAfter(node.parentElement);
      return star ? plainLabel(node.data) : "";
    }
    const other = node.matches(CONTROLS) && visible(node) && !node.contains(element) && !node.closest(".select2-container")?.contains(element);
    if (other && !shut({element: node})) return star ? namesOf(element)[0] || element.name : "";
  }
  return star ? namesOf(element)[0] || element.name : "";
};
const plainLabel = (text) => text.replaceAll("*", "").replace(/[\s:]+$/, "").trim();
const starBefore = (node) => {
  const before = node.previousSibling || node.parentElement.previousSibling;
  return Boolean(before) && /^\s*\*\s*$/.test(before.textContent);
};
const starAfter = (label) => ["::after", "::before"].some((part) => getComputedStyle(label, part).content.includes("*"));

// Words that came after the last press and are red, or marked as an alert: what the portal complains about.
const complaint = (query) => {
  if (!query.fresh && !window.__seen) return null;
  const hit = said().find(({element, texts}) => /\p{L}.*\p{L}/u.test(texts[0]) && texts[0].length < 300 && !element.closest("a, button")
    && (element.closest("[role=alert], [aria-live=assertive]") || red(element)) && visible(element) && isNew(element));
  return hit ? {kind: "complaint", text: textOf(hit.element), label: nearLabel(hit.element)} : null;
};
const complained = (query) => {
  const found = complaint(query);
  return found && {state: "alarm", ...found};
};
const red = (element) => {
  const [strong, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) || []).map(Number);
  return strong >= 140 && strong - Math.max(green, blue) >= 60 && green <= 110;
};

const DETECTORS = {maintenance: noticePage, "no page": noticePage, denied: noticePage, verify: noticePage, notice, agreement, expiring, challenge, required};
