"""Both flows, unchanged, on every edition of the practice portal: the guide's, the recorded, the newer, the Malay."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assist_bot.errors import DryRunEnds
from assist_bot.outcome import Outcome
from fixtures.mock_portal.server import PracticePortal
from flows.pay_contribution import Until
from tests.flows.conftest import Settle
from tests.flows.paying import Moved, Payer
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_once
from tests.flows.stages import welcomed
from tests.flows.test_register import assert_remembered
from tests.sampling import sample

TOTALS = {"recorded": Decimal("32.60"), "newer": Decimal("43.45"), "malay": Decimal("43.45")}
"""What October costs on each edition; in 2018 there was no SKBBK."""


@pytest.mark.parametrize("edition", sample(TOTALS, "malay"))
def test_a_month_is_paid_on_every_edition(
    edition: str, practice: PracticePortal, payer: Callable[..., Payer]
) -> None:
    """One submission, one payment, the edition's total, and a receipt that proves it."""
    practice.practice.edition = edition
    household = payer()
    paid = household.pay()
    assert household.moved == Moved(submissions=1, attempts=1, debits=1)
    assert household.account.submissions[0].total == paid.total == TOTALS[edition]
    assert paid.receipt == household.account.payments[0].receipt


@pytest.mark.parametrize("edition", sample(TOTALS, "malay"))
def test_a_household_is_registered_on_every_edition(
    edition: str, practice: PracticePortal, settled: Settle, person: ScriptedPerson
) -> None:
    """From the first visit to the letters: what the portal remembers is what the profile says."""
    practice.practice.edition = edition
    household = settled()
    result = register_once(household, person)
    assert result.outcome is Outcome.DONE
    assert_remembered(household)
    assert len(result.letters) == 2


def test_where_the_portal_offers_english_it_is_worked_with_in_english(payer: Callable[..., Payer]) -> None:
    """The person's pages were in Malay; EN is pressed once they are logged in, and the portal remembers it."""
    household = payer(language="BM")
    household.pay(Until.ACR)
    assert household.account.language == "EN"
    assert household.moved == Moved(submissions=1)
    assert any("'words': 'EN'" in said for said in household.said)


def test_a_dry_run_leaves_the_language_and_reads_malay(payer: Callable[..., Payer]) -> None:
    """It comes as far as in English: to the first thing that would be saved."""
    household = payer(language="BM")
    ending = household.stopped(dry_run=True)
    assert isinstance(ending, DryRunEnds)
    assert "Save Draft" in ending.fact
    assert household.account.language == "BM"
    assert household.moved == Moved()


def test_a_dry_registration_reads_a_portal_that_stays_in_malay(
    practice: PracticePortal, settled: Settle, person: ScriptedPerson
) -> None:
    """EN has no effect there; the run ends where it does in English."""
    practice.practice.edition = "malay"
    household = settled(welcomed)
    ending = ending_of(household, person, dry_run=True)
    assert isinstance(ending, DryRunEnds)
    assert household.account.employer is None
