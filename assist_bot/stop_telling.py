"""A stop on a page, told in plain words: what was looked for, what the page has instead, which file can be sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assist_bot.language import mark, say, say_marked
from assist_bot.wording import plain

_LOOKED_FOR = {
    "button": mark("We looked for a button {called}{where}."),
    "box": mark("We looked for a box {called}{where}."),
    "list": mark("We looked for a list {called}{where}."),
    "tick box": mark("We looked for a tick box {called}{where}."),
    "choice": mark("We looked for a choice {called}{where}."),
    "file box": mark("We looked for a file box {called}{where}."),
    "section": mark("We looked for a section {called}{where}."),
    "column": mark("We looked for a column {called}{where}."),
    "row": mark("We looked for a row {called}{where}."),
    "text": mark("We looked for the words {called}{where}."),
}
_LOST = {
    "section": mark("We looked for the section {lost}."),
    "column": mark("We looked for the column {lost}."),
    "row": mark("We looked for the row {lost}."),
    "rowAt": mark("We looked for the row {lost}."),
}
_ANYTHING = mark("We looked for a {kind} {called}{where}.")
_ANYTHING_LOST = mark("We looked for {kind} {lost}.")
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
        return say_marked(_LOST.get(kind, _ANYTHING_LOST), kind=kind, lost=_quoted(lost))
    names = [plain(name) for name in looked.get("names") or ()]
    called = (
        _quoted(words) if words.lower() in names or not names else say(" or ").join(map(_quoted, names[:4]))
    )
    where = say(" under {section}", section=_quoted(section)) if section else ""
    return say_marked(_LOOKED_FOR.get(kind, _ANYTHING), kind=kind, called=called, where=where)


def _seen(looked: Mapping[str, Any]) -> str:
    fitting = [each for each in looked.get("candidates") or () if not each.get("refused")]
    if len(fitting) > 1:
        return say(
            "The page has {count} of that name; none was taken, for which one is meant is not known.",
            count=len(fitting),
        )
    if fitting:
        return say("The page has it; what came of it was not what was expected.")
    unfit = {"called differently", "has no name", "invisible"}  # what a person would not take for it
    same = [each for each in looked.get("candidates") or () if not unfit & set(_refused(each))]
    if same:
        return say(
            "The page has it, but not so that it could be taken: it is {reasons}.",
            reasons=say(" and ").join(map(say_marked, _refused(same[0]))),
        )
    near = [plain(each.get("name")) for each in looked.get("near") or ()]
    if not near:
        return say("The page has nothing that is called nearly so.")
    others = say("; then {names}", names=say(" and ").join(map(_quoted, near[1:]))) if near[1:] else ""
    return say("The nearest the page has is {name}{others}.", name=_quoted(near[0]), others=others)


def _other(each: Mapping[str, Any]) -> tuple[str, str]:
    name = plain(each.get("name"))
    called = _quoted(name) if name else say("without a name")
    return f"{say_marked(plain(each.get('what')))} {called}", ", ".join(
        map(say_marked, _refused(each))
    ) or say("nothing speaks against it")


def _refused(each: Mapping[str, Any]) -> list[str]:
    return [plain(why) for why in each.get("refused") or ()]


def _quoted(text: str) -> str:
    return f"“{text}”"
