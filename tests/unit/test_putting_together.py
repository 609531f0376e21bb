"""What is told of several months, whatever ended the run."""

from decimal import Decimal

from assist_bot.cli.month_plan import PlannedMonth
from assist_bot.cli.putting_together import Months, together
from assist_bot.contribution import ContributionMonth, contribution_for
from assist_bot.outcome import Outcome, Result
from flows.pay_contribution import Until, Wish
from tests.unit.owing import profile

AUGUST, SEPTEMBER, OCTOBER = (ContributionMonth(2026, month) for month in (8, 9, 10))
PAID = Result(Outcome.DONE, "August 2026 is paid.", total=Decimal("43.45"), acr="ACR1", receipt="R1")


def planned(month: ContributionMonth, late: str = "0") -> PlannedMonth:
    """Plan a month."""
    wish = Wish(contribution_for(profile(), month), Until.RECEIPT, "Maybank2U")
    return PlannedMonth(month, wish, late=Decimal(late))


def test_a_run_that_ends_before_any_month_has_begun_none() -> None:
    """The exit code is that of what ended it."""
    failure = Result(Outcome.PORTAL, "The portal is closed.")
    result = together(Months([planned(AUGUST), planned(SEPTEMBER)]), failure)
    assert (result.outcome, result.month) == (Outcome.PORTAL, "")
    assert result.message.startswith("The portal is closed.")
    assert [month.outcome for month in result.months] == ["not_begun", "not_begun"]


def test_a_month_whose_outcome_is_unknown_stops_and_gives_the_exit_code() -> None:
    """What was done before it stays told, with its receipt; what comes after it is not begun."""
    months = Months([planned(AUGUST), planned(SEPTEMBER), planned(OCTOBER)])
    months.became = {AUGUST: PAID, SEPTEMBER: Result(Outcome.UNKNOWN, "The answer was lost.")}
    result = together(months)
    assert (result.exit_code, result.month) == (7, "2026-09")
    assert [month.outcome for month in result.months] == ["done", "unknown", "not_begun"]
    assert result.months[0].receipt == "R1"
    assert "Paid: August 2026 (RM43.45)." in result.message
    assert "September 2026 stopped: The answer was lost." in result.message


def test_months_that_are_not_offered_are_named() -> None:
    """Nothing is guessed about them, also where nothing else is unpaid."""
    result = together(Months(not_offered=(AUGUST, SEPTEMBER)))
    assert result.outcome is Outcome.NOTHING_TO_DO
    assert "does not offer August 2026, September 2026" in result.message
    assert "PRIHATIN" in result.message
    assert together(Months()).message == "No month is unpaid."


def test_late_interest_is_told_for_what_was_sent_only() -> None:
    """At least, and by estimate."""
    months = Months([planned(AUGUST, late="5.00"), planned(SEPTEMBER, late="10.00")], became={AUGUST: PAID})
    message = together(months).message
    assert "not paid here: August 2026 at least RM5.00 by estimate." in message
    assert "RM10.00" not in message


def test_the_least_finished_month_is_the_outcome_of_a_clean_run() -> None:
    """A month that waits for its payment is not told as done."""
    months = Months([planned(AUGUST), planned(SEPTEMBER)])
    months.became = {AUGUST: PAID, SEPTEMBER: Result(Outcome.SUBMITTED, "", acr="ACR2")}
    assert together(months).outcome is Outcome.SUBMITTED
