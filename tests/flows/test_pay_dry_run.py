"""A dry run saves nothing: not at the portal, not in the ledger, whatever goes wrong on the way."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assist_bot.errors import DryRunEnds
from fixtures.mock_portal.faults import NATURAL_STEP
from fixtures.mock_portal.steps import Step
from tests.flows.paying import Payer, drafted, submitted
from tests.sampling import sample

Settle = Callable[..., Payer]

# Faults on the way of a dry run, which goes up to SAVE DRAFT; `None`: it gets there nevertheless.
ON_THE_WAY = {
    "maintenance@log-in-page": "PortalUnavailable",
    "wrong-security-phrase": "CredentialsError",
    "error-after@log-in": "PortalUnavailable",
    "drop-after@log-in": "PortalUnavailable",
    "password-expired": "CredentialsError",
    "slow@home-page": "DryRunEnds",
    "session-ended": "DryRunEnds",
    "session-ended@contribution-list-page:2": "SessionEnded",
    "session-ended-bar": "DryRunEnds",
    "announcement": "DryRunEnds",
    "session-ending": "DryRunEnds",
    "error-before@contribution-list-page": "PortalUnavailable",
    "label-renamed": "PortalChanged",
    "label-twice": "PortalChanged",
    "background-save@select-month": "DryRunEnds",
    "drop-before@select-month": "PortalUnavailable",
    "employee-not-listed": "ContributionRefused",
}


PHRASE = '"What is the name of your favorite pet?"\nsecurity_phrase = "blue kite"'


# What the portal itself changes: by letting log in or letting a password run out, and late interest day by day.
ITS_OWN_DOING = ("log_ins", "password_expired", "first_visit_stage", "late_interest")


def portal_keeps(payer: Payer) -> dict[str, Any]:
    """Tell what the portal has of the employer, but for what it changes of its own accord."""
    kept: dict[str, Any] = payer.home.practice.memory.as_json()["accounts"][payer.account.portal_id]
    return {name: value for name, value in kept.items() if name not in ITS_OWN_DOING}


QUICK = (
    "maintenance@log-in-page",
    "wrong-security-phrase",
    "drop-after@log-in",
    "session-ended",
    "label-renamed",
    "background-save@select-month",
    "employee-not-listed",
)


@pytest.mark.parametrize(("fault", "ends"), sample(ON_THE_WAY.items(), *QUICK))
def test_a_dry_run_saves_nothing_whatever_goes_wrong(
    payer: Settle, monkeypatch: pytest.MonkeyPatch, fault: str, ends: str
) -> None:
    """No draft, nothing in the ledger, and no request but those of the log-in, and for more time."""
    household = payer(profile={"security_question": PHRASE}, security_phrase="blue kite")
    household.home.practice.faults.replace([fault])
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "5")
    before = portal_keeps(household)
    ending = household.stopped(dry_run=True)
    assert type(ending).__name__ == ends, str(ending)
    assert portal_keeps(household) == before
    assert {each.step for each in household.home.practice.memory.requests} <= {
        "security-phrase",
        "log-in",
        "extend-session",
    }
    assert not household.home.ledger_path.exists()


def test_a_dry_run_never_reaches_what_could_go_wrong_later(payer: Settle) -> None:
    """Every fault of saving, submitting, paying and the bank is armed, and none of them strikes."""
    household = payer()
    later = [Step.SAVE_DRAFT, Step.COMPLETE, Step.CONFIRM_SUBMISSION, Step.ADD_TO_CART, Step.PROCEED]
    armed = [f"{fault}@{step}" for fault in NATURAL_STEP for step in (*later, Step.BANK_APPROVE)]
    household.home.practice.faults.replace(armed)
    aims = [vars(aim).copy() for aim in household.home.practice.faults.aims]
    before = portal_keeps(household)
    assert isinstance(household.stopped(dry_run=True), DryRunEnds)
    assert [vars(aim) for aim in household.home.practice.faults.aims] == aims
    assert portal_keeps(household) == before


@pytest.mark.parametrize(
    "seed",
    [
        {"drafts": [drafted()]},
        {"submissions": [submitted()]},
        {"submissions": [submitted()], "cart": ["ACR112660152700"]},
    ],
    ids=["a draft", "an unpaid ACR", "an ACR in the cart"],
)
def test_a_dry_run_leaves_what_it_finds(payer: Settle, seed: dict[str, Any]) -> None:
    """Draft, ACR and cart stay as they are, and the ledger of an earlier run too."""
    household = payer(**seed)
    before = json.dumps(portal_keeps(household))
    assert isinstance(household.stopped(dry_run=True), DryRunEnds)
    assert json.dumps(portal_keeps(household)) == before
    assert not household.home.ledger_path.exists()
