"""A household whose every private fact is a canary, its computer, and what a run leaves there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import TimeoutExpired
from tempfile import mkdtemp
from threading import Event, Thread

from assist_bot.cli.rehearsing import registered
from assist_bot.profile import load
from fixtures.mock_portal.server import PracticePortal
from tests.blanks import Box, blank
from tests.canaries.allowed import Found, leaks
from tests.canaries.reading import Piece, files
from tests.canaries.values import ALL, ANSWER, INFORMATION, OLD, PROFILE, UNCONFIRMED, Canary, Kind
from tests.cli.home import ENOUGH, OCTOBER, PORTAL_ID, Home, Ran
from tests.soak.killed import MARK, processes

FAULT = re.compile(r"\b[A-Z]\w*(Error|Exception)\b")
"""Stands in the line that tells the text of a fault."""
BETWEEN_LOOKS = 0.15
"""Seconds between two looks at the programs that run."""


@dataclass
class Nest:
    """The computer of that household, with a folder for temporary files of its own.

    `seen` is what was found of each program that a run started: its command line and its environment.
    """

    home: Home
    temporary: Path
    seen: set[Piece] = field(default_factory=set)
    ran: list[Ran] = field(default_factory=list)

    @classmethod
    def made(cls, folder: Path, practice: PracticePortal) -> "Nest":
        """Write the profile; the store holds an old password and a new one that the portal never confirmed."""
        home, temporary = Home(folder / "computer", practice), folder / "temporary"
        for each in (home.folder, temporary):
            each.mkdir()
        home.settings |= {"TMPDIR": str(temporary), MARK: mkdtemp(dir=folder)}
        home.write_profile(**PROFILE)
        home.put(
            {"": OLD.value, "#unconfirmed-password": UNCONFIRMED.value, "#security-answer": ANSWER.value}
        )
        account = {"portal_id": PORTAL_ID, "temporary_password": OLD.value, "information": INFORMATION}
        practice.memory.seed([account], [])
        return cls(home, temporary)

    def register(self) -> None:
        """Let the portal know the household as registered."""
        today = self.home.practice.clock.today()
        profile = load(self.home.folder / "profile.toml", "pay", today).profile
        account = registered(profile, hired_by=OCTOBER.first_day)
        self.home.practice.memory.seed([{**account, "password": OLD.value}], [])

    def begin_with_the_forms(self) -> None:
        """Let no form be finished and no password be there, and the blank of the first form lie ready."""
        self.home.put({})
        papers = ("form_1_employer", "form_2_employee", "next_of_kin_form")
        self.home.write_profile(**PROFILE, **dict.fromkeys(papers, ""))
        blanks = self.home.folder / "blanks"
        blanks.mkdir()
        (blanks / "Portal ID.pdf").write_bytes(blank(Box("Nama Majikan"), Box("No. Kad Pengenalan")))

    def run(self, *arguments: str, stdin: str = "", **settings: str) -> Ran:
        """Run a command to its end, while all programs that it starts are looked at."""
        program = self.home.start(*arguments, **settings)
        with self._watching(program.pid):
            try:
                out, err = program.communicate(stdin.encode(), timeout=ENOUGH)
            except TimeoutExpired:
                program.kill()
                raise
        self.ran.append(Ran(program.returncode, out.decode(), err.decode()))
        return self.ran[-1]

    @property
    def canaries(self) -> tuple[Canary, ...]:
        """All that are to be looked for: those that were planted, and what the program made up itself."""
        made = [value for value in self.home.store.values() if value not in {each.value for each in ALL}]
        return (*ALL, *(Canary("made-up secret", value, Kind.SECRET) for value in made))

    @property
    def left(self) -> Iterator[Piece]:
        """Everything that the runs left: files, temporary ones too, what was said, and what children were given."""
        yield from files(self.home.folder)
        yield from (Piece(f"temporary/{place}", data) for place, data in files(self.temporary))
        for number, ran in enumerate(self.ran):
            yield Piece(f"result!{number}", ran.stdout.encode())
            yield Piece(f"result!{number}-on-the-way", ran.stderr.encode())
            about_faults = [line for line in ran.stderr.splitlines() if FAULT.search(line)]
            yield Piece(f"fault!{number}", "\n".join(about_faults).encode())
        yield from self.seen

    @property
    def leaks(self) -> list[Found]:
        """List what stands where it may not."""
        return leaks(self.left, self.canaries)

    @contextmanager
    def _watching(self, program: int) -> Iterator[None]:
        over = Event()
        watcher = Thread(target=self._watch, args=(program, over))
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()

    def _watch(self, program: int, over: Event) -> None:
        its_own = _read(program, "cmdline")
        while Path("/proc").is_dir() and not over.wait(BETWEEN_LOOKS):
            for each in processes(self.home.settings[MARK]):
                line = _read(each, "cmdline")  # first: a child is a copy of the program until it begins
                self.seen.add(Piece("command line", line))
                if line != its_own:  # for the program may have been given secrets in its environment
                    self.seen.add(Piece("environment", _read(each, "environ")))


def _read(process: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{what}").read_bytes()
    except OSError:  # it has ended
        return b""
