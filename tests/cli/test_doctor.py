"""`assist-bot doctor`: what a person reads, what a script reads, and the exit code."""

import io
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from assist_bot.cli.doctor_showing import show_checks, show_never_seen, show_words
from assist_bot.cli.portal_checks import checks_of
from assist_bot.errors import PortalUnavailable
from assist_bot.outcome import Check, Outcome, State, WordResult
from assist_bot.places import Places, holding_the_lock
from assist_bot.portal.seen_words import never_seen
from assist_bot.portal.surveying import Finding, Sight
from flows.tour import FIRST_VISIT_FIRST, Visit
from tests.cli.home import PASSWORD, Home

NO_BROWSER = {"ASSIST_BOT_BROWSER": "/nonexistent"}
OWN_WORDS = Path("words.toml")
RENAMED = Finding("button", "Save Draft", "", Sight.MISSING)


def states(result: dict[str, Any]) -> dict[str, str]:
    """Give the state of each check, the last one where there are several of a name."""
    return {check["name"]: check["state"] for check in result["checks"]}


def files_in(folder: Path) -> dict[str, int]:
    """Remember every file and folder, and when it was changed."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_doctor_writes_nothing_and_names_the_first_thing_to_mend(home: Home) -> None:
    """Without a browser the rest is looked at all the same; the exit code is 9."""
    before = files_in(home.folder)
    result = home.run("doctor", "--portal", "--json", **NO_BROWSER).result
    assert (result["outcome"], result["exit_code"]) == ("machine", 9)
    assert result["message"].endswith("Begin with: Browser.")
    found = states(result)
    assert (found["Profile"], found["Credential store"], found["Password"]) == ("ok", "ok", "ok")
    assert (found["Portal's words"], found["Certificate"]) == ("not_checked", "not_checked")
    assert files_in(home.folder) == before


def test_the_exit_code_is_that_of_what_is_wrong(home: Home) -> None:
    """Without a password it is 4, with browser and portal in order; a profile to be mended comes before that."""
    home.keep("")
    result = home.run("doctor", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("credentials", 4), result
    found = states(result)
    assert (found["Browser"], found["Connection"], found["Portal"]) == ("ok", "ok", "ok")
    assert "words" not in result


def test_a_person_reads_a_table_and_nothing_secret(payer: Home) -> None:
    """With the portal: every page and the words on it; nothing of the password, and a review of what was seen."""
    before = payer.practice.memory.as_json()["accounts"]
    ran = payer.run("doctor", "--portal", COLUMNS="70")
    assert ran.code == 0, ran.stdout + ran.stderr
    assert max(map(len, ran.stdout.partition("\nDone\n")[0].splitlines())) <= 70
    assert "Page: Payment History FPX" in ran.stdout
    assert "ARREARS CONTRIBUTION" in ran.stdout.upper()
    assert PASSWORD not in ran.stdout + ran.stderr
    (review,) = payer.folder.glob("runs/*doctor*/review.html")
    assert f"Review: {review}" in ran.stdout
    after = payer.practice.memory.as_json()["accounts"]
    for account in (*before.values(), *after.values()):
        account.pop("log_ins")
    assert after == before


def test_another_run_at_the_portal_is_waited_for(payer: Home) -> None:
    """Exit code 8, as of any other run; what is on this computer is looked at nevertheless."""
    with holding_the_lock(Places(payer.folder, payer.folder), "pay"):
        result = payer.run("doctor", "--portal", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert states(result)["Portal's words"] == "problem"
    assert payer.account.log_ins == []


def test_a_word_that_is_missing_is_a_problem_only_where_it_is_needed() -> None:
    """A page that gives a second opinion stops no run."""
    needed, second = (
        checks_of([Visit("A page", each, (RENAMED,))], None, OWN_WORDS)[0] for each in (True, False)
    )
    assert (needed.state, needed.outcome, second.state) == (State.PROBLEM, Outcome.PORTAL, State.WARNING)
    assert "words.toml" in needed.remedy
    assert '"Save Draft" is missing.' in needed.message


def test_a_page_that_cannot_be_reached_or_is_left_alone_is_told() -> None:
    """With the portal's own reason, or with ours; a first visit is to be made with `register`."""
    away = PortalUnavailable("The portal says: closed.", "Try again later.")
    visits = [
        Visit("Away", True, (), broke_off=away),
        Visit("Alone", True, (), left_alone="There is no receipt yet."),
        Visit("First visit", True, (), left_alone=FIRST_VISIT_FIRST),
    ]
    checks = checks_of(visits, None, OWN_WORDS)
    assert [check.state for check in checks] == [State.PROBLEM, State.NOT_CHECKED, State.WARNING]
    assert "assist-bot register" in checks[2].remedy


def test_what_was_never_seen_is_listed_for_people_and_for_scripts(home: Home) -> None:
    """A script gets every name; a person the English ones. One that the portal has shown is not among them."""
    (home.folder / "seen_words.json").write_text('{"cart": {"cart": "2026-11-20"}}')
    result = home.run("doctor", "--json", **NO_BROWSER).result
    assert "Payment List" in result["never_seen"]
    assert "Cart" not in result["never_seen"]
    out = Console(file=io.StringIO(), width=60)
    names = never_seen(home.folder / "seen_words.json")
    show_never_seen(out, names)
    assert isinstance(out.file, io.StringIO)
    assert "Payment List" in out.file.getvalue()
    assert f"{sum(each.language == 'malay' for each in names)} names" in out.file.getvalue()


@pytest.mark.parametrize("kind", ["dumb", "xterm"])
@pytest.mark.parametrize("width", [30, 80])
def test_everything_can_be_read_on_any_terminal(kind: str, width: int) -> None:
    """However narrow, and read aloud: no word is lost, and no line is longer than the terminal is wide."""
    out = Console(file=io.StringIO(), force_terminal=True, width=width, _environ={"TERM": kind})
    path = "/home/somebody/.local/state/assist-bot/[runs]"
    show_checks(
        out, [Check("Folders", State.WARNING, f"Others may use {path} (755).", f"Type `chmod 700 {path}`.")]
    )
    word = WordResult("A page", "Cart", "button", "Save Draft", "other_name", "store draft")
    show_words(out, [word, WordResult("A page", "", "words", "My Sites", "as_expected")])
    assert isinstance(out.file, io.StringIO)
    written = out.file.getvalue()
    lines = written.replace("\n", "").replace("│", "").replace(" ", "")
    assert all(part in lines for part in ("SaveDraft", "storedraft", "MySites", "chmod700")), written
    if kind == "dumb":
        assert f"Others may use {path} (755)." in written
        assert not set("─│┌└") & set(written)
