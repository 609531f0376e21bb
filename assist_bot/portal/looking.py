"""Looking and moving about: where on the page, what is there, and the presses that change nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self, TypeVar

from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import DryRunEnds, Ending, NotOffered, PortalChanged
from assist_bot.filing import fingerprint
from assist_bot.journal import Journal
from assist_bot.language import say
from assist_bot.portal import controls, reading
from assist_bot.portal.beside import OPENS_A_TAB
from assist_bot.portal.camera import photograph
from assist_bot.portal.files import ensure_pdf
from assist_bot.portal.finding import Found, Place, await_words, find, shows
from assist_bot.portal.window import LOOKS
from assist_bot.portal.words import fold
from assist_bot.profile import PortalAccess
from assist_bot.step import Step

T = TypeVar("T")


@dataclass(frozen=True)
class Looking:
    """The whole portal, or a section, row or cell of the page it shows. Every verb is a step of the journal."""

    access: PortalAccess
    journal: Journal
    place: Place
    read_only: bool = False
    papers: frozenset[Path] = frozenset()
    """The files of the profile: what may be uploaded, beside what the portal handed out in this run."""

    def section(self, title: str) -> Self:
        """Narrow down to the part of the page under a heading."""
        return replace(self, place=self.place.inside("section", title))

    def row(self, *known_by: str) -> Self:
        """Narrow down to the row in which one of these stands, the first of them before the next."""
        tiers = [list(self.place.words.names(words)) for words in known_by]
        return replace(self, place=self.place.inside("row", known_by[-1], tiers=tiers))

    def row_at(self, index: int) -> Self:
        """Narrow down to a row by its position, counted from 0 as in `table`."""
        return replace(self, place=self.place.inside("rowAt", f"row {index + 1}", index=index))

    def under(self, column: str) -> Self:
        """Narrow a row down to its cell under a column's heading."""
        return replace(self, place=self.place.inside("column", column))

    def logged_in(self) -> Self:
        """Give the portal as it is behind the log-in: there the log-in page means that the session has ended."""
        return replace(self, place=replace(self.place, logged_in=True))

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
            self._on("button", word, self._press, nameless=True)
            return self._await(then) if then else ""

    def hover(self, word: str, *, under: str = "") -> None:
        """Hold the pointer over an entry of a menu; first over the one that it is `under`, where the page has that."""
        with self._step("hover", word):
            if under and self._opens_first(word, under):
                self._on("button", under, _hover)
            self._on("button", word, _hover)

    def _opens_first(self, word: str, under: str) -> bool:
        """Wait for either entry of a menu, and say whether there is only the one that is to be opened first."""
        names = [*self.place.words.names(word), *self.place.words.names(under)]
        if not self.can("button", word):
            query = self.place.query(want="button", names=names, options=[], nameless=False)
            while self.place.is_answered(*self.place.window.find("find", query)):
                pass  # a notice was closed: look again
        return not self.can("button", word) and self.can("button", under)

    def see(self, *titles: str) -> str:
        """Wait until the page shows one of these titles, photograph the page, and say which."""
        with self._step("see", say(" or ").join(titles)) as step:
            seen = await_words(self.place, titles, whole=True, fresh=False)
            step.read_back(seen)
            self.photograph(seen)
        return seen

    def says(self, *words: str) -> bool:
        """Say whether the page shows any of these words now."""
        return shows(self.place, words)

    def our_word(self, shown: str, *words: str) -> str:
        """Say which of these words stands there, under whichever of its names; where none does, what stands there."""
        return next((word for word in words if fold(shown) in self.place.words.names(word)), shown)

    def has(self, title: str) -> bool:
        """Say whether the page has a section of this title now."""
        return reading.has(self.place.inside("section", title))

    def offered(self, label: str) -> list[str]:
        """List what a drop-down offers."""
        with self._step("read", label) as step:
            options = controls.offered_by(find(self.place, "choice", label)[0])
            step.read_back(", ".join(options))
        return options

    def read(self, label: str, looks_like: str = "") -> str:
        """Read the value that stands with a label. Raises PortalChanged when there is none, or more than one.

        Of several, one that alone `looks_like` what is wanted (a regular expression for all of it) is taken, where
        the others are explanations without any figure in them.
        """
        with self._step("read", label) as step:
            value = reading.value(self.place, label, looks_like)
            if value is None:
                raise PortalChanged(
                    say('The portal\'s page does not show "{label}".', label=label),
                    say("Look at the pictures of this run."),
                )
            step.read_back(value)
        return value

    def value(self, label: str, looks_like: str = "") -> str:
        """Read the value that stands with a label now, as `read` does, "" when there is none."""
        value = reading.value_now(self.place, label, looks_like) or ""
        self.journal.hide_private(label, [value])
        return value

    def lines(self, label: str) -> list[str]:
        """Read what stands in the several boxes of one label now, or beside it where it cannot be changed."""
        lines = reading.lines_now(self.place, label)
        self.journal.hide_private(label, lines)
        return lines

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
            for column in (*columns, *optional):
                self.journal.hide_private(column, [row[column] for row in rows if column in row])
            step.read_back(say("{count} rows", count=len(rows)))
        return rows

    def rows_now(self) -> list[Self]:
        """Narrow down to each row of the list that shows now; none where there is no list."""
        found: list[Self] = []
        while reading.has((row := self.row_at(len(found))).place):
            found.append(row)
        return found

    def row_on_any_page(self, *known_by: str) -> Self:
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
        """Press a link that hands out a PDF, and give it. Raises PortalChanged when it is something else."""
        with self._step("download", word) as step:
            found = find(self.place, "button", word, nameless=True)[0]
            data = reading.download(self.place.window, found)
            step.read_back(say("{count} bytes", count=len(data)))
            ensure_pdf(word, data)
            self.place.window.handed_out.add(fingerprint(data))
        return data

    def photograph(self, title: str) -> None:
        """Take a picture of the page, identity numbers and passwords covered."""
        window = self.place.window
        photograph(window.camera, window.page, self.journal, title)

    def _on(
        self,
        want: str,
        word: str,
        act: Callable[[Found], T],
        *,
        options: Sequence[str] = (),
        nameless: bool = False,
    ) -> T:
        """Find what the word names and do something with it that may be done twice, though it is not meant to be.

        What went before anything was done to it, for the page was changing, is looked for again.
        """
        for look in range(LOOKS):
            found = find(self.place, want, word, options=options, nameless=nameless)[0]
            try:
                return act(found)
            except PlaywrightError as error:
                if controls.GONE not in str(error) or look == LOOKS - 1:
                    raise
        raise AssertionError

    def _press(self, button: Found) -> None:
        self.place.window.forget_trouble()
        self.place.window.ask("remember")
        opens = bool(button.element.evaluate(OPENS_A_TAB))
        page = self.place.window.page
        try:
            button.element.click(timeout=controls.PRESSING)
        except PlaywrightError:
            if not page.is_closed():  # it closed its own window, which is what it is for
                raise
        if opens:
            self.place.window.beside.await_tab(page)

    def _await(self, then: str | Sequence[str], *, whole: bool = False) -> str:
        expected = (then,) if isinstance(then, str) else tuple(then)
        return await_words(self.place, expected, whole=whole, fresh=True)

    @contextmanager
    def _step(self, verb: str, words: str, *, saves: bool = False) -> Iterator[Step]:
        section = next((step["word"] for step in reversed(self.place.steps) if step["kind"] == "section"), "")
        at = " ".join(step["word"] for step in self.place.steps if step["kind"] != "section")
        self.place.window.step = {"verb": verb, "words": words, "section": section, "at": at, "saves": saves}
        with self.journal.step(verb, words, section=section, saves=saves, at=at) as step:
            try:
                yield step
            except PlaywrightError as error:
                self.photograph(f"{words} did not work")
                raise PortalChanged(
                    say(
                        '"{words}" did not work on the portal\'s page: {reason}.',
                        words=words,
                        reason=_first_line(error),
                    ),
                    say("Look at the pictures of this run."),
                ) from error
            except (DryRunEnds, NotOffered):
                raise
            except Ending:
                self.photograph(f"{words} stopped the run")
                raise


def _first_line(error: PlaywrightError) -> str:
    return (error.message.splitlines() or [""])[0].rstrip(".")


def _hover(button: Found) -> None:
    button.element.hover(timeout=controls.PRESSING)
