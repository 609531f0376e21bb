"""`assist-bot pay` where the profile names an employee whom the month's submission left out."""

from tests.cli.home import Home
from tests.flows.paying import DEWI, SECOND_EMPLOYEE

ALL = ("pay", "--yes", "--json", "--wait-for-bank", "1", "--month", "2026-10")
NO_BROWSER = {"ASSIST_BOT_BROWSER": "/nonexistent"}


def test_who_was_left_out_is_told_and_paid_for_only_when_asked(payer: Home) -> None:
    """Paid for SITI, the month says that DEWI is missing; --additional pays for her, once."""
    assert "Not paid for" not in payer.run(*ALL).result["message"]
    hire_dewi(payer)
    told = payer.run(*ALL, **NO_BROWSER).result
    assert (told["outcome"], told["exit_code"]) == ("nothing_to_do", 0)
    assert "Not paid for in it: DEWI LESTARI." in told["message"]
    assert "assist-bot pay --month 2026-10 --additional" in told["message"]

    drafted = payer.run(*ALL, "--additional", "--until", "draft").result
    assert [line["employee"] for line in drafted["lines"]] == ["DEWI LESTARI"]
    waits = payer.run(*ALL, **NO_BROWSER).result
    assert (waits["outcome"], "--additional" in waits["message"]) == ("nothing_to_do", True)

    paid = payer.run(*ALL, "--additional").result
    assert (paid["outcome"], [line["employee"] for line in paid["lines"]]) == ("done", ["DEWI LESTARI"])
    assert "Not paid for" not in paid["message"]
    again = payer.run(*ALL, "--additional", **NO_BROWSER).result
    assert (again["outcome"], len(payer.account.submissions)) == ("nothing_to_do", 2)
    assert "Everybody in the profile is paid for" in again["message"]


def test_without_a_record_nothing_can_be_additional(payer: Home) -> None:
    """The ledger is lost: it is refused before a browser opens, with what to do."""
    refused = payer.run(*ALL, "--additional", **NO_BROWSER).result
    assert refused["exit_code"] == 6
    assert "without --additional first" in refused["message"]


def hire_dewi(home: Home) -> None:
    """Let the profile and the portal know a second employee."""
    home.write_profile(tail=SECOND_EMPLOYEE)
    siti = home.account.employees[0]
    dewi = {**vars(siti), "name": "DEWI LESTARI", "passport": DEWI}
    home.account.employees.append(type(siti)(**dewi))
