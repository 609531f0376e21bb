"""A stop on a page, told in plain words: what was looked for, what the page has instead, which file can be sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assist_bot.wording import plain

_ARTICLES = {"list": "a list", "text": "the words"}
_LOST = {"section": "the section", "column": "the column", "row": "the row", "rowAt": "the row"}
_TEACHABLE = {"button", "box", "list", "tick box", "choice", "file box", "section", "column"}


@dataclass
class StopTold:
    """What the review shows at its top. `others` are the things of the page, each with why it was not taken."""

    looked_for: str
    seen: str
    file: str
    picture: str
    teachable: bool = False
    others: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def tell_stop(event: Mapping[str, Any], words: str, section: str) -> StopTold:
    """Tell a stop from its line in the journal; `words` and `section` are those of its step."""
    looked = event.get("looked") or {}
    told = StopTold(
        looked_for=_looked_for(looked, plain(words), plain(section)) if looked else "",
        seen=_seen(looked) if looked else "",
        file=plain(event.get("file")),
        picture=plain(event.get("picture")),
        notes=[plain(note) for note in event.get("notes") or ()],
    )
    if looked:
        told.teachable = plain(looked.get("kind")) in _TEACHABLE
        told.others = [_other(each) for each in looked.get("candidates") or ()]
    return told


def _looked_for(looked: Mapping[str, Any], words: str, section: str) -> str:
    kind, lost = plain(looked.get("kind")), plain(looked.get("missing"))
    if lost:
        return f"We looked for {_LOST.get(kind, kind)} {_quoted(lost)}."
    names = [plain(name) for name in looked.get("names") or ()]
    article = _ARTICLES.get(kind, f"a {kind}")
    called = _quoted(words) if words.lower() in names or not names else " or ".join(map(_quoted, names[:4]))
    where = f" under {_quoted(section)}" if section else ""
    return f"We looked for {article} {called}{where}."


def _seen(looked: Mapping[str, Any]) -> str:
    fitting = [each for each in looked.get("candidates") or () if not each.get("refused")]
    if len(fitting) > 1:
        return (
            f"The page has {len(fitting)} of that name; none was taken, for which one is meant is not known."
        )
    if fitting:
        return "The page has it; what came of it was not what was expected."
    unfit = {"called differently", "has no name", "invisible"}  # what a person would not take for it
    same = [each for each in looked.get("candidates") or () if not unfit & set(_refused(each))]
    if same:
        return f"The page has it, but not so that it could be taken: it is {' and '.join(_refused(same[0]))}."
    near = [plain(each.get("name")) for each in looked.get("near") or ()]
    if not near:
        return "The page has nothing that is called nearly so."
    others = f"; then {' and '.join(map(_quoted, near[1:]))}" if near[1:] else ""
    return f"The nearest the page has is {_quoted(near[0])}{others}."


def _other(each: Mapping[str, Any]) -> tuple[str, str]:
    name = plain(each.get("name"))
    called = f"{plain(each.get('what'))} {_quoted(name) if name else 'without a name'}"
    return called, ", ".join(_refused(each)) or "nothing speaks against it"


def _refused(each: Mapping[str, Any]) -> list[str]:
    return [plain(why) for why in each.get("refused") or ()]


def _quoted(text: str) -> str:
    return f"“{text}”"
