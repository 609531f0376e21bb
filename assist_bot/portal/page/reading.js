// What the page says: titles, messages, values, and what is new since the last press of a button.

// What each element says itself, read once for all the words that one look at the page asks for.
let sayings = null;
const said = () => sayings ||= [...document.body.querySelectorAll("*")].flatMap((element) => {
  if (element.closest("script, style, option, noscript")) return [];
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = [own || isButton(element) || inPieces(element) ? fold(sentence(element)) : "", ...(element.matches(CONTROLS) ? [fold(element.placeholder)] : [])];
  if (element.matches("input[type=submit], input[type=button]")) texts.push(fold(element.value));
  const told = texts.filter(Boolean);
  return told.length ? [{element, texts: told}] : [];
});
// Without what a list in it offers.
const sentence = (element) => element.querySelector("select") ? textsOf(element).map((node) => node.data).join(" ") : ownText(element);
// A line of text whose words stand in elements of their own.
const inPieces = (element) => element.childElementCount > 1 && [...element.children].every((part) =>
  part.matches(`${TICKS}, ${RADIOS}`) || (flowing(part) || !/\s/.test(part.textContent.trim())) && !isButton(part) && !part.matches(CONTROLS));
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

// What an element says, with those beside it when the words of one value stand in elements of their own.
const allPieces = (element, label) => {
  while (flowing(element) && element.parentElement.childNodes.length === 1 && !element.parentElement.contains(label)) element = element.parentElement;
  let text = element.innerText;
  for (let next = element.nextSibling; next && flowing(element); next = next.nextSibling) {
    if (next.nodeType === Node.TEXT_NODE ? next.data.trim() : !flowing(next) || next.matches(`br, ${BUTTONS}, ${CONTROLS}`)) break;
    text += next.textContent.replace(/\s+/g, " ");
  }
  return text;
};

// The value that stands with a label: in its control, in the text after it, or in the same text behind a colon.
// `like` says how such a value looks: of several the one that does is meant, and in one line with its label it is known by that.
const readBeside = (query) => {
  let region;
  try { region = resolve(query.scope); } catch (error) { if (error instanceof Nowhere) return null; throw error; }
  const boxesFound = fields(region, query.names, false);
  if (boxesFound.length === 1) return {value: valueOf(boxesFound[0].element)};
  if (boxesFound.length > 1) return {state: "several"};
  const values = new Set(), all = labelsIn(region, query.names);
  const main = all.filter((label) => !holderOf(label).closest(BESIDE_THE_PAGE)), labels = main.length ? main : all;
  for (const label of labels) {
    const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
    walker.currentNode = label;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (label.contains(node) || /^[\s*:]*$/.test(node.data) || !visible(node.parentElement)) continue;
      const holder = node.parentElement, said = (holder.contains(label) ? node.data : allPieces(holder, label)).trim();
      values.add(/^[-\u2013\u2014]$/.test(said) ? "" : said.replace(/^:\s*/, ""));
      break;
    }
  }
  for (const element of everything(region, "*").filter((each) => !labels.some((label) => each.contains(label)))) {
    const text = visible(element) ? ownText(element).trim() : "";
    const name = text && text.length < 300 && query.names.find((each) => fold(text).startsWith(each + ":") || fold(text).startsWith(each + " :"));
    if (name && ![...element.children].some((child) => fold(ownText(child)).startsWith(name + ":"))) values.add(text.slice(text.indexOf(":") + 1).trim());
  }
  const like = query.like && new RegExp(`^(?:${query.like})$`, "iu"), right = [...values].filter((value) => like && like.test(value));
  if (like && !values.size) right.push(...new Set(inLine(region, query.names, like)));
  const explained = [...values].every((value) => right.includes(value) || !/\d/.test(value));  // with a figure in it, it may be the one
  if (values.size !== 1 && right.length === 1 && explained) return {value: right[0]};
  if (query.patient && (like && values.size === 1 && !right.length || all.length && !main.length)) return null;  // what is meant may still come
  return values.size === 1 ? {value: [...values][0]} : values.size || right.length ? {state: "several"} : null;
};

// Where a page explains itself, or ends.
const BESIDE_THE_PAGE = "aside, [role=complementary], footer, [role=contentinfo]";
// In a text that begins with the label, and has nothing but its value after that: in its line, in the next one, or in all of it.
const inLine = (region, names, like) => {
  const read = (text) => { const name = names.find((each) => fold(text).startsWith(each + " ")); return name ? text.slice(text.length - (fold(text).length - name.length)).trim() : ""; };
  const all = everything(region, "*").filter(visible).map((element) => ({element, text: ownText(element).trim()})).filter(({text}) => text && text.length < 400);
  const found = (values) => {
    const hits = all.map(({element, text}) => ({element, values: values(text).filter((value) => value && like.test(value))})).filter(({values}) => values.length);
    return hits.filter(({element}) => !hits.some((other) => other.element !== element && element.contains(other.element))).flatMap((hit) => hit.values);
  };
  const lined = found((text) => { const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    return lines.map((line, index) => names.includes(fold(line)) ? lines[index + 1] : read(line)); });
  return lined.length ? lined : found((text) => [read(text.replace(/\s+/g, " "))]);
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
