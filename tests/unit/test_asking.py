"""What the person at the terminal decides, and what nothing said beforehand decides for them."""

import io
from decimal import Decimal

import pytest

from assist_bot.cli.asking import AtTheTerminal
from assist_bot.cli.terminal import Terminal
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting

TOTAL = Decimal("32.60")


def person(*, yes: bool = False, no_input: bool = False) -> AtTheTerminal:
    """Sit somebody at a terminal without a browser's window."""
    return AtTheTerminal(Terminal(), yes, no_input, window_visible=False, wait=None)


def types(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """Let the person type this line."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))


@pytest.mark.parametrize("line", ["", "no", "NOT"])
def test_a_payment_in_doubt_stays_in_doubt_unless_the_person_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Anything but the exact words leaves the outcome unknown."""
    types(monkeypatch, line)
    with pytest.raises(OutcomeUnknown, match="is not known"):
        person().confirms_not_debited(TOTAL, "ACR1")


def test_the_exact_words_settle_a_payment_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person has looked at the bank account."""
    types(monkeypatch, "not debited")
    person().confirms_not_debited(TOTAL, "ACR1")


@pytest.mark.parametrize("beforehand", [{"yes": True}, {"no_input": True}])
def test_what_is_said_beforehand_settles_no_doubt(beforehand: dict[str, bool]) -> None:
    """Neither --yes nor --no-input says where the money is, or that nothing arrived."""
    with pytest.raises(OutcomeUnknown):
        person(**beforehand).confirms_not_debited(TOTAL, "ACR1")
    with pytest.raises(OutcomeUnknown):
        person(**beforehand).confirms_nothing_sent("October 2026")


def test_yes_does_not_replace_a_draft_made_by_hand() -> None:
    """The figures of both are told, and the draft stays."""
    with pytest.raises(ContributionRefused, match=r"RM1,400\.00.*RM1,500\.00.*stays"):
        person(yes=True).prefers_own_draft(Decimal(1400), Decimal(1500))


def test_without_a_window_nobody_is_sent_to_the_bank() -> None:
    """The slip waits, and the way on is named."""
    with pytest.raises(Waiting, match="--wait-for-bank"):
        person(yes=True).may_go_to_the_bank(TOTAL, "ACR1", ("*.bank.example",))


def test_another_amount_at_the_bank_is_told_loudly(capsys: pytest.CaptureFixture[str]) -> None:
    """Both amounts, and what not to do."""
    person(yes=True, no_input=True).is_warned_at_the_bank([Decimal("44.45"), Decimal("44.45")], TOTAL)
    told = " ".join(capsys.readouterr().err.split())
    assert told.startswith("WARNING: The bank's page shows RM44.45, and not the RM32.60 that you approved.")
    assert "Do NOT approve" in told


def test_where_the_browser_may_go_at_the_bank_is_told_before_the_payment_begins(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The hosts by name, how to stop in time, and where to write another one."""
    there = AtTheTerminal(Terminal(), yes=True, no_input=False, window_visible=True, wait=None)
    there.may_go_to_the_bank(TOTAL, "ACR1", ("*.fpx.example", "www.bank.example"))
    told = " ".join(capsys.readouterr().err.split())
    assert "may go to fpx.example, www.bank.example, and nowhere else" in told
    assert "stop this now with Ctrl-C" in told
    assert "bank_hosts" in told


@pytest.mark.parametrize("whole_page", [True, False])
def test_a_host_that_the_bank_misses_is_told_with_the_line_to_write(
    capsys: pytest.CaptureFixture[str], whole_page: bool
) -> None:
    """Loudly where a page does not show; quietly where only a part of one is missing."""
    person(yes=True).is_told_of_a_host("www.bank.example", whole_page=whole_page)
    told = " ".join(capsys.readouterr().err.split())
    assert 'under [portal] in the profile: bank_hosts = ["www.bank.example"]' in told
    assert told.startswith("WARNING:") is whole_page
    assert "cancel" in told
