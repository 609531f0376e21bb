"""Which months the portal shows as unpaid: looking for them begins nothing."""

from collections.abc import Callable

from assist_bot.contribution import ContributionMonth, employed_months
from flows.listings import Standing
from flows.log_in import ensure_past_first_visit, log_in
from flows.unpaid_months import Unpaid, unpaid_months
from tests.flows.household import TODAY
from tests.flows.paying import DEWI, SECOND_EMPLOYEE, SITI, Moved, Payer, drafted, submitted

Settle = Callable[..., Payer]
SINCE_JULY = {"employment_start": "2026-07-31"}
LISTED = {"name": "SITI AMINAH", "passport": SITI, "employment_start": "2026-07-31"}
"""An employee as the portal goes on listing her: it does not know of her last day."""


def look(payer: Payer, *, dry_run: bool = False) -> Unpaid:
    """Log in and look which months of employment are unpaid; nothing is chosen, and nothing saved."""
    events: list[str] = []
    saved = payer.home.arrived("save-draft")
    with payer.home.running("pay", dry_run=dry_run) as run:
        run.journal.listen(lambda event: events.append(str(event.get("verb"))))
        ensure_past_first_visit(log_in(run.portal, run.credentials))
        months = employed_months(payer.home.profile, TODAY)
        found = unpaid_months(run.portal.logged_in(), run.ledger, months)
    assert not {"choose", "save"} & set(events)
    assert payer.home.arrived("save-draft") == saved
    return found


def written(months: object) -> list[str]:
    """Write months as the profile does."""
    assert isinstance(months, dict | tuple)
    return [str(month) for month in months]


def test_every_month_of_employment_is_unpaid_at_first_and_looking_begins_nothing(payer: Settle) -> None:
    """From the month in which she came on its last day to the present one, which can be paid from its 16th."""
    household = payer(profile=SINCE_JULY)
    found = look(household, dry_run=True)
    assert written(found.listed) == ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    assert not any(found.listed.values())
    assert (found.not_offered, household.moved) == ((), Moved())


def test_what_is_paid_is_out_though_the_portal_still_offers_it(payer: Settle) -> None:
    """A draft and an unpaid ACR are in; a month that is paid twice is paid."""
    household = payer(
        profile=SINCE_JULY,
        drafts=[drafted()],
        submissions=[
            submitted(month="2026-07", acr="ACR112660152701", status="Paid"),
            submitted(month="2026-08", acr="ACR112660152702", status="Paid"),
            submitted(month="2026-08", acr="ACR112660152703", status="Paid"),
            submitted(month="2026-09", acr="ACR112660152704"),
        ],
    )
    before = household.moved
    found = look(household)
    standings = {str(month): [each.standing for each in rows] for month, rows in found.listed.items()}
    assert standings == {"2026-09": [Standing.SUBMITTED], "2026-10": [Standing.DRAFT], "2026-11": []}
    assert (found.not_offered, household.moved) == ((), before)


def test_a_month_that_the_portal_neither_has_nor_offers_is_named_and_not_guessed_at(payer: Settle) -> None:
    """It may have been paid elsewhere."""
    household = payer(profile=SINCE_JULY)
    household.home.practice.faults.replace(["month-not-offered"])
    found = look(household)
    assert written(found.listed) == ["2026-07", "2026-08", "2026-09", "2026-10"]
    assert written(found.not_offered) == ["2026-11"]


def test_a_month_in_doubt_is_looked_after_though_it_is_not_offered(payer: Settle) -> None:
    """Its submission was sent, and the answer was lost together with the draft."""
    household = payer(profile=SINCE_JULY, drafts=[drafted() | {"month": "2026-11"}])
    household.month = ContributionMonth.parse("2026-11")
    household.home.practice.faults.replace(["drop-before@confirm-submission"])
    assert household.tried() == "OutcomeUnknown"
    household.account.drafts.clear()
    household.home.practice.faults.replace(["month-not-offered"])
    found = look(household)
    assert written(found.listed)[-1] == "2026-11"
    assert found.not_offered == ()


def test_a_household_whose_employee_left_has_no_unpaid_months_after_her_last(payer: Settle) -> None:
    """The portal goes on listing her and offering months."""
    left = {"employment_start": "2026-07-31\nemployment_end = 2026-08-01"}
    household = payer(profile=left, employees=[LISTED])
    assert written(look(household).listed) == ["2026-07", "2026-08"]


def test_the_pending_list_is_read_through_all_its_pages(payer: Settle) -> None:
    """Eleven paid months stand before it: the oldest row is on the second page."""
    keys = [f"{2025 + (place + 10) // 12}-{(place + 10) % 12 + 1:02}" for place in range(11)]
    paid = [
        submitted(acr=f"ACR1126601527{place:02}", month=key, status="Paid") for place, key in enumerate(keys)
    ]
    household = payer(profile={"employment_start": "2025-10-15"}, submissions=paid)
    assert written(look(household).listed) == ["2025-10", "2026-10", "2026-11"]


def test_months_of_two_employees_are_the_months_of_either(payer: Settle) -> None:
    """One left, and the other came two months later: the month between is nobody's."""
    came = SECOND_EMPLOYEE.replace("employment_start = 2025-02-01", "employment_start = 2026-10-02")
    left = {"employment_start": "2026-07-31\nemployment_end = 2026-08-01", "tail": came}
    household = payer(profile=left, employees=[LISTED, LISTED | {"name": "DEWI LESTARI", "passport": DEWI}])
    assert written(look(household).listed) == ["2026-07", "2026-08", "2026-10", "2026-11"]
