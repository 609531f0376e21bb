import inspect
import json
import shutil
import stat
import subprocess
import sys
from contextlib import AbstractContextManager, suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from loguru import logger

from assist_bot import logs
from assist_bot.errors import DryRunEnds, MachineError, PortalRejected
from assist_bot.journal import Journal
from assist_bot.outcome import Outcome, Result
from assist_bot.places import Places, prepare

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=ZoneInfo("Asia/Kuala_Lumpur"))
MYKAD = "850101-14-5566"
PASSWORD = 'Canary"9<x>!'
TOLD = f"{PASSWORD} 850101145566"


def begin(folder: Path, *, dry_run: bool = False) -> Journal:
    """Begin a run's journal in this folder."""
    return Journal.begin(folder, "pay", dry_run=dry_run, now=NOW, version="0.1.0")


def events(journal: Journal, kind: str = "") -> list[dict[str, Any]]:
    """Read what the journal's file holds, all of it or of one kind."""
    lines = (journal.folder / "journal.jsonl").read_text("utf-8").splitlines()
    return [event for event in map(json.loads, lines) if not kind or event["event"] == kind]


def test_a_run_has_a_folder_that_only_its_owner_reads(tmp_path: Path) -> None:
    """Named after the moment and the command, and so is every file in it."""
    journal = begin(tmp_path / "state" / "runs", dry_run=True)
    journal.photograph(b"picture", "Employer Information")
    journal.keep("receipt.pdf", b"paper")
    assert journal.folder.name == "2026-11-22T10-15-00-pay-dry-run"
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in journal.folder.iterdir()} == {0o600}


def test_two_runs_in_one_second_have_two_folders(tmp_path: Path) -> None:
    """Neither writes into the other's journal."""
    assert begin(tmp_path).folder != begin(tmp_path).folder


def test_chapters_name_the_part_that_they_are_about(tmp_path: Path) -> None:
    """As in a run for several months; before and after it they have their own title only."""
    journal = begin(tmp_path)
    journal.chapter("Log in")
    with journal.part("October 2026 (2 of 3)"):
        journal.chapter("Payment")
    journal.chapter("Receipt")
    titles = [event["title"] for event in events(journal, "chapter")]
    assert titles == ["Log in", "October 2026 (2 of 3): Payment", "Receipt"]


def test_a_step_says_what_was_done_and_how_it_ended(tmp_path: Path) -> None:
    """Number, words, what was filled in, what was read back, the time taken."""
    journal = begin(tmp_path)
    with journal.step("fill", "Salary (RM)", section="Employee Contributions") as step:
        step.value("1500.00")
        step.read_back("1,500.00")
        step.note("Edited by hand before")
    begun, ended = events(journal)[1:]
    assert (begun["number"], begun["verb"], begun["words"], begun["saves"]) == (
        1,
        "fill",
        "Salary (RM)",
        False,
    )
    assert (ended["number"], ended["ended"], ended["value"]) == (1, "ok", "1500.00")
    assert (ended["read_back"], ended["notes"]) == ("1,500.00", ["Edited by hand before"])
    assert ended["seconds"] >= 0


@pytest.mark.parametrize(
    ("error", "ended", "text"),
    [
        (PortalRejected("The portal says: no.", "Mend it."), "error", "The portal says: no. Mend it."),
        (ValueError("odd"), "error", "ValueError: odd"),
        (
            DryRunEnds('Stopped before "Save Draft".', "A dry run saves nothing."),
            "left out",
            "Stopped before",
        ),
        (KeyboardInterrupt(), "interrupted", "Stopped by the person."),
    ],
)
def test_an_error_is_written_down_and_goes_on(
    tmp_path: Path, error: BaseException, ended: str, text: str
) -> None:
    """The journal changes no error on its way."""
    journal = begin(tmp_path)
    with pytest.raises(type(error)) as caught, journal.step("click", "Select"):
        raise error
    assert caught.value is error
    assert events(journal)[-1]["ended"] == ended
    assert text in events(journal)[-1]["error"]


def test_no_secret_reaches_the_folder_or_a_listener(tmp_path: Path) -> None:
    """Neither in words nor in values, errors, names of files, facts or the outcome."""
    journal, heard = begin(tmp_path), []
    journal.listen(lambda event: heard.append(json.dumps(event, ensure_ascii=False)))
    journal.hide([PASSWORD])
    journal.hide_numbers([MYKAD])
    told = f"{PASSWORD} 850101145566"
    with suppress(ValueError), journal.step("fill", told, section=told, at=told) as step:
        step.value(told)
        step.read_back(told)
        step.note(told)
        raise ValueError(told)
    journal.photograph(b"", told)
    journal.keep(f"{told}.pdf", b"")
    journal.chapter(told)
    journal.fact(told, told)
    journal.not_done(told, told)
    journal.warn(told)
    journal.end(Result(Outcome.PORTAL, told, letters=(told,)))
    everything = "".join(heard) + "".join(
        path.name + path.read_text("utf-8") for path in journal.folder.iterdir()
    )
    assert "Canary" not in everything
    assert "850101" not in everything
    assert "••••••••5566" in everything


def handed(parameter: inspect.Parameter) -> object:
    """Give what a parameter takes, with the secret wherever that may be a text."""
    kinds = {"bytes": b"", "bool": True, "int": 1, "Result": Result(Outcome.PORTAL, TOLD, letters=(TOLD,))}
    plain = kinds.get(str(getattr(parameter.annotation, "__name__", parameter.annotation)))
    if plain is not None:
        return plain
    text = str(parameter.annotation)
    return {TOLD: TOLD} if "Mapping" in text else [TOLD] if "Sequence" in text or "Iterable" in text else TOLD


def test_whatever_the_journal_is_told_is_cleaned(tmp_path: Path) -> None:
    """Every method that it has, and one that it will have: what is told as a text stands nowhere as it was."""
    journal = begin(tmp_path)
    journal.hide([PASSWORD])
    journal.hide_numbers([MYKAD])
    recording = [
        (name, method)
        for name, method in inspect.getmembers(journal, inspect.ismethod)
        if not name.startswith("_") and name not in ("begin", "hide", "hide_numbers", "listen")
    ]
    for _, method in recording:
        given = {
            name: handed(each)
            for name, each in inspect.signature(method).parameters.items()
            if each.kind is not each.VAR_KEYWORD
        }
        came = method(**given)
        if isinstance(came, AbstractContextManager) and not isinstance(came, Path):
            with came as step:
                for each in fields(step) if is_dataclass(step) else ():
                    if each.name != "number":
                        setattr(step, each.name, [TOLD] if each.name == "notes" else TOLD)
                journal.warn(TOLD)
    everything = "".join(
        f"{path.relative_to(tmp_path)}{path.read_text('utf-8') if path.is_file() else ''}"
        for path in tmp_path.rglob("*")
    )
    assert {"step", "photograph", "fact", "warn", "stopped", "end"} <= {name for name, _ in recording}
    assert everything.count("••••••••5566") > len(recording)
    assert "Canary" not in everything
    assert "850101" not in everything


def test_the_value_of_a_private_field_is_hidden_whatever_the_verb(tmp_path: Path) -> None:
    """Nobody knew the number that the portal shows, or what a person typed; the error is cleaned too."""
    journal = begin(tmp_path)
    with suppress(ValueError), journal.step("compare", "Passport No.") as step:
        step.read_back("C7654321")
        raise ValueError("There stands C7654321")
    with journal.step("dictate", "Answer") as step:
        step.value("blue")
    journal.warn("C7654321 again")
    with journal.step("read", "Salary (RM)") as step:
        step.read_back("1500.00")
    text = (journal.folder / "journal.jsonl").read_text("utf-8")
    assert "C7654321" not in text
    assert text.count("••••••••4321") == 3
    assert "blue" not in text
    assert '"read_back": "1500.00"' in text


def test_what_the_journal_hides_is_hidden_in_the_log_too(tmp_path: Path) -> None:
    """A code that a person typed at the portal, somebody else's number."""
    home = Places(config=tmp_path / "home", state=tmp_path / "home")
    prepare(home)
    logs.begin(home)
    journal = begin(tmp_path)
    journal.hide(["code-48151"])
    journal.hide_private("Identification No.", ["F9988776"])
    logger.info("code-48151 of F9988776")
    logger.remove()
    written = home.log_file.read_text("utf-8")
    assert "48151" not in written
    assert "F998" not in written


def test_half_a_secret_does_not_stay_where_a_long_text_is_cut(tmp_path: Path) -> None:
    """It is hidden first and cut afterwards."""
    journal = begin(tmp_path)
    journal.hide([PASSWORD])
    journal.warn("x" * 3995 + " " + PASSWORD + "y" * 1000)
    assert "Cana" not in events(journal)[-1]["text"]
    assert len(events(journal)[-1]["text"]) < 4010


def test_pictures_are_numbered_and_belong_to_a_step(tmp_path: Path) -> None:
    """The step being taken, or else the last one."""
    journal = begin(tmp_path)
    with journal.step("click", "Log in"):
        journal.photograph(b"1", "Home")
    journal.photograph(b"2", "Employer Information: <b>part</b> 1/2")
    first, second = events(journal, "picture")
    assert (first["file"], first["step"]) == ("001-home.png", 1)
    assert (second["file"], second["step"]) == ("002-employer-information-b-part-b-1-2.png", 1)
    assert (journal.folder / "001-home.png").read_bytes() == b"1"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("receipt.pdf", "receipt.pdf"),
        ("../../outside.pdf", "outside.pdf"),
        ("C:\\Windows\\letter.pdf", "letter.pdf"),
        ("nul.pdf", "document-nul.pdf"),
        (".hidden", "hidden"),
        ("a\x00b\n<c>.pdf", "a-b-c-.pdf"),
        ("", "document"),
        ("journal.jsonl", "journal-2.jsonl"),
        ("surat " + "x" * 300 + ".pdf", "surat " + "x" * 74 + ".pdf"),
    ],
)
def test_a_document_is_kept_under_a_safe_name(tmp_path: Path, asked: str, kept: str) -> None:
    """A name from the portal leads nowhere else, and overwrites nothing."""
    journal = begin(tmp_path)
    path = journal.keep(asked, b"paper")
    assert path == journal.folder / kept
    assert path.read_bytes() == b"paper"


def test_a_rehearsal_is_marked_throughout(tmp_path: Path) -> None:
    """Its steps, facts, pictures and papers cannot be taken for real ones."""
    journal = begin(tmp_path, dry_run=True)
    with journal.rehearsal():
        journal.fact("ACR", "PRACTICE-1")
        journal.photograph(b"1", "Receipt")
        kept = journal.keep("receipt.pdf", b"practice")
    journal.fact("Reference", "REAL-1")
    rehearsed = {event.get("value", event.get("file")) for event in events(journal) if event.get("rehearsal")}
    assert rehearsed == {"PRACTICE-1", "001-rehearsal-receipt.png", "rehearsal/receipt.pdf"}
    assert kept.parent.name == "rehearsal"


def test_the_first_outcome_stands(tmp_path: Path) -> None:
    """A second one, of a handler further out, changes nothing."""
    journal = begin(tmp_path)
    journal.end(Result(Outcome.DONE, "October 2026 is paid."))
    journal.end(Result(Outcome.BUG, "A fault."))
    assert [event["result"]["outcome"] for event in events(journal, "outcome")] == ["done"]


def test_without_a_place_for_the_journal_nothing_begins(tmp_path: Path) -> None:
    """The error belongs to this computer, and says what to do."""
    (tmp_path / "runs").write_text("a file, not a folder")
    with pytest.raises(MachineError, match="run the command again"):
        begin(tmp_path / "runs")


def test_a_journal_that_fails_stops_the_run_before_anything_is_sent(tmp_path: Path) -> None:
    """What saves is not begun without a record of it."""
    journal = begin(tmp_path)
    shutil.rmtree(journal.folder)
    with pytest.raises(MachineError), journal.step("save", "Save Draft", saves=True):
        pytest.fail("the step was taken")


def test_a_journal_that_fails_later_decides_nothing(tmp_path: Path) -> None:
    """Once something was sent, its answer matters more than the record of it."""
    journal = begin(tmp_path)
    with journal.step("save", "Submit", saves=True):
        shutil.rmtree(journal.folder)
    journal.photograph(b"1", "Receipt")
    journal.end(Result(Outcome.DONE, "Paid."))
    assert not journal.complete


def test_a_picture_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    """Evidence does not decide how a step ends, not even before anything was sent."""
    journal = begin(tmp_path)
    shutil.rmtree(journal.folder)
    journal.photograph(b"1", "Home")
    assert not journal.complete


def test_a_document_that_cannot_be_kept_is_an_error(tmp_path: Path) -> None:
    """Nobody is told of a receipt that is not there."""
    journal = begin(tmp_path)
    shutil.rmtree(journal.folder)
    with pytest.raises(MachineError):
        journal.keep("receipt.pdf", b"paper")


def test_a_listener_that_fails_is_left_out(tmp_path: Path) -> None:
    """A broken display does not end a run."""
    heard: list[str] = []

    def breaks(_: object) -> None:
        raise BrokenPipeError

    journal = begin(tmp_path)
    journal.listen(breaks)
    journal.listen(lambda event: heard.append(event["event"]))
    journal.warn("one")
    journal.warn("two")
    assert heard == ["warning", "warning"]


def test_a_killed_run_leaves_what_it_had_done(tmp_path: Path) -> None:
    """The step in which it was killed stands there, begun and not ended."""
    program = (
        "import os, signal, sys; from datetime import datetime, UTC; from pathlib import Path;"
        "from assist_bot.journal import Journal;"
        "journal = Journal.begin(Path(sys.argv[1]), 'pay', dry_run=False, now=datetime.now(UTC),"
        "version='0');"
        "step = journal.step('save', 'Submit', saves=True); step.__enter__();"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    (written,) = tmp_path.glob("*/journal.jsonl")
    last = json.loads(written.read_text("utf-8").splitlines()[-1])
    assert (last["event"], last["words"], last["saves"]) == ("step", "Submit", True)
