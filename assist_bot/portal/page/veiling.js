// Makes a page show ordinary words only, while its picture is taken for others: everything is made invisible, and only
// the words that are allowed are lit up again. What is not known of here stays dark. The page's own markup is not touched.

const LIT = "assist-bot-lit", DARK = "assist-bot-dark";
const INK = "*, *::before, *::after, *::placeholder, *::marker, *::first-letter, *::first-line, *::file-selector-button";
const PICTURES = "img, picture, svg, canvas, video, audio, iframe, frame, object, embed, meter, progress, input[type=range], input[type=color], input[type=image]";
const SECRETIVE = "input, textarea, select, option, script, style, noscript, [contenteditable], [role=textbox], [role=combobox], [role=searchbox], .select2-selection, " + PICTURES;
const veilText = () => `@layer assist-bot {
  ${INK} { color: transparent !important; -webkit-text-fill-color: currentcolor !important; -webkit-text-stroke: 0 !important; text-shadow: none !important;
    text-decoration: none !important; background-image: none !important; background-clip: border-box !important; border-image: none !important;
    list-style-image: none !important; mask-image: none !important; transition: none !important; animation: none !important; }
  *::before, *::after, *::marker { visibility: hidden !important; }
  ${[PICTURES, ...unknown()].join(", ")} { opacity: 0 !important; }
  input[type=radio], input[type=checkbox] { appearance: none !important; border: 1px solid #555 !important; background-color: #ddd !important; min-width: 11px; min-height: 11px; }
}
::highlight(${LIT}) { color: #111; -webkit-text-fill-color: #111; background-color: #fff; }
::highlight(${DARK}) { background-color: #ccc; }`;

// An element of the page's own making may hold text that cannot be looked at from here.
const unknown = () => [...new Set(all(document).map((element) => element.localName).filter((name) => /^[a-z][a-z0-9]*-[a-z0-9-]+$/.test(name)))];

// The "s" of "Employer's".
const possessive = (text, word) => /^s$/i.test(word[0]) && /['\u2019]/.test(text[word.index - 1] || "");
const light = (allowed) => {
  const lit = new Highlight(), dark = new Highlight();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(SECRETIVE)) continue;
    for (const chunk of node.data.matchAll(/\S+/g)) {
      const secret = /[@\p{N}]/u.test(chunk[0]);
      for (const word of chunk[0].matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, chunk.index + word.index);
        range.setEnd(node, chunk.index + word.index + word[0].length);
        (!secret && (allowed.has(word[0].toLowerCase()) || possessive(chunk[0], word)) ? lit : dark).add(range);
      }
    }
  }
  CSS.highlights.set(LIT, lit);
  CSS.highlights.set(DARK, dark);
};

// Whether the veil lies over everything: a style of the page itself may insist on being seen.
const clear = (colour) => colour === "transparent" || /,\s*0\)$/.test(colour);
const veiled = () => roots().every((root) => root.adoptedStyleSheets.some((sheet) => sheet.assistBot))
  && all(document).every((element) => {
    const style = getComputedStyle(element);
    return clear(style.webkitTextFillColor) && style.textShadow === "none" && style.backgroundImage === "none"
      && (style.opacity === "0" || !element.matches(PICTURES) && !element.localName.includes("-"));
  });

const veil = (allowed) => {
  const sheet = new CSSStyleSheet();
  sheet.assistBot = true;
  sheet.replaceSync(veilText());
  for (const root of roots()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  light(new Set(allowed));
  return veiled();
};
const unveil = () => {
  const held = veiled();
  for (const root of roots()) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheet.assistBot);
  for (const name of [LIT, DARK]) CSS.highlights.delete(name);
  return held;
};
