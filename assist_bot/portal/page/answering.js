// Answers calls by name. The elements of the last answer are kept here, to be taken one by one.

// Wherever something on the page is compared with the names asked for, the name that it answers to is noted.
const noting = (names) => {
  const all = [...names], noted = new Set();
  return Object.assign(all, {noted, includes: (text) => Array.prototype.includes.call(all, text) && Boolean(noted.add(text))});
};
const noted = (asked) => asked && asked.noted ? [...asked.noted] : [];
const answering = (calls) => {
  let kept = null;
  const look = (call, query) => {
    sayings = null;
    const scope = (query.scope || []).map((step) => step.names ? {...step, names: noting(step.names)} : step);
    const asked = query.names ? {...query, scope, names: noting(query.names)} : {...query, scope};
    kept = calls[call](asked);
    return kept && {...kept, named: noted(asked.names), scope: scope.map((step) => noted(step.names)), elements: (kept.elements || []).length, hidden: (kept.hidden || []).map(Boolean)};
  };
  return {look, element: (name, index) => kept && kept[name] && kept[name][index]};
};
