// A region is the part of the page in which a verb looks: the whole page, a section, a row, a cell.

const inside = (region, element) => {
  if (element === region.root || !region.root.contains(element)) return false;
  const behind = (mark, side) => Boolean(mark.compareDocumentPosition(element) & side);
  if (region.after && !behind(region.after, Node.DOCUMENT_POSITION_FOLLOWING)) return false;
  return !region.before || behind(region.before, Node.DOCUMENT_POSITION_PRECEDING);
};
const everything = (region, selector) =>
  [...region.root.querySelectorAll(selector)].filter((element) => inside(region, element));

class Nowhere extends Error {
  constructor(state, what, elements) { super(what); Object.assign(this, {state, what, elements}); }
}
const only = (elements, what) => {
  if (elements.length === 1) return elements[0];
  throw new Nowhere(elements.length ? "several" : "missing", what, elements);
};

// A section reaches from its heading to the next heading of the same kind.
const HEADINGS = "h1, h2, h3, h4, h5, h6, legend, caption, [role=heading]";
const section = (region, step) => {
  let heads = textsEqual(step.names, region.root).filter((element) => inside(region, element)
    && (!element.closest("a, button") || element.closest(HEADINGS)) && !element.closest("td"));
  const real = heads.filter((element) => element.closest(HEADINGS) || element.querySelector(HEADINGS));
  if (real.length) heads = real;
  if (heads.length > 1) heads = heads.filter(reachable);
  const tops = heads.map((head) => head.closest(HEADINGS) || head);
  const outermost = tops.filter((head) => !tops.some((other) => other !== head && inside(reachOf(region, other), head)));
  const head = only(outermost, `section "${step.word}"`);
  return reachOf(region, head);
};
// A page's title and the bar below it may say the same words: the one that holds the other is meant.
const reachOf = (region, head) => {
  const summary = head.closest("summary");
  if (summary) return {...region, root: summary.parentElement, after: summary, before: null};
  // What stands beside a tick box opens a part of a form, which has headings of its own.
  const bar = head.className !== "" || head.querySelector(CONTROLS);
  const same = (element) => head.matches(HEADINGS) ? element.matches(HEADINGS) && rank(element) <= rank(head)
    : !bar ? element.matches(HEADINGS) : head.className !== "" && element.tagName === head.tagName && element.className === head.className;
  const next = everything({...region, after: head}, "*")
    .find((element) => !head.contains(element) && !element.contains(head) && same(element) && visible(element));
  return {...region, after: head, before: next || region.before};
};
const rank = (heading) => Number((/^H(\d)$/.exec(heading.tagName) || [0, 4])[1]);

// A row is known by what stands in one of its cells; the first of the tiers that any row answers to decides.
const compact = (text) => fold(text).replace(/[\s-]/g, "");
const CELLS = "td, th, [role=cell], [role=gridcell], [role=rowheader]";
const rowsOf = (region) => everything(region, "tr, [role=row]").filter((row) =>
  visible(row) && row.querySelector("td, [role=cell], [role=gridcell]")
  && !row.closest("tfoot") && ![...row.querySelectorAll(CELLS)].some((cell) => Math.max(cell.colSpan || 1, Number(cell.getAttribute("aria-colspan"))) > 1));
const row = (region, step) => {
  const rows = rowsOf(region);
  for (const names of step.tiers) {
    const wanted = names.map(compact);
    let hits = rows.filter((each) => [...each.querySelectorAll(CELLS)].some((cell) => wanted.includes(compact(cell.innerText))));
    hits = hits.filter((each) => !hits.some((other) => other !== each && each.contains(other)));
    if (hits.length) return {root: only(hits, `row "${step.word}"`), row: true};
  }
  throw new Nowhere("missing", `row "${step.word}"`, []);
};
const rowAt = (region, step) => {
  const rows = rowsOf(region);
  if (!rows[step.index]) throw new Nowhere("missing", `row ${step.index + 1}`, []);
  return {root: rows[step.index], row: true};
};

// A column is known by its heading; its cell in a row stands below the middle of that heading.
const headersOf = (table) => {
  const marked = [...table.querySelectorAll("th, [role=columnheader]")].filter(visible);
  return marked.length ? marked : [...(table.querySelector("tr") || table).querySelectorAll("td")];
};
const cellBelow = (element, header) => {
  const box = header.getBoundingClientRect(), middle = box.left + box.width / 2;
  return [...element.querySelectorAll(CELLS)].find((cell) => {
    const place = cell.getBoundingClientRect();
    return place.left <= middle && middle <= place.right && cell.closest("tr, [role=row]") === element;
  });
};
const column = (region, step) => {
  const table = region.root.closest("table, [role=table], [role=grid]");
  const headers = table ? headersOf(table).filter((header) => step.names.includes(fold(header.innerText))) : [];
  const cell = cellBelow(region.root, only(headers, `column "${step.word}"`));
  if (!cell) throw new Nowhere("missing", `cell under "${step.word}"`, []);
  return {root: cell, cell: true};
};

const resolve = (scope) => {
  let region = {root: document.body, page: true};
  for (const step of scope) region = {...{section, row, rowAt, column}[step.kind](region, step), page: false};
  return region;
};

// A table as a person reads it: each row's cells by the heading above them.
// The foot of a table and a row that stretches over several columns ("No Record Found.") are no rows of it.
const readTable = (region) => rowsOf(region).map((each) => {
  const table = each.closest("table, [role=table], [role=grid]");
  const cells = {};
  for (const header of table ? headersOf(table) : []) {
    const cell = cellBelow(each, header);
    if (cell && !header.contains(cell)) cells[header.innerText.trim()] = cellText(cell);
  }
  return cells;
}).filter((cells) => Object.keys(cells).length);
const cellText = (cell) => {
  const box = [...cell.querySelectorAll("input:not([type=hidden]), textarea, select")].find(visible);
  return (box ? box.value : cell.innerText).trim();
};
