// What of a page is private: by the values that are known, and by the labels of those that are not.

const sign = /[\p{L}\p{N}]/u;
const endingOf = (text, kept) => {
  let at = text.length;
  while (kept > 0 && at > 0) if (sign.test(text[--at])) kept -= 1;
  return at;
};
const halfOf = (text) => Math.min(4, [...text].filter((letter) => sign.test(letter)).length >> 1);

// Labels: of a box everything by which it is called, also by those who wrote the page; else what is written before it.
const LABELS = "label, td, th, dt, legend, p, li, div, span";
const cut = (text) => (text || "").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[\s_.]+/g, " ").trim();
const saidBefore = (element) => {
  const walker = document.createTreeWalker(element.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    const holder = node.parentElement;
    if (!/\p{L}{2}/u.test(node.data) || !holder || holder.closest(`${UNSEEN}, a, button, small, [class*=help], [class*=hint]`) || /^\s*\(.*\)\s*$/s.test(node.data)) continue;
    const label = holder.closest(LABELS);
    return label && label.textContent.length <= 80 && !label.contains(element) ? label.textContent : node.data;
  }
  return "";
};
const headingsOf = (cell) => {
  const table = cell.closest("table, [role=table], [role=grid]"), place = cell.getBoundingClientRect();
  if (!table) return [];
  return [...table.querySelectorAll("th, [role=columnheader]")].filter((head) => {
    const own = head.getBoundingClientRect(), middle = own.left + own.width / 2;
    return own.bottom <= place.top + 2 && place.left <= middle && middle <= place.right;
  }).map((head) => head.textContent);
};
const CELL = "td, [role=cell], [role=gridcell]";
const callsOf = (box) => {
  const said = [box.getAttribute("aria-label"), box.title, box.placeholder, cut(box.id), cut(box.name)];
  said.push(...[...(box.labels || [])].map((label) => label.textContent));
  for (const id of (box.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)) said.push((document.getElementById(id) || box).textContent);
  const after = box.nextElementSibling, cell = box.closest(CELL);
  if (after && after.matches("label")) said.push(after.textContent);
  if (cell) said.push(...headingsOf(cell));
  return [...said, saidBefore(box)].filter((each) => each && each.trim() && each.length <= 120);
};

const privacy = ({fields}) => {
  const test = (pattern) => { const made = new RegExp(pattern, "i"); return (text) => made.test(text); };
  const secret = test(fields.whole), ofItsOwn = test(fields.ofItsOwn), number = test(fields.number), about = test(fields.about);
  const saysNumber = test(fields.saysNumber), readable = test(fields.readable);
  const kind = (label) => secret(label) && !ofItsOwn(label) ? "secret" : number(label) && (saysNumber(label) || !about(label)) ? "number" : "";
  return {kind, isNumber: (text) => /[0-9]/.test(text) && !readable(text)};
};
const kindOfBox = (box, {kind, isNumber}) => {
  if (box.type === "password" || /password|one-time-code/.test(box.autocomplete || "")) return "secret";
  const kinds = callsOf(box).map(kind), text = box.matches(BOXES) ? box.value : box.textContent;
  if (box.matches("select, [type=submit], [type=button], [type=file], [type=image], [type=reset]")) return kinds.includes("number") && isNumber(shownIn(box)) ? "number" : "";
  return kinds.includes("secret") ? "secret" : kinds.includes("number") && isNumber(text) ? "number" : "";
};

// Cells under a heading, and what is told of a label in a list of facts.
const told = ({kind, isNumber}) => {
  const found = [];
  const add = (element, what) => { if (what === "secret" || what === "number" && isNumber(element.textContent)) found.push({element, what}); };
  for (const head of document.querySelectorAll("th, [role=columnheader], tr:first-child > td")) {
    const what = head.textContent.length <= 80 ? kind(head.textContent) : "";
    if (!what || head.matches("td") && what === "secret") continue;
    const table = head.closest("table, [role=table], [role=grid]"), own = head.getBoundingClientRect(), middle = own.left + own.width / 2;
    for (const cell of table ? table.querySelectorAll(CELL) : []) {
      const place = cell.getBoundingClientRect();
      if (place.top >= own.bottom - 2 && place.left <= middle && middle <= place.right) add(cell, what);
    }
  }
  for (const label of document.querySelectorAll("dt, th, td")) {
    const what = label.textContent.length <= 80 ? kind(label.textContent) : "", next = label.nextElementSibling;
    if (what && next && next.matches("dd, td") && !next.querySelector(BOXES)) add(next, what);
  }
  return found;
};

// Everything that must not be seen: parts of texts, boxes with how much of their ending stays, and what is drawn.
const PAPERS = "embed, object, iframe[src*='.pdf' i], frame[src*='.pdf' i]", DRAWN = `${PAPERS}, img, canvas, video, svg image`;
const LARGE = 100;  // of the sides of a picture on which writing may be read
const privates = (query) => {
  const {text, pieces} = showing(), rule = privacy(query), texts = [], boxes = new Map(), drawn = new Set(), hinted = new Set();
  const hideBox = (box, kept) => boxes.set(box, Math.min(kept, boxes.has(box) ? boxes.get(box) : 4));
  const hide = (begin, end, kept) => {
    const shown = begin + endingOf(text.slice(begin, end), kept), pieced = within(pieces, begin, end);
    for (const piece of pieced) {
      if (!piece.box) continue;
      hideBox(piece.box, pieced.length === 1 ? kept : 0);
      if (!piece.box.value) hinted.add(piece.box);
    }
    for (const piece of within(pieces, begin, shown)) {
      // Letters of a drawing cannot be hidden one by one.
      const drawing = piece.node && piece.node.parentElement && piece.node.parentElement.closest("svg text");
      if (drawing) drawn.add(drawing);
      else if (piece.node) texts.push(piece);
    }
  };
  for (const mask of query.masks) for (const match of text.matchAll(new RegExp(mask.pattern, "gi"))) if (match[0]) hide(match.index, match.index + match[0].length, mask.kept);
  for (const pattern of query.fields.inText) for (const match of text.matchAll(new RegExp(pattern, "dgi"))) hide(...match.indices[1], halfOf(match[1]));
  const places = new Map();
  pieces.forEach((piece) => { if (piece.node) (places.get(piece.node) || places.set(piece.node, []).get(piece.node)).push(piece); });
  const hideElement = (element, what) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), own = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) own.push(...(places.get(node) || []));
    if (!own.length) return;
    const begin = own[0].start, end = own[own.length - 1].start + own[own.length - 1].length;
    hide(begin, end, what === "secret" ? 0 : halfOf(text.slice(begin, end)));
  };
  told(rule).forEach(({element, what}) => hideElement(element, what));
  const known = query.masks.map((mask) => new RegExp(mask.pattern, "i"));
  for (const element of all(document)) {
    if (element.matches(BOXES)) {
      const what = element.value ? kindOfBox(element, rule) : "";
      if (what) hideBox(element, what === "secret" ? 0 : halfOf(element.value));
    } else if (element.isContentEditable && !(element.parentElement || {}).isContentEditable || element.matches("[role=textbox], [role=searchbox]")) {
      const what = kindOfBox(element, rule);
      if (what) hideElement(element, what);
    }
    const place = element.matches(DRAWN) ? element.getBoundingClientRect() : null;
    if (place && (element.matches(PAPERS) || place.width >= LARGE && place.height >= LARGE)) drawn.add(element);
    // What a style or a missing picture may write out.
    if ([...element.attributes].some(({name, value}) => name !== "value" && value.length > 3 && known.some((pattern) => pattern.test(value)))) hinted.add(element);
  }
  return {texts, boxes, drawn, hinted};
};
