"""Filling in: everything typed or chosen is read back, and nothing is saved by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from assist_bot.errors import PortalChanged
from assist_bot.journal import WITHHELD
from assist_bot.language import say
from assist_bot.portal import controls, reading
from assist_bot.portal.comparing import same
from assist_bot.portal.files import ensure_may_leave
from assist_bot.portal.finding import Found, find
from assist_bot.portal.looking import Looking
from assist_bot.portal.words import fold
from assist_bot.private_fields import kind_of
from assist_bot.step import Step


@dataclass(frozen=True)
class Filling(Looking):
    """The portal's boxes, lists, ticks and dates, each by the label that a person reads beside it."""

    def fill(self, label: str, text: str | Decimal) -> None:
        """Type into the box of a label; what it then shows must be the same."""
        wanted = f"{text:.2f}" if isinstance(text, Decimal) else text
        with self._step("fill", label) as step:
            step.value(wanted)
            shown = self._on("field", label, partial(controls.fill_text, text=wanted))
            self._read_back(step, label, shown, same=same(shown, text), wanted=wanted)

    def fill_lines(self, label: str, lines: Sequence[str]) -> None:
        """Type into the several boxes of one label, one line each; the boxes left over stay empty."""
        with self._step("fill", label) as step:
            step.value(", ".join(lines))
            boxes = find(self.place, "lines", label)
            if len(boxes) < len(lines):
                raise PortalChanged(
                    say(
                        '"{label}" has {boxes} boxes for {lines} lines.',
                        label=label,
                        boxes=len(boxes),
                        lines=len(lines),
                    ),
                    say("Write the address in fewer lines."),
                )
            wanted = [*lines, *[""] * (len(boxes) - len(lines))]
            shown = [controls.fill_text(box, text) for box, text in zip(boxes, wanted, strict=True)]
            alike = all(same(*pair) for pair in zip(shown, wanted, strict=True))
            self._read_back(step, label, ", ".join(filter(None, shown)), same=alike, wanted=", ".join(lines))

    def fill_date(self, label: str, day: date) -> None:
        """Enter a date."""
        with self._step("fill", label) as step:
            step.value(f"{day:%d/%m/%Y}")
            shown = self._on("field", label, partial(controls.fill_date, day=day))
            self._read_back(step, label, shown, same=same(shown, day), wanted=f"{day:%d/%m/%Y}")

    def fill_secret(self, label: str, secret: str) -> None:
        """Type a secret into the box of a label: only on the very origin that the profile names, and shown nowhere."""
        if kind_of(label) == "answer":
            self.journal.hide_private(label, [secret])
        else:
            self.journal.hide([secret])
        with self._step("fill", label) as step:
            self._at_home()
            box = find(self.place, "field", label, sends=True)[0]
            self._at_home()
            box.element.fill(secret, timeout=controls.PRESSING)
            step.value(WITHHELD)

    def choose(self, label: str, option: str, *other_names: str) -> None:
        """Choose an option of a drop-down or a radio group. Raises NotOffered when it is not among them."""
        with self._step("choose", label) as step:
            step.value(option)
            options = (option, *other_names)
            names = [name for each in options for name in self.place.words.names(each)]

            def taken(found: Found) -> str:
                return reading.choose(self.place, found, label, names)

            shown = self._on("choice", label, taken, options=options)
            self._read_back(step, label, shown, same=fold(shown) in names, wanted=option)

    def tick(self, label: str) -> None:
        """Set a tick."""
        with self._step("tick", label) as step:
            shown = self._on("tick", label, controls.set_tick)
            self._read_back(step, label, shown, same=shown == "ticked", wanted="ticked")

    def attach(self, label: str, path: Path) -> None:
        """Put a file into a file box; nothing is sent yet.

        Raises ProfileError when it is neither one of the profile's papers nor handed out by the portal in this run.
        """
        with self._step("attach", label) as step:
            step.value(path.name)
            ensure_may_leave(path, self.papers, self.place.window.handed_out)
            step.read_back(self._on("file", label, partial(controls.attach_file, path=path)))

    def _read_back(self, step: Step, label: str, shown: str, *, same: bool, wanted: str) -> None:
        step.read_back(shown)
        if not same:
            raise PortalChanged(
                say(
                    '"{label}" shows "{shown}" after "{wanted}" was entered.',
                    label=label,
                    shown=shown,
                    wanted=wanted,
                ),
                say("Nothing was saved with it. Enter it by hand."),
            )

    def _at_home(self) -> None:
        if not self.place.window.at(self.access.origin):
            raise PortalChanged(
                say("The page asking for the password is not on {origin}.", origin=self.access.origin),
                say(
                    "No password was typed. Somebody may be pretending to be the portal; check the address "
                    "in the profile."
                ),
            )
