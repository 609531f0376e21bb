// Covers identity numbers and passwords while a picture is taken. Returns what was covered, so that it can be compared.

const MARK = "assist-bot-mask";
const spots = (masks) => {
  const nodes = [], found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "", block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(`script, style, option, textarea, #${MARK}`)) continue;
    const own = node.parentElement.closest("td, th, p, div, li, label, h1, h2, h3, h4, body");
    if (own !== block) text += "\n";
    block = own;
    nodes.push({node, start: text.length});
    text += node.data;
  }
  const at = (place) => {
    let low = nodes.findLastIndex((each) => each.start <= place);
    return {node: nodes[low].node, offset: Math.min(place - nodes[low].start, nodes[low].node.data.length)};
  };
  for (const mask of masks) for (const match of text.matchAll(new RegExp(mask.pattern, "gi"))) {
    const begin = at(match.index), last = at(match.index + match[0].length - 1);
    const range = document.createRange();
    range.setStart(begin.node, begin.offset);
    range.setEnd(last.node, Math.min(last.offset + 1, last.node.data.length));
    [...range.getClientRects()].forEach((box, index) => found.push({box, shown: index ? "" : mask.shown}));
  }
  for (const element of document.querySelectorAll("input, textarea, select")) {
    const value = element.tagName === "SELECT" ? (element.selectedOptions[0] || {text: ""}).text : element.value;
    const mask = element.type === "password" && value ? {shown: "hidden"} : masks.find((each) => new RegExp(each.pattern, "i").test(value));
    if (mask) found.push({box: element.getBoundingClientRect(), shown: mask.shown});
  }
  return found.filter(({box}) => box.width > 1 && box.height > 1);
};
const signature = (found) => found.map(({box, shown}) => [box.left, box.top, box.width, box.height].map(Math.round).join() + shown).join(";");
const bare = () => document.querySelectorAll("#" + MARK).forEach((layer) => layer.remove());

// A short sign of everything that a picture shows: the markup, what is typed and ticked, the window's size.
const look = () => {
  const boxes = [...document.querySelectorAll("input, textarea, select")].map((box) => [box.value, box.checked]);
  // Drawing leaves an empty style attribute on every box that can hold a caret.
  const markup = document.documentElement.outerHTML.replaceAll(' style=""', "");
  const all = JSON.stringify([performance.timeOrigin, innerWidth, innerHeight, boxes]) + markup;
  let one = 0xdeadbeef, other = 0x41c6ce57;
  for (let index = 0; index < all.length; index++) {
    const code = all.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return `${one} ${other}`;
};

// Covers nothing where the page looks as it did at its `last` picture.
const cover = ({masks, last}) => {
  bare();
  const now = look();
  if (now === last) return {look: now, covered: null};
  const found = spots(masks), layer = document.createElement("div");
  layer.id = MARK;
  for (const {box, shown} of found) {
    const patch = document.createElement("div");
    patch.textContent = shown;
    patch.style.cssText = `position:absolute;left:${box.left + scrollX}px;top:${box.top + scrollY}px;width:${box.width}px;height:${box.height}px;`
      + `background:#fff3c4;color:#222;font:${Math.min(13, box.height * 0.75)}px monospace;line-height:${box.height}px;overflow:hidden;display:flex;justify-content:flex-end;white-space:nowrap;padding:0 2px;box-sizing:border-box;z-index:2147483647;outline:1px solid #b8860b;pointer-events:none`;
    layer.append(patch);
  }
  document.documentElement.append(layer);
  return {look: now, covered: signature(found)};
};
const uncover = ({masks}) => {
  const covered = signature(spots(masks));
  bare();
  return {look: look(), covered};
};
