"""One run's record: a line of JSON for every event, numbered pictures, and the outcome.

Every text passes through `hiding` before it is written or shown to a listener. A line is written at once, so
that a killed run leaves everything up to that moment; what matters is on the disk before the run goes on.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from assist_bot import logs
from assist_bot.errors import MachineError
from assist_bot.filing import keep_paper
from assist_bot.hiding import HiddenValues, Mask, hide
from assist_bot.language import say
from assist_bot.outcome import Result
from assist_bot.private_fields import is_number, kind_of
from assist_bot.run_folder import make_folder, safe_name, slug, unused, write_private
from assist_bot.step import Step, how_it_ended

Event = dict[str, Any]

FILE_NAME = "journal.jsonl"
WITHHELD = "(secret)"
"""What stands for a password or an answer in a step."""

NO_FIELDS = ("open", "click", "hover", "see", "save", "download", "attach")
"""Verbs whose words are no label of a field: what they tell beside is a title, a file."""

_LONGEST_TEXT = 4000


class Journal:
    """The record of one run. `folder` is where it stands, `masks` what pictures have to hide."""

    def __init__(self, folder: Path, began: datetime, for_good: Path | None = None) -> None:
        self.folder = folder
        self._for_good = for_good
        self.kept: list[Path] = []
        """What this run kept for good, or found kept already."""
        self.complete = True
        """False once something could not be written, after something had been sent."""
        self._began = began
        self._clock = time.monotonic()
        self._hidden = HiddenValues()
        self._listeners: list[Callable[[Event], None]] = []
        self._steps = 0
        self._open: list[int] = []
        self._pictures = 0
        self._rehearsing = False
        self._part = ""
        self._sent = False
        self._ended = False
        self.people: tuple[str, ...] = ()
        """What says who the people of this run are; its words are kept out of what is written for others."""

    @classmethod
    def begin(  # noqa: PLR0913  # each is a fact of the run
        cls,
        runs_folder: Path,
        command: str,
        *,
        dry_run: bool,
        now: datetime,
        version: str,
        for_good: Path | None = None,
    ) -> "Journal":
        """Begin a run's record in a new folder of its own, private to the person. Raises MachineError.

        Documents that outlive the run are kept in the folder `for_good` as well.
        """
        try:
            folder = make_folder(runs_folder, f"{command}-dry-run" if dry_run else command, now)
        except OSError as error:
            raise _cannot_write(error) from error
        journal = cls(folder, now, for_good)
        journal._record("began", surely=True, command=command, dry_run=dry_run, version=version)
        return journal

    @property
    def masks(self) -> tuple[Mask, ...]:
        """The hidden values as patterns, longest first, for the pictures."""
        return self._hidden.masks

    @property
    def day(self) -> date:
        """The day on which the run began, by the clock that it was given."""
        return self._began.date()

    def hide(self, values: Iterable[str]) -> None:
        """Replace these values in everything written from now on, wholly: passwords, codes. In the log as well."""
        values = tuple(values)
        self._hidden.add(values, keep_ending=False)
        logs.hide(values)

    def hide_numbers(self, values: Iterable[str]) -> None:
        """Replace these identity numbers but for their last four characters, to be recognised."""
        values = tuple(values)
        self._hidden.add(values, keep_ending=True)
        logs.hide(values)

    def hide_private(self, label: str, values: Iterable[str]) -> None:
        """Hide from now on what stands in a field whose label says that it is private, whoever it is about."""
        kind, values = kind_of(label), [value for value in values if value != WITHHELD]
        if kind == "password":
            self.hide(values)
        elif kind == "answer":
            self._hidden.add_answers(values)
            logs.hide_answers(values)
        elif kind == "number":
            self.hide_numbers(filter(is_number, values))

    @property
    def rehearsing(self) -> bool:
        """Whether what happens now happens on the practice portal of a dry run."""
        return self._rehearsing

    def hidden(self, text: str) -> str:
        """Clean a text as the journal would."""
        return hide(text, self.masks)

    def listen(self, callback: Callable[[Event], None]) -> None:
        """Call back with each event as it is written. A listener that fails is not called again."""
        self._listeners.append(callback)

    def chapter(self, title: str) -> None:
        """Begin a part of the guide, such as "Employer Information"."""
        self._record("chapter", title=f"{self._part}: {title}" if self._part else title)

    @contextmanager
    def step(
        self, verb: str, words: str, *, section: str = "", saves: bool = False, at: str = ""
    ) -> Iterator[Step]:
        """Record one step and how it ended. `saves`: it changes something at the portal."""
        self._steps += 1
        step = Step(self._steps)
        told: Event = {"verb": verb, "words": words, "section": section, "at": at, "saves": saves}
        self._record("step", surely=saves, number=step.number, **told)
        self._sent = self._sent or (saves and not self._rehearsing)
        self._open.append(step.number)
        began = time.monotonic()
        try:
            yield step
        except BaseException as error:
            self._end_step(step, told, began, error)
            raise
        self._end_step(step, told, began, None)

    def photograph(self, picture: bytes, title: str) -> None:
        """Keep a PNG of the page with the current or last step. Never fails: evidence decides nothing."""
        self._pictures += 1
        title = self.hidden(title)
        rehearsal = "rehearsal-" if self._rehearsing else ""
        path = unused(self.folder, f"{self._pictures:03}-{rehearsal}{slug(title)}.png")
        try:
            write_private(path, picture, surely=False)
        except OSError as error:
            text = say(
                'The picture of "{title}" could not be kept: {reason}.', title=title, reason=error.strerror
            )
            self._record("warning", forgiving=True, text=text)
            return
        self._record("picture", forgiving=True, file=path.name, title=title, step=self._current_step)

    def stopped(
        self, looked: Mapping[str, object], *, file: str, picture: str, notes: Sequence[str] = ()
    ) -> None:
        """Record what was looked for in vain on a page, what it has instead, and the file to be sent."""
        self._record(
            "stop",
            forgiving=True,
            step=self._current_step,
            looked=dict(looked),
            file=file,
            picture=picture,
            notes=notes,
        )

    def not_done(self, what: str, why: str) -> None:
        """Record something that this run leaves undone."""
        self._record("not_done", surely=True, what=what, why=why)

    def warn(self, text: str) -> None:
        """Record something that the person should know, and that stops nothing."""
        self._record("warning", surely=True, text=text)

    def turned_away(self, host: str, kinds: Sequence[str], times: int) -> None:
        """Record a host that the browser was not let to: for what, and how often."""
        self._record("turned_away", forgiving=True, host=host, kinds=kinds, times=times)

    def fact(self, name: str, value: object) -> None:
        """Record something learnt from the portal: a reference, the employer code, the ACR."""
        self._record("fact", surely=True, name=name, value=str(value))

    def keep(self, name: str, data: bytes) -> Path:
        """Keep a document in the run's folder under a safe name, overwriting nothing.

        In a rehearsal it goes into the folder `rehearsal` inside, never to be taken for a real one.
        Raises MachineError, also after something was sent: call it only when what was sent is on record.
        """
        return self._keep(name, data, for_good=False)

    def _keep(self, name: str, data: bytes, *, for_good: bool) -> Path:
        folder = self.folder / "rehearsal" if self._rehearsing else self.folder
        try:
            if self._rehearsing:
                folder.mkdir(mode=0o700, exist_ok=True)
            path = unused(folder, safe_name(self.hidden(name)))
            write_private(path, data)
        except OSError as error:
            raise _cannot_write(error) from error
        kept = path.relative_to(self.folder).as_posix()
        mark = {"for_good": True} if for_good else {}
        self._record("document", surely=True, file=kept, step=self._current_step, **mark)
        return path

    def keep_for_good(self, name: str, data: bytes) -> Path:
        """Keep a document that outlives the run, a letter or a receipt, also in the lasting folder; give that path.

        In a rehearsal it stays in the run's folder. Raises MachineError, see `keep`.
        """
        for_good = self._for_good is not None and not self._rehearsing
        path = self._keep(name, data, for_good=for_good)
        if self._for_good is None or not for_good:
            return path
        try:
            lasting = keep_paper(self._for_good, safe_name(self.hidden(name)), data)
        except OSError as error:
            raise _cannot_write(error) from error
        self.kept += [lasting] if lasting not in self.kept else []
        return lasting

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Mark what happens inside as happening on the practice portal."""
        before, self._rehearsing = self._rehearsing, True
        try:
            yield
        finally:
            self._rehearsing = before

    @contextmanager
    def part(self, title: str) -> Iterator[None]:
        """Name what the chapters inside are about, such as "October 2026 (2 of 3)"."""
        before, self._part = self._part, title
        try:
            yield
        finally:
            self._part = before

    def end(self, result: Result) -> None:
        """Write the run's outcome; the first one stands, further calls do nothing."""
        if not self._ended:
            self._ended = True
            self._record("outcome", surely=True, forgiving=True, result=result.as_json())

    @property
    def _current_step(self) -> int:
        return self._open[-1] if self._open else self._steps

    def _end_step(self, step: Step, told: Event, began: float, error: BaseException | None) -> None:
        self._open.remove(step.number)
        ended, text = how_it_ended(error)
        values = self._to_be_read(step, told)
        self._record(
            "step_ended",
            surely=told["saves"],
            forgiving=error is not None,  # the step's own error is the one to be told
            number=step.number,
            ended=ended,
            error=text,
            seconds=round(time.monotonic() - began, 3),
            **values,
            notes=step.notes,
        )

    def _to_be_read(self, step: Step, told: Event) -> dict[str, str]:
        """Hide by its label what a step says of a field, whatever its verb."""
        values = {"value": step.filled_in, "read_back": step.portal_shows}
        if told["verb"] in NO_FIELDS:
            return values
        self.hide_private(told["words"], filter(None, values.values()))
        whole = kind_of(told["words"]) in ("password", "answer")
        return {name: WITHHELD if whole and value else value for name, value in values.items()}

    def _record(self, kind: str, *, surely: bool = False, forgiving: bool = False, **facts: object) -> None:
        moment = self._began + timedelta(seconds=time.monotonic() - self._clock)
        cleaned = self._hidden.clean(facts, _LONGEST_TEXT)
        event: Event = {"event": kind, "time": moment.isoformat(timespec="milliseconds"), **cleaned}
        if self._rehearsing:
            event["rehearsal"] = True
        line = json.dumps(event, ensure_ascii=False) + "\n"
        try:
            write_private(self.folder / FILE_NAME, line.encode(errors="replace"), add=True, surely=surely)
        except OSError as error:
            self.complete = False
            if not (forgiving or self._sent):
                raise _cannot_write(error) from error
        self._tell(event)

    def _tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - a display that breaks must not decide how a submission ends
                self._listeners.remove(listener)


def _cannot_write(error: OSError) -> MachineError:
    reason = error.strerror or type(error).__name__
    return MachineError(
        say("The record of this run cannot be written: {reason}.", reason=reason),
        say("Free some disk space or mend the folder's permissions, then run the command again."),
    )
