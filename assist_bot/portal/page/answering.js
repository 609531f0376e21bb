// Answers calls by name, at once or as soon as there is an answer. Elements are kept here, to be taken one by one.

const PAUSE = 25;
const answering = (calls) => {
  let kept = null;
  const look = (call, query) => {
    sayings = null;
    kept = calls[call](query);
    return kept && {...kept, elements: (kept.elements || []).length, hidden: (kept.hidden || []).map(Boolean)};
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
