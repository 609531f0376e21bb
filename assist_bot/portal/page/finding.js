// From words to exactly one control.

const cellField = (region) => boxes(region).filter((box) => !shut(box));

// What the picture of a button without words is of. A picture of something else is never pressed for want of a better.
const PICTURES = [
  ["edit", "kemaskini", "pencil", "pen", "\u270e", "\u270f"],
  ["delete", "remove", "padam", "hapus", "trash", "bin", "garbage", "times", "cross", "\u2716", "\u2715", "\u{1f5d1}"],
  ["search", "cari", "magnifier", "zoom", "loupe", "\u{1f50d}"],
  ["close", "tutup", "times", "cross", "\u00d7"],
  ["add", "tambah", "plus", "\u271a", "+"],
  ["view", "papar", "eye"],
  ["download", "muat turun"],
  ["upload", "muat naik"],
  ["print", "cetak", "printer"],
  ["back", "undo", "return"],
  ["copy", "clone"],
  ["help", "question"],
  ["settings", "cog", "gear"],
];
const picturesOf = (element) => {
  const words = [element, ...element.querySelectorAll("*")].flatMap((each) => {
    const file = each.matches("img, use") ? each.getAttribute("src") || each.getAttribute("href") || each.getAttribute("xlink:href") || "" : "";
    const styles = [...each.classList].filter((style) => !style.startsWith("btn"));
    return [...styles, file.split(/[/#]/).pop()].join(" ").toLowerCase().split(/[^a-z]+/);
  });
  const drawn = [element, ...element.querySelectorAll("*")].map((each) => getComputedStyle(each, "::before").content.replace(/^none$|^normal$/, ""));
  words.push(...(drawn.join("") + ownText(element)).replace(/[\s"\ufe0f]/g, ""));
  return PICTURES.filter((picture) => picture.some((word) => words.includes(word)));
};
const byPicture = (nameless, names) => {
  const wanted = PICTURES.filter((picture) => picture.some((word) => names.includes(word)));
  const all = nameless.map((element) => ({element, pictures: picturesOf(element)}));
  const right = all.filter(({pictures}) => pictures.length && pictures.every((picture) => wanted.includes(picture)));
  if (right.length) return right.map(({element}) => element);
  return all.length === 1 && !all[0].pictures.length ? nameless : [];
};

const buttons = (region, names, nameless) => {
  const all = everything(region, BUTTONS).filter((element) => isButton(element) && visible(element) && !clipped(element));
  let hits = all.filter((element) => namesOf(element).some((name) => names.includes(name)));
  if (!hits.length) hits = textsEqual(names, region.root).filter((element) => inside(region, element) && pointed(element));
  if (!hits.length && nameless && !region.page)
    hits = byPicture(all.filter((element) => !namesOf(element).length && !element.closest(".select2-container, .ui-datepicker")), names);
  hits = hits.filter((element) => !hits.some((other) => other !== element && element.contains(other)));
  // A heading by which a list can be sorted is no button of that name where there is one.
  const plain = hits.filter((element) => !element.closest("th, [role=columnheader]"));
  if (plain.length) hits = plain;
  const address = (element) => element.tagName === "A" && /^https?:/.test(element.href) && !element.href.endsWith("#") && element.href;
  if (hits.length > 1 && hits.every((element) => address(element) && address(element) === address(hits[0]))) hits = hits.slice(0, 1);
  return hits.map((element) => ({element, hidden: null}));
};

const fileBoxes = (region, names) => {
  const all = everything(region, "input[type=file]").filter((element) => visible(element) || visible(element.parentElement));
  const named = all.filter((element) => namesOf(element).some((name) => names.includes(name)));
  const each = (named.length ? named : all).map((element) => ({element}));
  const standing = each.length > 1 && !named.length ? labelsIn(region, names).flatMap((label) => standingWith(region, label, names, each)) : [];
  return standing.length ? standing : each;
};

const candidates = (region, query) => {
  if (query.want === "button") return buttons(region, query.names, query.nameless);
  if (query.want === "tick") return ticks(region, query.names);
  if (query.want === "radio") return radios(region, query.names, query.options);
  if (query.want === "choice") {
    const lists = fields(region, query.names, false).filter((box) => box.hidden || box.element.matches("select, [role=combobox]"));
    return lists.length ? lists : query.options.length ? radios(region, query.names, query.options) : lists;
  }
  if (query.want === "file") return fileBoxes(region, query.names);
  const found = fields(region, query.names, query.want === "lines");
  return region.cell && !found.length ? cellField(region) : found;
};

// Controls of the kind that was looked for, whose names share words with it: to be proposed, never to be taken.
const near = (region, query) => {
  const words = (name) => name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const wanted = query.names.map(words);
  const like = (name) => Math.max(0, ...wanted.map((each) => {
    const own = words(name), shared = each.filter((word) => own.includes(word)).length;
    return shared / Math.max(each.length, own.length, 1);
  }));
  const labels = () => { const each = []; const walker = document.createTreeWalker(region.root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && each.length < 300; node = walker.nextNode()) if (inside(region, node) && labelLike(node)) each.push({text: fold(node.data), kind: "text"});
    return each; };
  const pressed = () => everything(region, BUTTONS).filter((each) => isButton(each) && visible(each))
    .map((each) => ({text: namesOf(each)[0] || "", kind: "button"}));
  const all = (query.want === "button" ? pressed() : labels()).map((each) => ({...each, like: like(each.text)})).filter((each) => each.like >= 0.4);
  all.sort((one, other) => other.like - one.like);
  return [...new Set(all.map(({kind, text}) => `${kind} "${text.slice(0, 60)}": ${query.names.includes(text) ? "no such control stands with it" : "another name"}`))].slice(0, 3);
};

// What a person would press to see a part of the page that is folded up under its heading.
const foldedUp = (region, patient) => {
  const head = region.after;
  if (!head) return null;
  const told = head.closest("[aria-expanded=false]") || head.querySelector("[aria-expanded=false]");
  if (told && visible(told)) return told;
  const summary = head.closest("summary") || head.querySelector("summary");
  if (summary) return summary.parentElement.open ? null : summary;
  return !patient && pointed(head) && !regionText(region).trim() && !everything(region, CONTROLS).some(visible) ? head : null;
};

// Of two that look alike, one of which the page declares not to be there, the other is meant.
const declared = (elements) => {
  const there = elements.filter((box) => !box.element.closest("[aria-hidden=true]"));
  return there.length === 1 ? there : elements;
};

const find = (query) => {
  try {
    const region = resolve(query.scope);
    const all = candidates(region, query).filter((box) => !clipped(box.element));
    const toggle = all.length ? null : foldedUp(region, query.patient);
    if (toggle) return {state: "folded", what: "", report: [], elements: [toggle], hidden: [null]};
    const open = all.filter((box) => query.reading || !(box.element.matches(":disabled") || box.element.getAttribute("aria-disabled") === "true"));
    const clear = query.reading ? open : declared(open.filter((box) => reachable(box.element)));
    const report = all.map((box) => describe(box.element) + (!open.includes(box) ? ": switched off" : !clear.includes(box) ? ": covered by something else" : ""));
    const state = !all.length ? "missing" : !open.length ? "disabled" : !clear.length ? "covered" : clear.length > 1 && query.want !== "lines" ? "several" : "found";
    if (state === "missing" && !query.patient) report.push(...near(region, query));
    return {state, report, what: "", elements: clear.map((box) => box.element), hidden: clear.map((box) => box.hidden || null)};
  } catch (error) {
    if (!(error instanceof Nowhere)) throw error;
    return {state: error.state, what: error.what, report: (error.elements || []).map(describe), elements: [], hidden: []};
  }
};
