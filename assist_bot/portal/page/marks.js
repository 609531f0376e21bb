// Tick boxes and radio buttons: known by the label that is joined to them, or by the text on one side.

const TICKS = "input[type=checkbox], [role=checkbox]";
const RADIOS = "input[type=radio], [role=radio]";
const kindOf = (element) => element.matches(TICKS) ? TICKS : RADIOS;

// The text of the block in which it stands alone; among other controls, the text on that side on which each of its kind has its own.
const amongOthers = (block, element) => block.querySelectorAll(kindOf(element)).length > 1
  || [...block.querySelectorAll(CONTROLS)].some((each) => each !== element && visible(each));
const plainSideText = (element, titles = []) => {
  for (let block = element.parentElement, steps = 0; block && steps < 4; block = block.parentElement, steps++) {
    if (amongOthers(block, element)) return besideAmong(block, element, titles);
    if (fold(block.innerText)) return block.innerText.trim();
  }
  return "";
};
const besideAmong = (block, element, titles) => {
  const parts = [], walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let broken = false;  // a block of its own, be it empty, ends what was said on the line before it
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const last = parts[parts.length - 1];
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(kindOf(element))) parts.push({mark: node, place: node.getBoundingClientRect()});
      broken ||= !/^(inline|none|contents)/.test(getComputedStyle(node).display);
      continue;
    }
    if (last && !last.mark && !node.data.trim()) last.text += " ";
    if (!/[\p{L}\p{N}]/u.test(node.data) || !visible(node.parentElement) || node.parentElement.closest("option, script, style")) continue;
    const place = textPlace(node.parentElement.childNodes.length === 1 ? node.parentElement : node);
    if (last && !last.mark && !broken && last.block === blockOf(node.parentElement)) last.text += node.data;
    else parts.push({text: node.data, place, block: blockOf(node.parentElement)});
    broken = false;
  }
  const sides = parts.flatMap((part, index) => {
    const on = (other) => other && !other.mark && sameLine(other.place, part.place) ? other : null;
    return part.mark ? [{mark: part.mark, place: part.place, left: on(parts[index - 1]), right: on(parts[index + 1])}] : [];
  });
  const gaps = (side) => sides.map((each) => side === "left" ? each.place.left - each.left.place.right : each.right.place.left - each.place.right);
  const left = sides.every((each) => each.left), right = sides.every((each) => each.right);
  let side = left && !right ? "left" : right && !left ? "right" : "";
  if (left && right) {
    if (titles.includes(fold(sides[0].left.text)) || Math.max(...gaps("right")) < 0.6 * Math.min(...gaps("left"))) side = "right";
    else if (Math.max(...gaps("left")) < 0.6 * Math.min(...gaps("right"))) side = "left";
  }
  return side ? sides.find((each) => each.mark === element)[side].text.trim() : "";
};
const markNames = (element, titles) => {
  const own = namesOf(element);
  return own.length ? own : [fold(plainSideText(element, titles))];
};

const marks = (region, kind, names, titles) => everything(region, kind)
  .filter((element) => visible(element) || [...(element.labels || [])].some(visible))
  .filter((element) => markNames(element, titles).some((name) => names.includes(name)));
const ticks = (region, names) => {
  const named = marks(region, TICKS, names, []);
  const standing = region.row || region.cell ? everything(region, TICKS).filter(visible) : [];
  return (named.length ? named : standing).map((element) => ({element}));
};

// A group has its title before its first button, or around it.
const groupOf = (region, element) => everything(region, RADIOS).filter((each) =>
  each.name === element.name && each.closest("[role=radiogroup]") === element.closest("[role=radiogroup]"));
const titled = (region, group, names) => {
  const frame = group[0].closest("[role=radiogroup]");
  if (frame && heard(frame).some((name) => names.includes(name))) return true;
  const own = group.flatMap((each) => markNames(each, names)), titles = textsEqual(names, region.root, true);
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
  walker.currentNode = group[0];
  for (let node = walker.previousNode(); node; node = walker.previousNode())
    if (labelLike(node) && !own.includes(fold(node.data))) return names.includes(fold(node.data)) || titles.some((title) => title.contains(node));
  return false;
};
const radios = (region, names, options) => marks(region, RADIOS, options, names)
  .filter((element) => titled(region, groupOf(region, element), names)).map((element) => ({element}));
