"""The JavaScript that looks at a page, put together from the files in `page/`."""

from functools import cache
from importlib.resources import files

_PARTS = ("seeing", "regions", "labels", "marks", "lists", "finding", "reading", "answering")

CALLS = {
    # Exactly one control, or null until there is one; a page that stops any run is told apart.
    "find": """
        if (query.patient && document.readyState !== "complete") return null;
        const answer = find(query);
        if (answer.state === "found" || answer.state === "folded") return answer;
        const stop = alarm(query.alarms);
        return stop ? {state: "alarm", ...stop} : query.patient ? null : answer;""",
    # The first of the expected words, or null until one is shown. What is expected may be an alarm elsewhere,
    # so neither is looked for in half a page.
    "await": """
        if (query.patient && document.readyState === "loading") return null;
        const answer = shows(query);
        if (answer) return answer;
        const stop = alarm(query.alarms);
        return stop ? {state: "alarm", ...stop} : query.patient ? null : {state: "missing", lines: newLines()};""",
    "read": "return readBeside(query);",
    "table": """
        try { return {rows: readTable(resolve(query.scope))}; }
        catch (error) { if (!(error instanceof Nowhere)) throw error; return null; }""",
    "text": """
        try { return {text: regionText(resolve(query.scope))}; }
        catch (error) { if (!(error instanceof Nowhere)) throw error; return null; }""",
    "ticks": """
        try {
            return {ticks: everything(resolve(query.scope), TICKS).filter(visible)
                .map((box) => ({text: plainSideText(box),
                    ticked: box.checked || box.getAttribute("aria-checked") === "true"}))};
        } catch (error) { if (!(error instanceof Nowhere)) throw error; return null; }""",
    # One entry of the list that is open, or what it offers and the box in which it is searched.
    "options": "return openList(query);",
    "remember": "remember(); return {};",
}


@cache
def answerer() -> str:
    """Give the function that makes what answers all the calls about its document; each takes a query."""
    calls = ",\n".join(f'"{call}": (query) => {{ {body} }}' for call, body in CALLS.items())
    return f"() => {{\n{_text(*_PARTS)}\nreturn answering({{\n{calls}\n}});\n}}"


@cache
def masking(call: str) -> str:
    """Give the function that covers what a picture must not show (`cover`), or takes the covers away (`uncover`)."""
    return f"(query) => {{\n{_text('masking')}\nreturn {call}(query);\n}}"


def _text(*parts: str) -> str:
    folder = files("assist_bot").joinpath("portal/page")
    return "\n".join(folder.joinpath(f"{part}.js").read_text("utf-8") for part in parts)
