"""The portal as a person sees it: a dozen verbs on labels, sections and rows. Every verb is a step of the journal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import DryRunEnds, Ending, NotOffered, PortalChanged, PortalUnavailable
from assist_bot.journal import Journal
from assist_bot.portal import controls, reading
from assist_bot.portal.bank import Returned, listen_to_the_bank, wait_for_return
from assist_bot.portal.finding import Found, Place, await_words, find, shows
from assist_bot.profile import PortalAccess
from assist_bot.step import Step

BLANK = "This field cannot be blank."


@dataclass(frozen=True)
class Portal:
    """The whole portal, or a section, row or cell of the page it shows: the same verbs everywhere.

    With `read_only` every verb that would change something at the portal raises DryRunEnds instead.
    """

    access: PortalAccess
    journal: Journal
    place: Place
    read_only: bool = False

    # ---- Where to look -------------------------------------------------------------------------------------------

    def section(self, title: str) -> "Portal":
        """Narrow down to the part of the page under a heading."""
        return replace(self, place=self.place.inside("section", title))

    def row(self, *known_by: str) -> "Portal":
        """Narrow down to the row in which one of these stands, the first of them before the next."""
        tiers = [list(self.place.words.names(words)) for words in known_by]
        return replace(self, place=self.place.inside("row", known_by[-1], tiers=tiers))

    def row_at(self, index: int) -> "Portal":
        """Narrow down to a row by its position, counted from 0 as in `table`."""
        return replace(self, place=self.place.inside("rowAt", f"row {index + 1}", index=index))

    def under(self, column: str) -> "Portal":
        """Narrow a row down to its cell under a column's heading."""
        return replace(self, place=self.place.inside("column", column))

    def logged_in(self) -> "Portal":
        """Give the portal as it is behind the log-in: there the log-in page means that the session has ended."""
        return replace(self, place=replace(self.place, logged_in=True))

    # ---- What changes nothing --------------------------------------------------------------------------------------

    def chapter(self, title: str) -> None:
        """Begin a part of the guide."""
        self.journal.chapter(title)

    def open(self) -> None:
        """Open the portal's log-in page."""
        with self._step("open", self.access.url):
            self.place.window.go(self.access.url)

    def click(self, word: str, then: str | Sequence[str] = ()) -> str:
        """Press a button or link; `then` is what the page shows afterwards, and what is given back."""
        with self._step("click", word):
            self._press(find(self.place, "button", word, nameless=True)[0])
            return self._await(then) if then else ""

    def click_once(self, word: str, then: str | Sequence[str]) -> str:
        """Press a button whose form must not arrive twice, though nothing is saved by it: a log-in that is counted.

        `then` are whole titles or messages, as for `see`.
        """
        with self._step("click", word), self.place.window.sending_once():
            return self._press_and_await(find(self.place, "button", word)[0], then, whole=True)

    def hover(self, word: str) -> None:
        """Hold the pointer over an entry of a menu."""
        with self._step("hover", word):
            find(self.place, "button", word)[0].element.hover(timeout=controls.PRESSING)

    def see(self, *titles: str) -> str:
        """Wait until the page shows one of these titles, photograph the page, and say which."""
        with self._step("see", " or ".join(titles)) as step:
            seen = await_words(self.place, titles, whole=True, fresh=False)
            step.read_back(seen)
            self.photograph(seen)
        return seen

    def says(self, *words: str) -> bool:
        """Say whether the page shows any of these words now."""
        return shows(self.place, words)

    def has(self, title: str) -> bool:
        """Say whether the page has a section of this title now."""
        return reading.has(self.place.inside("section", title))

    def fill(self, label: str, text: str | Decimal) -> None:
        """Type into the box of a label; what it then shows must be the same."""
        wanted = f"{text:.2f}" if isinstance(text, Decimal) else text
        with self._step("fill", label) as step:
            step.value(wanted)
            shown = controls.fill_text(find(self.place, "field", label)[0], wanted)
            self._read_back(step, label, shown, same=controls.same_text(shown, wanted), wanted=wanted)

    def fill_lines(self, label: str, lines: Sequence[str]) -> None:
        """Type into the several boxes of one label, one line each; the boxes left over stay empty."""
        with self._step("fill", label) as step:
            step.value(", ".join(lines))
            boxes = find(self.place, "lines", label)
            if len(boxes) < len(lines):
                raise PortalChanged(
                    f'"{label}" has {len(boxes)} boxes for {len(lines)} lines.',
                    "Write the address in fewer lines.",
                )
            wanted = [*lines, *[""] * (len(boxes) - len(lines))]
            shown = [controls.fill_text(box, text) for box, text in zip(boxes, wanted, strict=True)]
            same = all(controls.same_text(*pair) for pair in zip(shown, wanted, strict=True))
            self._read_back(step, label, ", ".join(filter(None, shown)), same=same, wanted=", ".join(lines))

    def fill_date(self, label: str, day: date) -> None:
        """Enter a date."""
        with self._step("fill", label) as step:
            step.value(f"{day:%d/%m/%Y}")
            shown = controls.fill_date(self.place, find(self.place, "field", label)[0], day)
            self._read_back(step, label, shown, same=controls.same_date(shown, day), wanted=f"{day:%d/%m/%Y}")

    def fill_secret(self, label: str, secret: str) -> None:
        """Type a secret into the box of a label: only on the very origin that the profile names, and shown nowhere."""
        self.journal.hide([secret])
        with self._step("fill", label) as step:
            self._at_home()
            box = find(self.place, "field", label)[0]
            self._at_home()
            box.element.fill(secret, timeout=controls.PRESSING)
            step.value("(secret)")

    def choose(self, label: str, option: str, *other_names: str) -> None:
        """Choose an option of a drop-down or a radio group. Raises NotOffered when it is not among them."""
        with self._step("choose", label) as step:
            step.value(option)
            found = find(self.place, "choice", label, options=(option, *other_names))[0]
            names = [name for each in (option, *other_names) for name in self.place.words.names(each)]
            step.read_back(reading.choose(self.place, found, label, names))

    def tick(self, label: str) -> None:
        """Set a tick."""
        with self._step("tick", label) as step:
            shown = controls.set_tick(find(self.place, "tick", label)[0])
            self._read_back(step, label, shown, same=shown == "ticked", wanted="ticked")

    def attach(self, label: str, path: Path) -> None:
        """Put a file into a file box; nothing is sent yet."""
        with self._step("attach", label) as step:
            step.value(path.name)
            step.read_back(controls.attach_file(find(self.place, "file", label)[0], path))

    def offered(self, label: str) -> list[str]:
        """List what a drop-down offers."""
        with self._step("read", label) as step:
            options = controls.offered_by(find(self.place, "choice", label)[0])
            step.read_back(", ".join(options))
        return options

    def read(self, label: str) -> str:
        """Read the value that stands with a label. Raises PortalChanged when there is none, or more than one."""
        with self._step("read", label) as step:
            value = reading.value(self.place, label)
            if value is None:
                raise PortalChanged(
                    f'The portal\'s page does not show "{label}".', "Look at the pictures of this run."
                )
            step.read_back(value)
        return value

    def value(self, label: str) -> str:
        """Read the value that stands with a label now, "" when there is none."""
        return reading.value_now(self.place, label) or ""

    def lines(self, label: str) -> list[str]:
        """Read what stands in the several boxes of one label now, or beside it where it cannot be changed."""
        return reading.lines_now(self.place, label)

    def ticks(self) -> dict[str, bool]:
        """Read the tick boxes here: what stands beside each, and whether it is ticked."""
        return reading.ticks(self.place)

    def can(self, want: str, word: str) -> bool:
        """Say whether there is now a control of this kind ("button", "tick", "field") and name."""
        return reading.can(self.place, want, word)

    def rows(self, *columns: str, optional: Sequence[str] = ()) -> list[dict[str, str]]:
        """Read a list, through all its pages: for each row the text under each of these columns.

        Raises PortalChanged when a column is missing that is not `optional`.
        """
        with self._step("read", " | ".join((*columns, *optional))) as step:
            rows = [row for _ in self._pages() for row in reading.rows(self.place, columns, optional)]
            step.read_back(f"{len(rows)} rows")
        return rows

    def row_on_any_page(self, *known_by: str) -> "Portal":
        """Narrow down to a row, turning the pages of the list until it shows."""
        row = self.row(*known_by)
        if not reading.has(row.place):
            for _ in self._pages():
                if reading.has(row.place):
                    break
        return row

    def _pages(self) -> Iterator[int]:
        """Turn the pages of a list, from the first to the last. A list without pages has one."""
        if self.can("button", "1"):
            self.click("1")
        page = 1
        yield page
        while self.can("button", str(page + 1)):
            page += 1
            self.click(str(page))
            yield page

    def text(self) -> str:
        """Read all that this part of the page says."""
        return reading.text(self.place)

    def download(self, word: str) -> bytes:
        """Press a link that hands out a file, and give the file."""
        with self._step("download", word) as step:
            found = find(self.place, "button", word, nameless=True)[0]
            data = reading.download(self.place.window, found)
            step.read_back(f"{len(data)} bytes")
        return data

    def photograph(self, title: str) -> None:
        """Take a picture of the page, identity numbers and passwords covered."""
        masks = [{"pattern": mask.pattern, "shown": mask.shown} for mask in self.journal.masks]
        picture = self.place.window.picture(masks)  # type: ignore[arg-type]
        if picture is not None:
            self.journal.photograph(picture, title)

    # ---- What changes something at the portal ----------------------------------------------------------------------

    def save(self, word: str, then: str | Sequence[str], *, with_file: bool = False) -> str:
        """Press what saves or submits, once; wait for what the page must show then, and say which it showed.

        Raises DryRunEnds in a dry run, before the press. A form `with_file` goes the browser's own way.
        """
        with self._step("save", word, saves=not self.read_only) as step:
            button = find(self.place, "button", word)[0]
            self.photograph(f"Before {word}")
            if self.read_only:
                raise DryRunEnds(f'Stopped before "{word}".', "A dry run saves nothing.")
            window = self.place.window
            if with_file:
                seen = self._press_and_await(button, then)
            else:
                with window.sending_once():
                    seen = self._press_and_await(button, then)
            step.read_back(seen)
            self.photograph(f"After {word}")
        return seen

    def ready(self, word: str) -> None:
        """Make sure that a button is there before anything about it is recorded. Raises DryRunEnds in a dry run."""
        with self._step("see", word):
            find(self.place, "button", word)
            if self.read_only:
                self.photograph(f"Before {word}")
                raise DryRunEnds(f'Stopped before "{word}".', "A dry run saves nothing.")

    def hand_over(
        self, word: str, then: Sequence[str], tell: Callable[[str], None], minutes: float
    ) -> Returned:
        """Press the button that leads to the bank, tell the person which host it is, and wait for their return.

        To be made sure of with `ready` first. Nothing is typed or pressed at the bank, and no picture is taken there. Raises PortalUnavailable when the
        person does not come back to the portal in time, PortalChanged when the button leads to an unknown host.
        """
        with self._step("save", word, saves=True) as step:
            button = find(self.place, "button", word)[0]
            self.photograph(f"Before {word}")
            listen_to_the_bank(self.place.window, self.place.window.page)
            with self.place.window.sending_once():
                self._press(button)
                said = wait_for_return(
                    self.place.window, self.access, lambda: shows(self.place, (*then, BLANK)), tell, minutes
                )
                seen = await_words(self.place, then, whole=False, fresh=False)
            step.read_back(seen)
            self.photograph(seen)
        return Returned(seen, said)

    # ---- How it is done --------------------------------------------------------------------------------------------

    def _press_and_await(self, button: Found, then: str | Sequence[str], *, whole: bool = False) -> str:
        try:
            self._press(button)
            return self._await(then, whole=whole)
        except PortalUnavailable:
            if self.place.window.lost:
                self.place.window.close()  # so that nothing on the page can send it again
            raise

    def _press(self, button: Found) -> None:
        self.place.window.forget_trouble()
        self.place.window.ask("remember")
        button.element.click(timeout=controls.PRESSING)

    def _await(self, then: str | Sequence[str], *, whole: bool = False) -> str:
        expected = (then,) if isinstance(then, str) else tuple(then)
        return await_words(self.place, expected, whole=whole, fresh=True)

    def _read_back(self, step: Step, label: str, shown: str, *, same: bool, wanted: str) -> None:
        step.read_back(shown)
        if not same:
            raise PortalChanged(
                f'"{label}" shows "{shown}" after "{wanted}" was entered.',
                "Nothing was saved with it. Enter it by hand.",
            )

    def _at_home(self) -> None:
        if not self.place.window.at(self.access.origin):
            raise PortalChanged(
                f"The page asking for the password is not on {self.access.origin}.",
                "No password was typed. Somebody may be pretending to be the portal; check the address in the profile.",
            )

    @contextmanager
    def _step(self, verb: str, words: str, *, saves: bool = False) -> Iterator[Step]:
        section = next((step["word"] for step in reversed(self.place.steps) if step["kind"] == "section"), "")
        at = " ".join(step["word"] for step in self.place.steps if step["kind"] != "section")
        with self.journal.step(verb, words, section=section, saves=saves, at=at) as step:
            try:
                yield step
            except PlaywrightError as error:
                self.photograph(f"{words} did not work")
                raise PortalChanged(
                    f'"{words}" did not work on the portal\'s page: {_first_line(error)}.',
                    "Look at the pictures of this run.",
                ) from error
            except (DryRunEnds, NotOffered):
                raise
            except Ending:
                self.photograph(f"{words} stopped the run")
                raise


def _first_line(error: PlaywrightError) -> str:
    return (error.message.splitlines() or [""])[0].rstrip(".")
