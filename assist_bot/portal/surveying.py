"""Surveying a page: whether a word stands there, and under which of its names. Nothing is pressed or typed."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from assist_bot.errors import PortalChanged
from assist_bot.portal.filling import Filling
from assist_bot.portal.finding import Place, await_words

MOMENT = 2.0  # seconds that a page which is there already gets for showing a word

Kind = Literal["button", "field", "lines", "choice", "tick", "file", "section", "column", "value", "words"]
"""What a word names: a control, as the verbs look for it; a heading; a list's column; what a value stands beside."""

_THERE = ("found", "disabled", "covered", "shown")


class Sight(StrEnum):
    """How a word was found."""

    AS_EXPECTED = "as_expected"
    OTHER_NAME = "other_name"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True)
class Finding:
    """What became of one word. `shown`: the other name, or what stands there instead, as far as it is known."""

    kind: Kind
    word: str
    section: str
    sight: Sight
    shown: str = ""


@dataclass(frozen=True)
class Surveying(Filling):
    """Looks for words without using them."""

    def look_for(self, kind: Kind, word: str, option: str = "") -> Finding:
        """Say how the page shows a word, as the verbs would find it; a missing word is an answer, not an error.

        `option` is one of a radio group's. Raises only what ends any step: the portal is away, the log-in has ended.
        """
        with self._step("find", word) as step:
            sight, shown = survey(self.place, kind, word, option)
            step.read_back(": ".join(filter(None, (sight.replace("_", " "), shown))))
        return Finding(kind, word, self.section_title, sight, shown)

    @property
    def section_title(self) -> str:
        """The heading of the section to which this is narrowed down, or ""."""
        return next(
            (str(each["word"]) for each in reversed(self.place.steps) if each["kind"] == "section"), ""
        )

    @property
    def address(self) -> str:
        """The address of the page that shows, to come back to."""
        return self.place.window.page.url

    def come_back_to(self, address: str) -> None:
        """Open a page that was seen before, whatever lies over the one that shows now."""
        with self._step("open", address.partition("?")[0]):
            self.place.window.go(address)


def survey(place: Place, kind: Kind, word: str, option: str = "") -> tuple[Sight, str]:
    """Find out how a word stands in a place, and what is shown for it."""
    names = place.words.names(word)
    question = _Question(place, kind, word, option)
    said = question.asked(names, MOMENT)
    if said["state"] in _THERE:
        shown_as = next((name for name in names if question.asked([name], 0)["state"] in _THERE), names[0])
        place.notice(said if "named" in said else {"named": [shown_as]}, word)
        return (Sight.AS_EXPECTED, "") if shown_as == names[0] else (Sight.OTHER_NAME, shown_as)
    with suppress(PortalChanged):  # what stops any step is told as by any step: the log-in has ended, for one
        await_words(place, [word], whole=True, fresh=False, patience=0)
    report = "; ".join(str(each) for each in (said.get("report") or ())[:6])
    if said["state"] == "several":
        return Sight.AMBIGUOUS, report
    return Sight.MISSING, f"there is no {said['what']}" if said.get("what") else report


@dataclass(frozen=True)
class _Question:
    """What is asked about one word, under all its names or under one."""

    place: Place
    kind: Kind
    word: str
    option: str

    def asked(self, names: Sequence[str], patience: float) -> dict[str, Any]:
        """Ask the page, for so many seconds at most."""
        call, query = self._put(list(names))
        said = self.place.window.until(call, {**query, "alarms": []}, patience)
        return {"state": "found" if "value" in said else "missing", **said}

    def _put(self, names: list[str]) -> tuple[str, dict[str, Any]]:
        match self.kind:
            case "section":
                return "stands", self.place.inside("section", self.word, names=names).query(columns=False)
            case "column":
                return "stands", self.place.query(names=names, columns=True)
            case "value":
                return "read", self.place.query(names=names)
            case "words":
                return "await", self.place.query(names=names, whole=True, fresh=False)
        options = list(self.place.words.names(self.option)) if self.option else []
        nameless = self.kind == "button"
        return "find", self.place.query(
            want=self.kind, names=names, options=options, nameless=nameless, gives_up=True
        )
