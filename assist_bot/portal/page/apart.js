// Takes a question out of the text of a selector, and gives its answer as the text of an element that stands nowhere.

const queryAll = (root, question) => {
  const {call, query, taken} = JSON.parse(atob(question));
  if (taken) return [answers && answers.element(...taken)].filter(Boolean);
  const answer = call in calls ? calls[call](query) : (answers ??= answerer()).look(call, query);
  const told = document.createElement("data");
  told.textContent = JSON.stringify(answer ?? null);
  return [told];
};
