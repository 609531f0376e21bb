// Whether a part of the page stands there: a section by its heading, or a column of the lists in a region.

const stands = (query) => {
  try {
    const region = resolve(query.scope);
    if (!query.columns) return {state: "found", report: []};
    const tables = everything(region, "table, [role=table], [role=grid]").filter(visible);
    const hits = tables.map((table) => headersOf(table).filter((header) => query.names.includes(fold(header.innerText))));
    const most = Math.max(0, ...hits.map((each) => each.length));
    const headings = tables.flatMap(headersOf).map((header) => fold(header.innerText)).filter(Boolean);
    return {state: !most ? "missing" : most > 1 ? "several" : "found", report: headings};
  } catch (error) {
    if (!(error instanceof Nowhere)) throw error;
    return {state: error.state, what: error.what, report: (error.elements || []).map(describe)};
  }
};
