// What a person sees: folded text, visibility, and whether a control can be reached with a pointer.

const CONTROLS = "input:not([type=hidden]), select, textarea, [contenteditable=true], [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]";
const BUTTONS = "button, a, summary, input[type=submit], input[type=button], input[type=image], input[type=reset], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [onclick]";
const BUTTON_TYPES = ["submit", "button", "image", "reset"];

// The same folding as words.fold: letter case, spaces, dashes, quotes, a trailing star or colon.
const fold = (text) => (text || "").normalize("NFKC")
  .replace(/[\u200b-\u200f\u2060\u2066-\u2069\ufeff\u00ad]/g, "")
  .replace(/\s*[\u2010-\u2015\u2212-]\s*/g, "-")
  .replace(/[\u2018\u2019\u02bc`]/g, "'").replace(/[\u201c\u201d]/g, '"')
  .replace(/\s+/g, " ").trim().replace(/(\s*[*:])+$/, "").replace(/^(\*\s*)+/, "").trim().toLowerCase();

const visible = (element) => {
  if (!element.isConnected || !element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true})) return false;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return false;
  const gone = scrolledAway(element, box);
  return box.right + gone.left > 0 && box.bottom + gone.top > 0;
};
// How far a person can scroll back to see it: in the page, and in the parts of it that scroll by themselves.
const scrolledAway = (element, box) => {
  let left = scrollX, top = scrollY;
  if (box.right > 0 && box.bottom > 0) return {left, top};
  for (let each = element.parentElement; each && each !== document.documentElement; each = each.parentElement) { left += each.scrollLeft; top += each.scrollTop; }
  return {left, top};
};

// What lies outside the frame of a part that is folded up or slid away is seen by nobody, and no person can scroll to it.
const clipped = (element) => {
  const box = element.type === "file" ? element.parentElement.getBoundingClientRect() : element.getBoundingClientRect();
  let position = getComputedStyle(element).position;
  for (let each = element.parentElement; each && each !== document.body && position !== "fixed"; each = each.parentElement) {
    const style = getComputedStyle(each), frame = each.getBoundingClientRect();
    if (position === "absolute" && style.position === "static") continue;
    if (/hidden|clip/.test(style.overflowX) && (frame.width <= 1 || box.right <= frame.left + 1 || box.left >= frame.right - 1)) return true;
    if (/hidden|clip/.test(style.overflowY) && (frame.height <= 1 || box.bottom <= frame.top + 1 || box.top >= frame.bottom - 1)) return true;
    position = style.position;
  }
  return false;
};

// A control is reachable when nothing lies over it: neither a dimming overlay nor the backdrop of a dialog.
const reachable = (element) => {
  const target = element.type === "file" && !visible(element) ? element.parentElement : element;
  let box = target.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
    target.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    box = target.getClientRects()[0] || target.getBoundingClientRect();
  } else box = target.getClientRects()[0] || box;
  if (topmost(element, target, box)) return true;
  // A bar along the edge of the window may lie over it: in the middle it may be free.
  target.scrollIntoView({block: "center", inline: "nearest", behavior: "instant"});
  return topmost(element, target, target.getClientRects()[0] || target.getBoundingClientRect());
};
const topmost = (element, target, box) => {
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!seen) return false;
  if (target.contains(seen) || seen.contains(target) && !covers(seen)) return true;
  return [...(element.labels || [])].some((label) => label.contains(seen));
};
const covers = (element) => getComputedStyle(element).position === "fixed" && !element.querySelector(CONTROLS);

const ownText = (element) => {
  if (element.matches("input, select, textarea, option, script, style")) return "";
  return element.innerText || "";
};

const isButton = (element) => element.matches(BUTTONS) && !(element.tagName === "INPUT" && !BUTTON_TYPES.includes(element.type));
const pointed = (element) => getComputedStyle(element).cursor === "pointer";

// The names by which a person or a screen reader knows an element: its labels, what is told aloud, hints, its text.
const labelsOf = (element) => [...(element.labels || [])].filter((label) => !element.closest(".select2-container")).map(labelText).filter(Boolean);
const heard = (element) => {
  const names = [element.getAttribute("aria-label")];
  for (const id of (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)) {
    const other = document.getElementById(id);
    if (other && !other.closest(".select2-container")) names.push(other.innerText);
  }
  return names.map(fold).filter(Boolean);
};
const namesOf = (element) => {
  const names = [...labelsOf(element), ...heard(element), element.title, element.placeholder, element.alt];
  if (isButton(element)) names.push(element.tagName === "INPUT" ? element.value : element.innerText);
  for (const image of isButton(element) ? element.querySelectorAll("img[alt], [title], [aria-label]") : [])
    names.push(image.alt, image.title, image.getAttribute("aria-label"));
  return names.map(fold).filter((name) => /[\p{L}\p{N}]/u.test(name));
};
// What a label says, without what is in controls, help beside it, or words for screen readers only.
const textsOf = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return [element];
  const nodes = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest("select, textarea, script, style, option, .select2-container") && visible(node.parentElement)) nodes.push(node);
  return nodes;
};
const HELP = "a, button, [role=button], [role=tooltip], sup, i";
const labelText = (label) => {
  const seen = textsOf(label), own = seen.filter((node) => { const help = node.parentElement.closest(HELP); return !help || help.contains(label); });
  const text = (own.length ? own : seen).map((node) => node.data).join("");
  return fold((seen.length ? text : label.textContent).replace(/\s*(\(\?\)|[?\u24d8\u2139\u{1f6c8}]\ufe0f?)\s*$/u, ""));
};

const describe = (element) => {
  const words = namesOf(element)[0] || fold(ownText(element)).slice(0, 60);
  return `${element.tagName.toLowerCase()}${element.type ? " " + element.type : ""} "${words}"`;
};

// Smallest visible elements whose whole text is one of the names; `label` says that help beside it does not count.
const textsEqual = (names, within, label = false) => {
  const found = [];
  for (const element of within.querySelectorAll("*")) {
    if (element.closest("option, script, style, .select2-results")) continue;
    const text = ownText(element);
    if (!text || text.length > 400) continue;
    const said = fold(text);
    if (!names.includes(said) && !(label && names.some((name) => said.includes(name)) && names.includes(labelText(element)))) continue;
    if (!visible(element) || clipped(element)) continue;
    const last = found[found.length - 1];
    if (last && last.contains(element)) found.pop();
    found.push(element);
  }
  return found;
};
