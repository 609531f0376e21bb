"""From the guide's words to exactly one control on the page, or an error that says what was seen instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import ElementHandle

from assist_bot.errors import PortalChanged, Stop
from assist_bot.language import say
from assist_bot.portal.alarms import alarmed, alarms, before_pressing, challenges
from assist_bot.portal.lookalikes import warning
from assist_bot.portal.surprises import Surprises
from assist_bot.portal.window import Seen, Window
from assist_bot.portal.words import Words


@dataclass(frozen=True)
class Found:
    """One control; `hidden` is the select that a select2 box stands for."""

    element: ElementHandle
    hidden: ElementHandle | None = None


@dataclass(frozen=True)
class Place:
    """Where on the page a verb looks: the steps from the whole page down to a section, a row, a cell."""

    window: Window
    words: Words
    steps: tuple[dict[str, Any], ...] = ()
    logged_in: bool = False
    surprises: Surprises | None = None
    teach: "Teach | None" = None

    def inside(self, kind: str, word: str, **more: object) -> "Place":
        """Narrow the place down to a section, a row or a column."""
        step = {"kind": kind, "word": word, "names": list(self.words.names(word)), **more}
        return replace(self, steps=(*self.steps, step))

    def query(self, **more: object) -> dict[str, Any]:
        """Put together a question to the page about this place."""
        kinds = alarms(self.words, logged_in=self.logged_in, hands_off=self._hands_off)
        return {"scope": list(self.steps), "alarms": kinds, **more}

    def renewed(self) -> "Place":
        """Give the same place with the names that its words have by now."""
        known = (
            {**step, "names": list(self.words.names(step["word"]))} if "tiers" not in step else step
            for step in self.steps
        )
        return replace(self, steps=tuple(known))

    def notice(self, answer: dict[str, Any], word: str = "") -> None:
        """Note under which name the page shows a word, and the sections and columns in which the answer was found."""
        steps = zip((step["word"] for step in self.steps), answer.get("scope", ()), strict=False)
        for each, names in ((word, answer.get("named", ())), *steps):
            if len(names) == 1:
                self.window.seen.add((each, names[0]))

    def before(self, *, sends: bool) -> list[dict[str, Any]]:
        """List what must not be there when something is pressed, or filled in."""
        return before_pressing(self.words, sends=sends, logged_in=self.logged_in, hands_off=self._hands_off)

    @property
    def _hands_off(self) -> bool:
        return self.surprises is None or self.surprises.hands_are_off

    def is_answered(self, said: dict[str, Any], seen: list[Seen]) -> bool:
        """Say whether what the page shows instead was answered, so that it is worth another look."""
        if said["state"] != "alarm" or self.surprises is None:
            return False
        return self.surprises.answer(said, seen, challenges(self.words))


Teach = Callable[[Place, str, str, dict[str, Any]], Place | None]
"""Lets a person show what was not found; gives the place in which it can be found then, or None."""


def find(  # noqa: PLR0913  # the parts of one question, by name
    place: Place,
    want: str,
    word: str,
    *,
    options: Sequence[str] = (),
    nameless: bool = False,
    sends: bool = False,
) -> list[Found]:
    """Find what the word names: exactly one control, except where `want` is "lines".

    Where what is then done `sends` something, nothing may be left that only a person can answer, or that the form
    requires. Raises PortalChanged when there is none or more than one, and otherwise what the page itself says:
    that it is closed, that the session has ended, that it does not take what was entered.
    """
    query = place.query(
        want=want,
        names=list(place.words.names(word)),
        options=[name for option in options for name in place.words.names(option)],
        nameless=nameless,
        gives_up=True,
        before=place.before(sends=sends),
    )
    said, seen = place.window.find("find", query)
    while place.is_answered(said, seen):
        said, seen = place.window.find("find", query)
    if said["state"] == "folded":  # a part of the page that shows under its heading when that is pressed
        seen[0][0].click()
        said, seen = place.window.find("find", query)
    if said["state"] == "found":
        place.notice(said, word)
        return [Found(*each) for each in seen]
    taught = place.teach and place.teach(place, want, word, said)
    if taught:
        return find(taught, want, word, options=options, nameless=nameless)
    raise _stopped(said, f'"{word}"' if want != "file" else say('the file box for "{word}"', word=word))


def await_words(
    place: Place, expected: Sequence[str], *, whole: bool, fresh: bool, patience: float | None = None
) -> str:
    """Wait until the page shows one of the expected words, and give the one (as it was asked for)."""
    names = {name: word for word in expected for name in place.words.names(word)}
    query = place.query(names=list(names), whole=whole, fresh=fresh)
    answer, seen = place.window.find("await", query, patience)
    while place.is_answered(answer, seen):
        answer, seen = place.window.find("await", query, patience)
    if answer["state"] == "shown":
        place.window.seen.add((names[answer["name"]], answer["name"]))
        return names[answer["name"]]
    listed = say(" or ").join(f'"{word}"' for word in expected)
    raise _stopped(answer, listed)


def shows(place: Place, expected: Sequence[str]) -> bool:
    """Say whether the page shows any of these words now."""
    names = [name for word in expected for name in place.words.names(word)]
    answer = place.window.ask(
        "await", {**place.query(names=names, whole=False), "alarms": [], "patient": True}
    )
    return bool(answer)


def _stopped(said: dict[str, Any], wanted: str) -> Stop:
    if said["state"] == "alarm":
        return alarmed(said)
    seen = [str(line) for line in said.get("report") or said.get("lines") or []][:6]
    where = say(" (looked for {what})", what=said["what"]) if said.get("what") else ""
    saw = say(" It shows: {seen}.", seen="; ".join(seen)) if seen else ""
    saw += (
        say(' It said in a window of the browser: "{told}".', told=said["told"]) if said.get("told") else ""
    )
    facts = {
        "several": say("The portal shows more than one {wanted}{where}.", wanted=wanted, where=where),
        "disabled": say("{wanted} is switched off on the portal's page.", wanted=wanted),
        "covered": say("{wanted} is covered by something else on the portal's page.", wanted=wanted),
    }
    over = " ".join(str(said.get("over") or "").split())[:200]
    saw += say(' It says: "{over}".', over=over) if over else ""
    saw += f" {warning(seen)}".rstrip()
    fact = facts.get(
        str(said["state"]),
        say("The portal's page does not show {wanted}{where}.", wanted=wanted, where=where),
    )
    return PortalChanged(
        fact + saw,
        say("Nothing was guessed. Look at the pictures of this run; the portal may have changed."),
    )
