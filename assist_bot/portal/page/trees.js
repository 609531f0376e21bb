// Everything in a document, in what stands in shadow trees as well.

const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
const roots = () => [document, ...all(document).map((element) => element.shadowRoot).filter(Boolean)];
