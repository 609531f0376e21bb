// Answers calls by name, at once or as soon as there is an answer. Elements are kept here, to be taken one by one.

const PAUSE = 25;
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
  const ask = async (call, query, milliseconds) => {
    for (const began = performance.now();;) {
      const asked = performance.now(), answer = look(call, query), now = performance.now();
      if (answer || now - began >= milliseconds) return answer;
      // A page that takes long to look at is looked at less often.
      await new Promise((go) => setTimeout(go, Math.max(PAUSE, 2 * (now - asked))));
    }
  };
  return {ask, element: (name, index) => kept[name][index]};
};
