// What the page says: titles, messages, values, and what is new since the last press of a button.

// What each element says itself, read once for all the words that one look at the page asks for.
let sayings = null;
const said = () => sayings ||= [...document.body.querySelectorAll("*")].flatMap((element) => {
  if (element.closest("script, style, option, noscript")) return [];
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = [own || isButton(element) ? fold(ownText(element)) : "", ...(element.matches(CONTROLS) ? [fold(element.placeholder)] : [])];
  if (element.matches("input[type=submit], input[type=button]")) texts.push(fold(element.value));
  const told = texts.filter(Boolean);
  return told.length ? [{element, texts: told}] : [];
});
const shown = (names, whole) => said().flatMap(({element, texts}) => {
  const name = names.find((each) => texts.some((text) => whole ? text === each : text.includes(each)));
  return name !== undefined && visible(element) ? [{element, name}] : [];
});

// Everything that says the words now is remembered, so that a later look can tell what is new.
const remember = () => {
  const memory = window.__seen = {lines: new Set(linesOf()), changed: new WeakSet(), around: new WeakSet(), began: true};
  const change = (node) => {
    memory.changed.add(node);
    for (let each = node.parentNode; each; each = each.parentNode) memory.around.add(each);
  };
  memory.watcher = new MutationObserver((records) => records.forEach((record) =>
    record.type === "childList" ? record.addedNodes.forEach(change) : change(record.target)));
  memory.watcher.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
};
const linesOf = () => document.body.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
// An element is new when something in it changed, or when it stands in something that did; not when its neighbour did.
const isNew = (element) => {
  const memory = window.__seen;
  if (!memory || memory.around.has(element)) return true;
  for (let each = element; each && each !== document.body && each !== document.documentElement; each = each.parentNode)
    if (memory.changed.has(each)) return true;
  return false;
};
const newLines = () => window.__seen ? linesOf().filter((line) => !window.__seen.lines.has(line)) : linesOf();

// The expected words that the page shows, the earlier asked for before the later ones.
// `fresh` leaves out what stood there before the last press.
const shows = (query) => {
  if (!document.body || document.readyState === "loading") return null;
  const hits = shown(query.names, query.whole).filter(({element}) => !query.fresh || isNew(element));
  hits.sort((one, other) => query.names.indexOf(one.name) - query.names.indexOf(other.name));
  return hits.length ? {state: "shown", name: hits[0].name} : null;
};

const valueOf = (element) => {
  if (element.matches("select")) return element.selectedOptions[0] ? element.selectedOptions[0].text.trim() : "";
  if (element.matches("input, textarea")) return element.value.trim();
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".select2-selection__clear").forEach((part) => part.remove());
  return copy.textContent.trim();
};

// The value that stands with a label: in its control, in the text after it, or in the same text behind a colon.
const readBeside = (query) => {
  let region;
  try { region = resolve(query.scope); } catch (error) { if (error instanceof Nowhere) return null; throw error; }
  const boxesFound = fields(region, query.names, false);
  if (boxesFound.length === 1) return {value: valueOf(boxesFound[0].element)};
  if (boxesFound.length > 1) return {state: "several"};
  const values = new Set();
  for (const label of labelsIn(region, query.names)) {
    const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
    walker.currentNode = label;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (label.contains(node) || /^[\s*:]*$/.test(node.data) || !visible(node.parentElement)) continue;
      const holder = node.parentElement, said = (holder.contains(label) ? node.data : holder.innerText).trim();
      values.add(/^[-\u2013\u2014]$/.test(said) ? "" : said.replace(/^:\s*/, ""));
      break;
    }
  }
  for (const element of everything(region, "*")) {
    const text = visible(element) ? ownText(element).trim() : "";
    const name = text && text.length < 300 && query.names.find((each) => fold(text).startsWith(each + ":") || fold(text).startsWith(each + " :"));
    if (name && ![...element.children].some((child) => fold(ownText(child)).startsWith(name + ":"))) values.add(text.slice(text.indexOf(":") + 1).trim());
  }
  return values.size === 1 ? {value: [...values][0]} : values.size ? {state: "several"} : null;
};

// The text of a region, as a person would copy it.
const regionText = (region) => {
  if (!region.after) return region.root.innerText.trim();
  const range = document.createRange();
  range.setStartAfter(region.after);
  if (region.before) range.setEndBefore(region.before); else range.setEnd(region.root, region.root.childNodes.length);
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (range.intersectsNode(node) && node.data.trim() && visible(node.parentElement) && !node.parentElement.closest("script, style, option")) lines.push(node.data.trim());
  return lines.join("\n");
};
