"""After every command, however it ends: nothing private stands where it may not."""

import sys
from pathlib import Path

import pytest

from fixtures.mock_portal.faults import Fault
from fixtures.mock_portal.steps import Step
from tests.canaries.allowed import found_in
from tests.canaries.broken import STRUCK
from tests.canaries.household import Nest
from tests.canaries.values import ANSWER, MYKAD, NEW, OLD, PROFILE, SALARY, STREET
from tests.cli.test_credentials import command_that
from tests.sampling import sample

LOUD = {"DEBUG": "*", "DEBUGP": "1", "ASSIST_BOT_PATIENCE": "8"}
HASTY = {**LOUD, "ASSIST_BOT_PATIENCE": "3"}
PAY = ("pay", "--yes", "--json", "--verbose", "--wait-for-bank", "1")
REGISTER = ("register", "--yes", "--json", "--verbose")
RECEIPT = ("pay", "--month", "2026-09", "--receipt", "R1", "--json")
"""A run that opens no browser."""
BOTH_DONE = "SITI AMINAH\nSEVEN YEARS\n"

AT_REGISTERING = (
    Fault.UPLOAD_REJECTED,
    Fault.PASSWORD_EXPIRED,
    Fault.HELD_FOR_OFFICER,
    Fault.NEW_REQUIRED_FIELD,
    Fault.UNKNOWN_MESSAGE,
)
FIRST_OF_PAYING = list(Step).index(Step.CONTRIBUTION_HOME_PAGE)
AT_THE_BANK = list(Step).index(Step.BANK_LOG_IN_PAGE)
FAILING = [
    *((f"{fault}", PAY) for fault in Fault if fault not in AT_REGISTERING),
    *((f"{fault}", REGISTER) for fault in AT_REGISTERING),
    *((f"{Fault.UNKNOWN_MESSAGE}@{step}", REGISTER) for step in (Step.SAVE_EMPLOYEE, Step.UPLOAD_DOCUMENT)),
    *((f"{Fault.ERROR_BEFORE}@{step}", REGISTER) for step in list(Step)[:FIRST_OF_PAYING]),
    *((f"{Fault.ERROR_BEFORE}@{step}", PAY) for step in list(Step)[FIRST_OF_PAYING:AT_THE_BANK]),
]
"""What the portal does, and the command that comes to it."""

KILLED = {
    "flows.look_up": PAY,
    "flows.submit_contribution": PAY,
    "flows.receipt": PAY,
    "assist_bot.review": PAY,
    "assist_bot.portal.files": REGISTER,
    "assist_bot.portal.bank": ("pay", "--dry-run"),
}
"""Where a run of the command is killed: the first time that something of this module is called."""


def test_registering_leaves_nothing(nest: Nest) -> None:
    """From the first log-in to the letters, with everything told that can be told, secrets given in the environment."""
    given = {"ASSIST_BOT_NEW_PASSWORD": NEW.value, "ASSIST_BOT_SECURITY_ANSWER": ANSWER.value}
    ran = nest.run(*REGISTER, **given, **LOUD)
    assert ran.result["outcome"] == "done"
    assert nest.home.account.password == NEW.value
    assert nest.run("proof", "--json", **LOUD).code == 8  # nothing is paid yet
    assert not nest.leaks
    seen = {(piece.place.rpartition("/")[2], canary) for piece, canary in found_in(nest.left)}
    assert {("profile.toml", MYKAD), ("journal.jsonl", STREET), ("review.html", SALARY)} <= seen


def test_telling_how_things_stand_leaves_nothing(payer: Nest) -> None:
    """Neither the screen and the page nor the calendar have a number, an address or a salary in them."""
    assert payer.run("status", "--html", "status.html", **LOUD).code == 0
    assert payer.run("calendar", "--file", "socso.ics").code == 0
    assert {"status.html", "socso.ics"} <= {piece.place for piece in payer.left}
    assert not payer.leaks


@pytest.mark.thorough
def test_what_the_program_makes_up_itself_is_kept_from_everybody_too(nest: Nest) -> None:
    """A new password and an answer that only the store has."""
    nest.home.keep(OLD.value)
    assert nest.run("register", "--yes", **LOUD).code == 0
    made = [each.value for each in nest.canaries if each.name == "made-up secret"]
    assert len(made) == 2
    assert nest.home.account.password in made
    assert not nest.leaks


@pytest.mark.thorough
@pytest.mark.parametrize(
    "how",
    [
        PAY,
        ("pay", "--yes", "--wait-for-bank", "1"),
        ("pay", "--dry-run"),
        ("doctor", "--portal"),
        ("prepare",),
    ],
)
def test_paying_and_looking_leaves_nothing(payer: Nest, how: tuple[str, ...]) -> None:
    """Up to the receipt, in words as well as for a script; what is only tried out; a look at every page."""
    assert payer.run(*how, **LOUD).code == 0
    assert not payer.leaks


@pytest.mark.thorough
def test_a_rehearsal_of_registering_leaves_nothing(nest: Nest) -> None:
    """It goes through the whole registration on the practice portal."""
    assert nest.run("register", "--dry-run", "--verbose", **LOUD).code == 0
    assert not nest.leaks


@pytest.mark.parametrize(("fault", "command"), sample(FAILING, Fault.LABEL_RENAMED))
def test_a_run_that_fails_leaves_nothing(nest: Nest, fault: str, command: tuple[str, ...]) -> None:
    """Neither in its error nor in the bundle to be sent; forgetting the employee afterwards leaves nothing either."""
    if command is PAY:
        nest.register()
    nest.home.practice.faults.replace([fault])
    nest.run(*command, **HASTY)
    assert not nest.leaks
    nest.run("forget", stdin=BOTH_DONE)
    nest.run("ledger", "export", "--format", "json")
    assert not nest.leaks


@pytest.mark.thorough
def test_a_stop_where_somebody_would_be_taught_leaves_nothing(payer: Nest) -> None:
    """With a window that could be pointed at, and nobody there."""
    payer.home.practice.faults.replace([Fault.LABEL_RENAMED])
    assert payer.run("teach", "pay", DISPLAY=":0", **HASTY).code == 5
    assert list(payer.home.folder.glob("runs/*/stop.zip"))
    assert not payer.leaks


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended in another way")
@pytest.mark.parametrize(("module", "command"), sample(KILLED.items()))
def test_a_run_that_is_killed_leaves_nothing(
    nest: Nest, tmp_path: Path, module: str, command: tuple[str, ...]
) -> None:
    """No password is in the browser's private folder meanwhile, and at the next start the folder goes."""
    if command is not REGISTER:
        nest.register()
    as_ever, nest.home.program = nest.home.program, ("-m", "tests.canaries.broken", module, "kill")
    nest.home.settings[STRUCK] = str(tmp_path / "struck")
    assert nest.run(*command, ASSIST_BOT_PATIENCE="8").code == -9
    assert not nest.leaks
    nest.home.program = as_ever
    nest.run(*RECEIPT)
    assert not (nest.home.folder / "browser").exists()
    assert not nest.leaks


@pytest.mark.thorough
def test_credentials_leave_nothing(payer: Nest) -> None:
    """Set, asked for and cleared: with sources that differ, and with one that talks."""
    talkative = f"print({NEW.value!r}); import sys; print({NEW.value!r}, file=sys.stderr); sys.exit(3)"
    payer.home.write_profile(**PROFILE, tail=command_that(talkative))
    payer.run("credentials", "set", stdin=f"{OLD.value}\n")
    payer.run("credentials", "check", "--json", ASSIST_BOT_PASSWORD=NEW.value)
    payer.run("credentials", "clear")
    payer.run("pay", "--json", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    payer.run("teach", "pay")
    assert [ran.code for ran in payer.ran] == [0, 0, 0, 4, 9]
    assert {each.place for each in payer.leaks} <= {"profile.toml", "command line"}  # the test's own command


def test_the_forms_are_filled_in_their_folder_and_nowhere_else(nest: Nest) -> None:
    """Pages to copy, a filled form, and the draft that carries it."""
    nest.begin_with_the_forms()
    assert nest.run("prepare", **LOUD).code == 3
    assert not nest.leaks
    assert len(list((nest.home.folder / "forms").glob("*"))) == 6
    numbers = {piece.place.partition("/")[0] for piece, found in found_in(nest.left) if found is MYKAD}
    assert numbers == {"forms", "profile.toml"}
