// Which box belongs to a label: the one that a person would say it does, or none.

// Text that could be the label of something: two letters or more, outside controls and buttons. A unit is none.
const labelLike = (node) => {
  const parent = node.parentElement, said = fold(node.data);
  if (!parent || !/\p{L}.*\p{L}/u.test(said) || said === "rm" || parent.closest("select, option, textarea, script, style, .select2-container")) return false;
  if (parent.closest("a, button") || !visible(parent) || clipped(parent)) return false;
  return true;
};

// One entry for each control that a person sees; a select2 box stands for the hidden select before it.
const boxes = (region) => everything(region, CONTROLS).flatMap((element) => {
  if (element.closest(".select2-search, .select2-dropdown, .ui-datepicker")) return [];
  if (BUTTON_TYPES.concat("radio", "checkbox", "file").includes(element.type)) return [];
  if (element.tagName === "SELECT" && !visible(element)) {
    const shown = element.nextElementSibling && element.nextElementSibling.querySelector("[role=combobox]");
    return shown && visible(shown) && !clipped(shown) ? [{element: shown, hidden: element}] : [];
  }
  if (element.closest(".select2-container")) return [];
  return visible(element) && !clipped(element) ? [{element}] : [];
});
const holders = (box) => box.hidden ? [box.element, box.hidden] : [box.element];
const shut = (box) => {
  const held = box.hidden || box.element;
  return held.matches(":disabled") || held.readOnly || held.getAttribute("aria-disabled") === "true";
};
// The code before a telephone number, or the currency before an amount, in a box of its own.
const fixed = (box) => shut(box) && /^(\+?\d{1,3}|rm)$/i.test((box.element.value || "").trim());

// The names that belong to a box. What stands in it as a hint is none where a label says something else.
const belonging = (box) => holders(box).flatMap((each) => [...labelsOf(each), ...heard(each)]);
const bears = (box, names) => {
  const mine = belonging(box);
  if (mine.some((name) => names.includes(name))) return true;
  const seen = holders(box).flatMap(labelsOf);
  return !seen.length && holders(box).some((each) => namesOf(each).some((name) => names.includes(name)));
};
// A box with a name of its own that is another one; the lines of an address may be numbered.
const foreign = (box, names) => {
  const mine = belonging(box);
  return mine.length > 0 && !mine.some((name) => names.some((each) => name.startsWith(each)));
};

// Labels are elements that say just the name, and bare text that does (`ACR No. <b>ACR1</b>`).
const labelsIn = (region, names) => {
  const labels = textsEqual(names, region.root, true).filter((each) => inside(region, each) && !each.closest("a, button"));
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (names.includes(fold(node.data)) && inside(region, node) && visible(node.parentElement) && !clipped(node.parentElement)
        && !node.parentElement.closest("a, button, option, script, style") && !labels.some((label) => label.contains(node))) labels.push(node);
  return labels;
};
const holderOf = (label) => label.nodeType === Node.TEXT_NODE ? label.parentElement : label;

const sameLine = (one, other) =>
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >= 0.4 * Math.min(one.height, other.height);
const overlap = (one, other) => one.left < other.right && other.left < one.right;
const textPlace = (label) => {
  const range = document.createRange(), nodes = textsOf(label).filter((node) => fold(node.data));
  if (!nodes.length) return label.getBoundingClientRect();
  range.setStart(nodes[0], 0);
  range.setEnd(nodes[nodes.length - 1], nodes[nodes.length - 1].data.length);
  return range.getBoundingClientRect();
};

// A box sits with a label when it is right of it or below it, or right of or below the box before it.
const sits = (label, place, box, before) => {
  const own = box.element.getBoundingClientRect(), cell = holderOf(label).closest(CELLS);
  if (cell && !cell.closest("table, [role=table], [role=grid]").contains(box.element)) return false;
  const right = own.left >= place.left - 2, row = cell && cell.closest("tr, [role=row]");
  if (right && (sameLine(place, own) || row && row.contains(box.element))) return true;
  if (own.top >= place.bottom - 8 && own.top - place.bottom <= 160 && overlap({left: place.left, right: place.right + 12}, own)) return true;
  const last = before && before.element.getBoundingClientRect();
  return Boolean(last) && (sameLine(last, own) && own.left >= last.left || own.top >= last.bottom - 2 && own.top - last.bottom <= 80 && overlap(last, own));
};

const flowing = (element) => getComputedStyle(element).display === "inline";
const blockOf = (element) => { while (element.parentElement && flowing(element)) element = element.parentElement; return element; };
// The last words of a sentence are no label.
const endsSentence = (label, all) => {
  const block = blockOf(holderOf(label));
  if (block === label) return false;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = label;
  for (let node = walker.previousNode(); node && node !== block; node = walker.previousNode()) {
    if (node.nodeType === Node.TEXT_NODE) { if (labelLike(node)) return blockOf(node.parentElement) === block; continue; }
    if (node.contains(label)) continue;
    if (node.tagName === "BR" || !flowing(node) || all.some((box) => box.element === node)) return false;
  }
  return false;
};
// A label that closes the block in which a box stands before it may be that box's, written after it.
const comesAfter = (region, label, all) => {
  const behind = (side) => (box) => Boolean(label.compareDocumentPosition(box.element) & side);
  const before = all.filter(behind(Node.DOCUMENT_POSITION_PRECEDING)).filter((box) => !box.element.contains(label)).pop();
  if (!before) return false;
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
  walker.currentNode = before.element;
  for (let node = walker.nextNode(); node && !label.contains(node); node = walker.nextNode())
    if (!before.element.contains(node) && labelLike(node)) return false;
  const next = all.find(behind(Node.DOCUMENT_POSITION_FOLLOWING));
  let common = label;
  while (!common.contains(before.element)) common = common.parentElement;
  return !next || !common.contains(next.element);
};
// A remark between a label and its only box.
const remark = (node, label, all) => {
  if (!node.parentElement.closest("small, [class*=help], [class*=hint], [class*=note], [class*=muted]") && !/^\(.*\)$/s.test(node.data.trim())) return false;
  let block = holderOf(label);
  while (block && !all.some((box) => block.contains(box.element))) block = block.parentElement;
  return Boolean(block) && block.contains(node) && all.filter((box) => block.contains(box.element) && !fixed(box)).length === 1;
};

// The controls that stand with a label: those after it, before the next text that could be a label, and beside or below it.
const standingWith = (region, label, names, all) => {
  let place = textPlace(label), last = null;
  const around = all.filter((box) => {
    const own = box.element.getBoundingClientRect(), middle = (place.left + place.right) / 2, half = (place.top + place.bottom) / 2;
    return own.left <= middle && middle <= own.right && own.top <= half && half <= own.bottom;
  });
  if (around.length) return around;
  if (endsSentence(label, all) || comesAfter(region, label, all)) return [];
  const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = label;
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE && !label.contains(node) && labelLike(node)) {
      if (!remark(node, label, all)) break;
      const more = textPlace(node);
      place = {left: place.left, top: place.top, right: Math.max(place.right, more.right), bottom: place.bottom, height: place.height};
    }
    const box = node.nodeType === Node.ELEMENT_NODE && all.find((each) => each.element === node);
    if (!box) continue;
    if (!fixed(box) && foreign(box, names) || !sits(label, place, box, last)) break;
    last = box;
    if (!fixed(box)) found.push(box);
  }
  return found.length ? found : below(label, all);
};

// A label in a row of labels: its box stands in the cell below. The heading of a list with several rows is no label.
const below = (label, all) => {
  const cell = holderOf(label).closest(CELLS), line = cell && cell.closest("tr, [role=row]"), found = [];
  if (!line || all.some((box) => line.contains(box.element))) return [];
  const lines = [...line.closest("table, [role=table], [role=grid]").querySelectorAll("tr, [role=row]")];
  const after = lines.slice(lines.indexOf(line) + 1);
  if (cell.matches("th, [role=columnheader]") && after.length > 1) return [];
  for (const next of after) {
    const under = cellBelow(next, cell), held = under ? all.filter((box) => under.contains(box.element)) : [];
    if (under && !held.length && textsOf(under).some(labelLike)) break;
    found.push(...held);
  }
  return found;
};

// A label that is joined to a control speaks for that one alone.
const joined = (label, all) => {
  const tag = holderOf(label).closest("label"), control = tag && tag.control;
  if (control && all.some((box) => holders(box).includes(control))) return true;
  return Boolean(label.id) && all.some((box) => holders(box).some((each) => (each.getAttribute("aria-labelledby") || "").split(/\s+/).includes(label.id)));
};

const fields = (region, names, lines) => {
  const all = boxes(region);
  const named = all.filter((box) => bears(box, names));
  const labels = labelsIn(region, names).filter((label) =>
    !holderOf(label).closest(".select2-container, [contenteditable=true], [role=listbox]") && (lines || !joined(label, all)));
  const standing = labels.flatMap((label) => {
    const group = standingWith(region, label, names, all);
    const open = group.filter((box) => !shut(box));
    if (lines) return open.length ? open : group;
    // Which of several is meant when one of them is shut, nobody can tell.
    return open.length < group.length && group.length > 1 ? [] : group;
  });
  return all.filter((box) => [...named, ...standing].some((other) => other.element === box.element));
};
