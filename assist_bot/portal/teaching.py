"""A person shows what was not found on a page: the name that it has there becomes one more name of the guide's word.

Nothing is learnt but by pointing, and nothing that the next run would not find by itself: exactly one, and that one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from playwright.sync_api import ElementHandle, Locator
from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import ProfileError
from assist_bot.journal import Journal
from assist_bot.language import say, say_marked
from assist_bot.portal.candidates import KINDS
from assist_bot.portal.finding import Place
from assist_bot.portal.own_words import add_name
from assist_bot.portal.scripts import pointing
from assist_bot.portal.words import fold

POINTED = 5_000  # milliseconds for what was pointed at to be taken up
SAVING = ("save", "see")
"""Verbs of steps whose buttons save, or are made sure of before they do."""


class Asks(Protocol):
    """The person before the window, at the terminal."""

    def will_point(self, looked_for: str) -> bool:
        """Be told what was not found, and say whether they will point at it; then they do."""

    def confirms(self, word: str, name: str) -> bool:
        """See lit up on the page what they pointed at, and say whether it is what the guide calls `word`."""

    def confirms_by_typing(self, word: str, name: str) -> bool:
        """Confirm what saves, submits or pays by typing the name."""

    def is_told(self, why: str) -> None:
        """Hear why something was learnt, or was not."""


@dataclass(frozen=True)
class Miss:
    """What is to be taught: a control of this kind, or the section or column in which it was looked for."""

    word: str
    kind: str
    saves: bool
    step: int | None = None

    @property
    def on_the_page(self) -> str:
        """What kind of thing on the page is to be pointed at."""
        return self.kind if self.kind in ("button", "section", "column") else "field"


@dataclass(frozen=True)
class Teacher:
    """Lets the person point, and keeps what they showed in the file of their own words."""

    asks: Asks
    file: Path
    journal: Journal

    def teach(self, place: Place, want: str, word: str, said: Mapping[str, Any]) -> Place | None:
        """Have the person show what was not found. None where it cannot be learnt, or is not."""
        renewed = place.renewed()
        if renewed != place:  # it was taught after this part of the page was named
            return renewed
        miss = self._miss(place, want, word, said)
        if miss is None or not self.asks.will_point(_looked_for(miss)):
            return None
        try:
            return self._learn(place, miss, want, word)
        except PlaywrightError as error:
            self.asks.is_told(
                say("That could not be taken up: {reason}", reason=(error.message.splitlines() or [""])[0])
            )
            return None

    def _miss(self, place: Place, want: str, word: str, said: Mapping[str, Any]) -> Miss | None:
        """Work out what there is to be taught, or tell why there is nothing."""
        if said["state"] == "alarm":
            return None
        if said["state"] != "missing":
            self.asks.is_told(
                say('"{word}" is known on this page; pointing at it would not help.', word=word)
            )
            return None
        saves = place.window.step.get("verb") in SAVING
        for number, step in enumerate(place.steps):
            if said.get("what") != f'{step["kind"]} "{step["word"]}"':
                continue
            if step["kind"] == "row":
                self.asks.is_told(say("A row is known by what stands in it, which cannot be taught."))
                return None
            return Miss(step["word"], step["kind"], saves, number)
        return Miss(word, want, saves or place.words.saves(word))

    def _learn(self, place: Place, miss: Miss, want: str, word: str) -> Place | None:
        pointed = place.window.page.pick_locator()
        element = pointed.element_handle(timeout=POINTED)
        told = element.evaluate(pointing("pointedAt"), miss.on_the_page)
        name = str(told["name"])
        why_not = self._why_not(place, miss, name) or _not_found_by(place, miss, want, word, name, element)
        if why_not:
            self.asks.is_told(why_not)
            return None
        if not self._is_confirmed(pointed, miss, name):
            self.asks.is_told(say("Nothing was learnt."))
            return None
        return self._keep(place, miss, name, "malay" if told["malay"] else "english")

    def _why_not(self, place: Place, miss: Miss, name: str) -> str:
        if not fold(name):
            return say(
                "It has no words by which it could be found again, and stands under no heading of a "
                "column: it cannot be taught."
            )
        others = place.words.called(name) - {fold(miss.word)}
        if others and miss.kind == "button":
            return say(
                '"{name}" is what the guide calls "{other}", and cannot be "{word}" as well.',
                name=name,
                other=min(others),
                word=miss.word,
            )
        return ""

    def _is_confirmed(self, pointed: Locator, miss: Miss, name: str) -> bool:
        with pointed.highlight():
            if miss.saves:
                return self.asks.confirms_by_typing(miss.word, name)
            return self.asks.confirms(miss.word, name)

    def _keep(
        self, place: Place, miss: Miss, name: str, language: Literal["english", "malay"]
    ) -> Place | None:
        try:
            add_name(self.file, miss.word, name, language, day=self.journal.day, confirmed=miss.saves)
        except ProfileError as error:
            self.asks.is_told(str(error))
            return None
        place.words.learn(miss.word, name, language)
        how = say(", confirmed by typing it, as it saves something") if miss.saves else ""
        self.journal.fact(say('Taught by you: another name of "{word}"', word=miss.word), f'"{name}"{how}')
        self.asks.is_told(
            say(
                '"{name}" is kept as a name of "{word}" in {file}.', name=name, word=miss.word, file=self.file
            )
        )
        return place.renewed()


def _looked_for(miss: Miss) -> str:
    return say('the {kind} "{word}"', kind=say_marked(KINDS.get(miss.kind, miss.kind)), word=miss.word)


def _not_found_by(  # noqa: PLR0913, PLR0917  # what was looked for, and what was shown
    place: Place, miss: Miss, want: str, word: str, name: str, element: ElementHandle
) -> str:
    """Look for it as the next run would, with the new name; "" when that finds exactly what was pointed at."""
    steps = [dict(step) for step in place.steps]
    if miss.step is not None:
        steps[miss.step]["names"] = [*steps[miss.step]["names"], fold(name)]
        if place.window.ask("text", {"scope": steps[: miss.step + 1]}):
            return ""
        return say(
            'The page has more than one {kind} "{name}": it cannot be taught.', kind=miss.kind, name=name
        )
    names = [*place.words.names(word), fold(name)]
    query = {
        **place.query(want=want, names=names, options=[], nameless=False),
        "scope": steps,
        "patient": False,
    }
    said = place.window.ask("find", query)
    if said["state"] == "several":
        return say('The page has more than one "{name}": it cannot be taught.', name=name)
    taken = place.window.taken(said) if said["state"] == "found" else []
    given = [{"found": each, "kind": miss.on_the_page} for pair in taken for each in filter(None, pair)]
    if any(element.evaluate(pointing("isMeant"), each) for each in given):
        return ""
    return say('By the name "{name}" it is not found where it is looked for: it cannot be taught.', name=name)
