// What a person sees: folded text, visibility, and whether a control can be reached with a pointer.

const CONTROLS = "input:not([type=hidden]), select, textarea, [contenteditable=true], [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]";
const BUTTONS = "button, a, summary, input[type=submit], input[type=button], input[type=image], input[type=reset], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [onclick]";
const BUTTON_TYPES = ["submit", "button", "image", "reset"];

// The same folding as words.fold: letter case, spaces, dashes, quotes, a trailing star or colon.
const fold = (text) => (text || "").normalize("NFKC")
  .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
  .replace(/\s*[\u2010-\u2015\u2212-]\s*/g, "-")
  .replace(/[\u2018\u2019\u02bc`]/g, "'").replace(/[\u201c\u201d]/g, '"')
  .replace(/\s+/g, " ").trim().replace(/(\s*[*:])+$/, "").replace(/^(\*\s*)+/, "").trim().toLowerCase();

const visible = (element) => {
  if (!element.isConnected || !element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true})) return false;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return false;
  return box.right + scrollX > 0 && box.bottom + scrollY > 0;
};

// A control is reachable when nothing lies over it: neither a dimming overlay nor the backdrop of a dialog.
const reachable = (element) => {
  const target = element.type === "file" && !visible(element) ? element.parentElement : element;
  let box = target.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
    target.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
    box = target.getClientRects()[0] || target.getBoundingClientRect();
  } else box = target.getClientRects()[0] || box;
  const on_top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!on_top) return false;
  if (target.contains(on_top) || on_top.contains(target) && !covers(on_top)) return true;
  return [...(element.labels || [])].some((label) => label.contains(on_top));
};
const covers = (element) => getComputedStyle(element).position === "fixed" && !element.querySelector(CONTROLS);

const ownText = (element) => {
  if (element.matches("input, select, textarea, option, script, style")) return "";
  return element.innerText || "";
};

const isButton = (element) => element.matches(BUTTONS) && !(element.tagName === "INPUT" && !BUTTON_TYPES.includes(element.type));
const pointed = (element) => getComputedStyle(element).cursor === "pointer";

// The names by which a person or a screen reader knows an element.
const namesOf = (element) => {
  const names = [element.getAttribute("aria-label"), element.title, element.placeholder, element.alt];
  for (const id of (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)) {
    const other = document.getElementById(id);
    if (other && !other.closest(".select2-container")) names.push(other.innerText);
  }
  for (const label of element.labels || []) names.push(labelText(label));
  if (isButton(element)) names.push(element.tagName === "INPUT" ? element.value : element.innerText);
  for (const image of isButton(element) ? element.querySelectorAll("img[alt], [title], [aria-label]") : [])
    names.push(image.alt, image.title, image.getAttribute("aria-label"));
  return names.map(fold).filter(Boolean);
};
const labelText = (label) => {
  const copy = label.cloneNode(true);
  copy.querySelectorAll("select, textarea, script, style, .select2-container").forEach((part) => part.remove());
  return copy.textContent;
};

const describe = (element) => {
  const words = namesOf(element)[0] || fold(ownText(element)).slice(0, 60);
  return `${element.tagName.toLowerCase()}${element.type ? " " + element.type : ""} "${words}"`;
};

// Smallest visible elements whose whole text is one of the names.
const textsEqual = (names, within) => {
  const found = [];
  for (const element of within.querySelectorAll("*")) {
    if (element.closest("option, script, style, .select2-results")) continue;
    const text = ownText(element);
    if (!text || text.length > 400 || !names.includes(fold(text)) || !visible(element)) continue;
    const last = found[found.length - 1];
    if (last && last.contains(element)) found.pop();
    found.push(element);
  }
  return found;
};
