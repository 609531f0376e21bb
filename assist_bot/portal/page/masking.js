// Hides identity numbers and passwords while a picture is taken: where they are written, so that they stay hidden however
// the page moves meanwhile. Nothing of the page itself is changed, and a picture counts only where everything was hidden.

const MARK = "assist-bot-mask";
const PAPER = "#fff3c4", INK = "#222";
const DOTS = "\u2022".repeat(8);

// A short sign of everything that a picture shows: the markup, what is typed and ticked, the window's size.
const look = () => {
  const boxes = all(document).filter((each) => each.matches("input, textarea, select")).map((box) => [box.value, box.checked, box.placeholder]);
  // Drawing leaves an empty style attribute on every box that can hold a caret.
  const markup = roots().map((root) => root === document ? document.documentElement.outerHTML : root.innerHTML).join("").replaceAll(' style=""', "");
  const everything = JSON.stringify([performance.timeOrigin, innerWidth, innerHeight, boxes]) + markup;
  let one = 0xdeadbeef, other = 0x41c6ce57;
  for (let index = 0; index < everything.length; index++) {
    const code = everything.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return `${one} ${other}`;
};

const placeAmong = (element, siblings) => `:nth-child(${1 + [...siblings].indexOf(element)})`;
const pathOf = (element) => {
  const steps = [];
  let each = element;
  for (; each.parentElement; each = each.parentElement) steps.unshift(placeAmong(each, each.parentElement.children));
  const above = each.getRootNode();
  return [...(above === document ? [":root"] : [":host", placeAmong(each, above.children)]), ...steps].join(" > ");
};
const ruleFor = (element, suffix, style) => `${pathOf(element)}${suffix} { ${style} }\n`;

// What is selected looks like everything else, and no shadow or outline of letters shows what they are.
const STILL = `*, *::before, *::after, *::placeholder { text-shadow: none !important; -webkit-text-stroke: 0 !important; transition: none !important; }
  *::selection { color: currentcolor !important; -webkit-text-fill-color: currentcolor !important; background-color: transparent !important; text-shadow: none !important; }`;
const UNREADABLE = `-webkit-text-security: disc !important; color: transparent !important; -webkit-text-fill-color: currentcolor !important; background: ${PAPER} !important; outline: 1px solid #b8860b !important;`;
// Backgrounds that are seen through the letters of a text within.
const patterned = (texts) => {
  const around = new Set();
  for (const {node} of texts) for (let each = node.parentElement; each && !around.has(each); each = each.parentElement) around.add(each);
  return [...around].filter((element) => getComputedStyle(element).backgroundClip.includes("text"));
};
const sheetFor = (root, {texts, boxes, drawn, hinted}) => {
  const inRoot = (element) => element.getRootNode() === root;
  const rules = [...boxes.keys()].filter(inRoot).map((box) => ruleFor(box, "", UNREADABLE));
  rules.push(...patterned(texts).filter(inRoot).map((element) => ruleFor(element, "", "-webkit-background-clip: border-box !important;")));
  rules.push(...[...drawn].filter(inRoot).map((element) => ruleFor(element, "", "opacity: 0 !important;")));
  for (const element of [...hinted].filter(inRoot))
    rules.push(...["::before", "::after"].map((part) => ruleFor(element, part, "visibility: hidden !important;")),
      element.matches(BOXES) ? ruleFor(element, "::placeholder", "visibility: hidden !important;") : element.matches("img, area") ? ruleFor(element, "", "opacity: 0 !important;") : "");
  const sheet = new CSSStyleSheet();
  sheet.assistBot = MARK;
  sheet.replaceSync(`@layer assist-bot { ${STILL}\n${rules.join("")} }
    ::highlight(${MARK}) { color: transparent; -webkit-text-fill-color: transparent; -webkit-text-stroke-color: transparent; text-shadow: none; text-decoration: none; background-color: ${PAPER}; }`);
  return sheet;
};

// The ending of what stands in a box, over it: that much may be recognised. It shows the reviewer something and hides nothing.
const endings = ({boxes}) => {
  if (!boxes.size) return;
  const layer = document.createElement("div"), inner = layer.attachShadow({mode: "closed"});
  layer.id = MARK;
  layer.popover = "manual";
  layer.style.cssText = "all: initial; position: absolute; inset: auto; left: 0; top: 0; width: 0; height: 0; margin: 0; border: 0; padding: 0; overflow: visible; background: none; pointer-events: none";
  for (const [box, kept] of boxes) {
    const place = box.getBoundingClientRect(), text = shownIn(box);
    const seen = box.getRootNode().elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
    if (place.width < 2 || place.height < 2 || seen && !box.contains(seen) && !seen.contains(box)) continue;
    const patch = document.createElement("div");
    patch.textContent = DOTS + (kept ? text.slice(endingOf(text, kept)) : "");
    patch.style.cssText = `position: absolute; left: ${place.left + scrollX}px; top: ${place.top + scrollY}px; width: ${place.width}px; height: ${place.height}px; color: ${INK}; font: ${Math.min(13, place.height * 0.75)}px monospace; line-height: ${place.height}px; overflow: hidden; display: flex; justify-content: flex-end; white-space: nowrap; padding: 0 3px; box-sizing: border-box`;
    inner.append(patch);
  }
  document.documentElement.append(layer);
  layer.showPopover();
};

const sheetOf = (root) => root.adoptedStyleSheets.find((each) => each.assistBot === MARK);
const bare = () => {
  document.querySelectorAll("#" + MARK).forEach((layer) => layer.remove());
  for (const root of roots()) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each.assistBot !== MARK);
  CSS.highlights.delete(MARK);
};

// Whether everything that is private now is hidden now.
const clear = (colour) => colour === "transparent" || /,\s*0\)$/.test(colour);
const plainly = (style) => style.textShadow === "none" && style.webkitTextStrokeWidth === "0px";
const hidden = ({texts, boxes, drawn, hinted}) => {
  const lit = CSS.highlights.get(MARK);
  if (!lit || !lit.assistBot || !roots().every(sheetOf)) return false;
  const covered = new Map();
  for (const {startContainer, startOffset, endOffset} of lit) (covered.get(startContainer) || covered.set(startContainer, []).get(startContainer)).push([startOffset, endOffset]);
  return texts.every(({node, from, to}) => from >= to || (covered.get(node) || []).some(([begin, end]) => begin <= from && to <= end) && plainly(getComputedStyle(node.parentElement || node.getRootNode().host)))
    && !patterned(texts).length
    && [...boxes.keys()].every((box) => { const style = getComputedStyle(box); return style.webkitTextSecurity === "disc" && clear(style.color); })
    && [...drawn].every((element) => getComputedStyle(element).opacity === "0")
    && [...hinted].every((element) => element.matches("img, area") ? getComputedStyle(element).opacity === "0"
      : ["::before", "::after"].every((part) => getComputedStyle(element, part).visibility === "hidden"));
};

// Hides nothing where the page looks as it did at its `last` picture.
const cover = (query) => {
  bare();
  const now = look();
  if (now === query.last) return {look: now, hidden: true, same: true};
  const found = privates(query), lit = new Highlight();
  lit.priority = 1e6;
  lit.assistBot = true;
  for (const {node, from, to} of found.texts) if (from < to) lit.add(new StaticRange({startContainer: node, startOffset: from, endContainer: node, endOffset: to}));
  CSS.highlights.set(MARK, lit);
  for (const root of roots()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetFor(root, found)];
  endings(found);
  return {look: now, hidden: hidden(found), same: false};
};
const uncover = (query) => {
  document.querySelectorAll("#" + MARK).forEach((layer) => layer.remove());
  const held = hidden(privates(query));
  bare();
  return {look: look(), hidden: held, same: false};
};
