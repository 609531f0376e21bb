"""The JavaScript that looks at a page, put together from the files in `page/`."""

from functools import cache
from importlib.resources import files

_PARTS = (
    "seeing",
    "regions",
    "labels",
    "marks",
    "lists",
    "finding",
    "reading",
    "surprises",
    "asking",
    "surveying",
    "answering",
)

CALLS = {
    # Exactly one control, or null until there is one; a page that stops any run is told apart.
    "find": """
        if (query.patient && document.readyState !== "complete") return null;
        const answer = find(query), found = answer.state === "found";
        const stop = found ? alarm({...query, found: answer.elements}, query.before || []) : alarm(query);
        if (stop) return stop.kind === "required" && query.patient ? null : {state: "alarm", ...stop};
        if (found || answer.state === "folded") return answer;
        return query.patient ? null
            : complained(query) || {...answer, over: answer.state === "covered" ? onTop() : ""};""",
    # The first of the expected words, or null until one is shown. What is expected may be an alarm elsewhere,
    # so neither is looked for in half a page.
    "await": """
        if (query.patient && document.readyState === "loading") return null;
        const answer = shows(query);
        if (answer) return answer;
        const stop = alarm(query);
        return stop ? {state: "alarm", ...stop} : query.patient ? null
            : complained(query) || {state: "missing", lines: newLines()};""",
    # A section or column, or null until it is there.
    "stands": """
        const answer = stands(query);
        return answer.state === "found" || !query.patient ? answer : null;""",
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
    # What only a person can answer, while it is there.
    "challenge": "return alarm({...query, watching: true});",
    # What a page says that came in place of another one.
    "quote": "return {text: plainText()};",
}


@cache
def answerer() -> str:
    """Give the function that makes what answers the calls about its document, and keeps their elements."""
    calls = ",\n".join(f'"{call}": (query) => {{ {body} }}' for call, body in CALLS.items())
    return f"() => {{\n{_text(*_PARTS)}\nreturn answering({{\n{calls}\n}});\n}}"


@cache
def masking(call: str) -> str:
    """Give the function that covers what a picture must not show (`cover`), or takes the covers away (`uncover`)."""
    return f"(query) => {{\n{_text('trees', 'showing', 'private', 'masking')}\nreturn {call}(query);\n}}"


@cache
def looking_round() -> str:
    """Give the function that tells what a page has of the kind that was looked for in vain."""
    return f"(query) => {{\n{_text('seeing', 'regions', 'candidates')}\nreturn candidatesFor(query);\n}}"


@cache
def engine() -> str:
    """Give what answers every call within a document, as a selector engine: of the text of a question, an element."""
    calls = {
        "cover": masking("cover"),
        "uncover": masking("uncover"),
        "candidates": looking_round(),
        "veil": veiling("veil"),
        "unveil": veiling("unveil"),
    }
    table = ",\n".join(f'"{call}": {function}' for call, function in calls.items())
    return f"""(() => {{
        const calls = {{\n{table}\n}}, answerer = {answerer()};
        let answers = null;
        {_text("apart")}
        return {{queryAll, query: (root, question) => queryAll(root, question)[0] || null}};
    }})()"""


@cache
def pointing(call: str) -> str:
    """Give the function that tells how a person calls what they pointed at, or whether another element is that."""
    parts = _text("seeing", "regions", "candidates", "pointing")
    return f"(element, given) => {{\n{parts}\nreturn {call}(element, given);\n}}"


@cache
def veiling(call: str) -> str:
    """Give the function that lets a page show ordinary words only (`veil`), or everything again (`unveil`)."""
    return f"(words) => {{\n{_text('trees', 'veiling')}\nreturn {call}(words);\n}}"


def _text(*parts: str) -> str:
    folder = files("assist_bot").joinpath("portal/page")
    return "\n".join(folder.joinpath(f"{part}.js").read_text("utf-8") for part in parts)
