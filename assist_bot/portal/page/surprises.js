// Pages, windows and messages that nobody looked for: they stop a run, or want an answer first.

// The first that the page shows of what is asked for, in that order: what kind it is, and what it says.
const alarm = (query, kinds = query.alarms) => {
  if (!document.body) return null;
  for (const each of kinds) {
    const found = (DETECTORS[each.kind] || saying)(each, query);
    if (found) return {kind: each.kind, ...found};
  }
  return null;
};
const saying = ({names, fresh}) => {
  const hit = shown(names, false).find(({element}) => !fresh || isNew(element));
  return hit ? {text: textOf(hit.element), label: nearLabel(hit.element)} : null;
};
const textOf = (element) => (element.innerText || "").trim().slice(0, 300);
const nearLabel = (element) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  for (let node = walker.previousNode(), steps = 0; node && steps < 40; node = walker.previousNode(), steps++)
    if (labelLike(node)) return node.data.trim().replace(/\s*\*$/, "");
  return "";
};

// A page with little on it but a notice; an announcement on a page that works is no reason to stop.
const isNotice = () => document.body.innerText.length < 800 && !everything({root: document.body}, CONTROLS).some(visible);
const noticePage = (each) => isNotice() ? saying(each) : null;

const onTop = () => {
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return top ? textOf(top.closest(DIALOGS) || top) : "";
};
const plainText = () => (document.body ? said() : []).filter(({element}) => !element.closest("a, button, footer, header") && visible(element))
  .map(({element}) => textOf(element)).join(" ").replace(/\s+/g, " ").slice(0, 200);

// A window in the page, as a person sees one: it lies in the way of everything else.
const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
const floats = (element) => ["fixed", "absolute"].includes(getComputedStyle(element).position);
const boxAround = (element) => {
  const marked = element.closest(DIALOGS);
  if (marked) return marked;
  let box = element.parentElement;
  while (box && box !== document.body && !(floats(box) && textOf(box).length > 40)) box = box.parentElement;
  return box === document.body ? null : box;
};
const inTheWay = (box) => {
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  if (!top) return false;
  const place = top.getBoundingClientRect();
  const shade = getComputedStyle(top).position === "fixed" && place.width * place.height >= 0.8 * innerWidth * innerHeight;
  return box.contains(top) || shade;
};
const buttonsIn = (root) => [...root.querySelectorAll(BUTTONS)].filter((each) => isButton(each) && visible(each));
// The cross that closes a window is a name here.
const callings = (element) => [...namesOf(element), fold(ownText(element))].filter(Boolean);
const called = (element, names) => callings(element).some((name) => names.includes(name));
const saysAny = (root, names) => said().some(({element, texts}) =>
  (element === root || root.contains(element)) && texts.some((text) => names.some((name) => text === name || name.includes(" ") && text.includes(name))));

// Where a press may lead: nowhere else, or for a page that stands alone to another page of this portal.
const leadsElsewhere = (element) => element.tagName === "A" && /^[a-z]+:/.test(element.href) && !element.href.startsWith("javascript:")
  && element.href.replace(/#.*$/, "") !== location.href.replace(/#.*$/, "");
const staysHere = (element) => element.tagName !== "A" || !/^https?:/.test(element.href) || new URL(element.href).origin === location.origin;
const sends = (element) => Boolean(element.form) && ["submit", "image"].includes(element.type);

// A notice that is to be closed and nothing more: no form, no control, no other choice. One to be agreed to is told apart.
const notice = (each, query) => {
  for (const button of buttonsIn(document.body).filter((one) => called(one, each.close) && reachable(one))) {
    const box = boxAround(button);
    if (!box || !inTheWay(box) || saysAny(box, [...each.own, ...(query.names || [])])) continue;
    if (box.querySelector("input[type=checkbox], [role=checkbox]") && saysAny(box, each.agree)) return {kind: "agreement", text: textOf(box)};
    const others = buttonsIn(box).filter((one) => !called(one, each.close) && !leadsElsewhere(one));
    if (others.length || box.matches("form") || box.querySelector("form, iframe") || [...box.querySelectorAll(CONTROLS)].some(visible)) continue;
    if (leadsElsewhere(button) || sends(button)) continue;
    // What came with the page is an announcement; what came after our press may be an answer to it, or tell a failure.
    const titled = entitled(box, each.names), answers = window.__seen && isNew(box);
    if (!titled && (answers || saysAny(box, each.failures))) continue;
    return {kind: "announcement", text: textOf(box), button: callings(button)[0], elements: [button]};
  }
  return noticeAlone(each, query);
};
const entitled = (root, names) => [...root.querySelectorAll(`${HEADINGS}, b, strong`)].some((head) =>
  visible(head) && names.some((name) => fold(head.innerText) === name || fold(head.innerText).startsWith(name + " ") || fold(head.innerText).startsWith(name + ":")));
const noticeAlone = (each, query) => {
  const heads = [...document.querySelectorAll(HEADINGS)].filter(visible);
  const titled = heads.length && heads.every((head) => each.names.some((name) => fold(head.innerText) === name || fold(head.innerText).startsWith(name + " ")));
  if (!titled || document.querySelector("table") || [...document.querySelectorAll(CONTROLS)].some(visible)) return null;
  if (saysAny(document.body, each.own)) return null;
  const onward = buttonsIn(document.body).filter((one) => called(one, [...each.close, ...each.onward]));
  if (onward.length !== 1 || !staysHere(onward[0]) || onward[0].closest("form")) return null;
  const text = heads[0].innerText + "\n" + regionText({root: document.body, after: heads[0], before: onward[0]});
  return {kind: "announcement", text: text.slice(0, 300), button: namesOf(onward[0])[0], elements: onward};
};

// Something to be agreed to, on a page or in a window of its own.
const agreement = (each, query) => {
  const button = buttonsIn(document.body).find((one) => called(one, each.names) && !called(one, query.names || []) && isNew(one));
  return button ? {text: textOf(boxAround(button) || document.body)} : null;
};

// The bar that says that the session is about to end, with the button that extends it.
const expiring = (each) => {
  const buttons = [...document.querySelectorAll(BUTTONS)].filter((one) => each.button.includes(fold(one.textContent || one.value)));
  const button = buttons.find((one) => visible(one) && reachable(one));
  return button && shown(each.names, false).length ? {text: "", button: namesOf(button)[0], elements: [button]} : null;
};
