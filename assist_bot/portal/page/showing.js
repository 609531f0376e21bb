// What a page shows, as one text over all its elements: a number may stand in several of them, or in several boxes.

const UNSEEN = "script, style, noscript, template, option, textarea";
const PARAGRAPHS = "td, th, tr, p, div, li, dt, dd, label, button, legend, caption, section, form, h1, h2, h3, h4, h5, h6, body";
const BOXES = "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color]), textarea, select";

const shownIn = (box) => box.tagName !== "SELECT" ? box.value || box.placeholder || ""
  : [...(box.multiple || box.size > 1 ? box.options : box.selectedOptions)].map((option) => option.text).join("\n");

// Pieces without spaces, each with its place in the text and in its node or box.
const showing = () => {
  const pieces = [], parts = [];
  let length = 0, gap = "", paragraph = null;
  const say = (word, place) => {
    if (gap && length) { parts.push(gap); length += 1; }
    pieces.push({...place, start: length, length: word.length});
    parts.push(word);
    length += word.length;
    gap = "";
  };
  const sayAll = (text, place) => {
    for (const word of text.matchAll(/\S+/g)) {
      if (word.index > 0 && /\s/.test(text[word.index - 1])) gap ||= " ";
      say(word[0], place(word.index));
    }
    if (/\s$/.test(text)) gap ||= " ";
  };
  const walk = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const holder = node.parentElement;
        if (holder && holder.closest(UNSEEN)) continue;
        const own = holder ? holder.closest(PARAGRAPHS) : root;
        if (own !== paragraph) gap = "\n";
        paragraph = own;
        sayAll(node.data, (from) => ({node, from}));
      } else if (node.matches(BOXES)) {
        gap ||= " ";
        sayAll(shownIn(node), () => ({box: node}));
        gap ||= " ";
      } else if (node.tagName === "BR") gap = "\n";
      if (node.shadowRoot) walk(node.shadowRoot);
    }
  };
  walk(document);
  return {text: parts.join(""), pieces};
};

// The pieces of a part of the text; of those in nodes, as much as lies in it.
const within = (pieces, begin, end) => {
  let low = 0, high = pieces.length;
  while (low < high) { const middle = low + high >> 1; if (pieces[middle].start + pieces[middle].length <= begin) low = middle + 1; else high = middle; }
  const found = [];
  for (; low < pieces.length && pieces[low].start < end; low++) {
    const {node, box, from, start, length} = pieces[low];
    found.push(box ? {box} : {node, from: from + Math.max(0, begin - start), to: from + Math.min(length, end - start)});
  }
  return found;
};
