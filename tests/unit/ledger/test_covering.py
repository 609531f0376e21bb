"""Whom a month's submissions pay for: said for sure, or not at all."""

import json
from dataclasses import replace

import pytest

from assist_bot.contribution import Contribution
from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.ledger.covering import additional_to, left_out
from tests.unit.ledger.acts import ACR, TOTAL, pay, submit
from tests.unit.owing import EMPLOYER, OCTOBER, plan


def both() -> Contribution:
    """Plan for the one who was paid for, and for one who came later."""
    line = plan().lines[0]
    passport = line.employee.passport.model_copy(update={"number": "C7654321"})
    dewi = line.employee.model_copy(update={"name": "DEWI LESTARI", "passport": passport})
    return replace(plan(), lines=(line, replace(line, employee=dewi)))


def names(contribution: Contribution) -> list[str]:
    """Name who is in it."""
    return [line.employee.name for line in contribution.lines]


def paid(ledger: Ledger) -> tuple[Entry, ...]:
    """Give the records of a month that was submitted and paid from here."""
    submit(ledger)
    pay(ledger)
    return ledger.parts(EMPLOYER, OCTOBER)


def test_who_came_later_is_left_out_and_is_additional(ledger: Ledger) -> None:
    """And nobody else."""
    parts = paid(ledger)
    assert [line.employee.name for line in left_out(parts, both())] == ["DEWI LESTARI"]
    assert names(additional_to(parts, both())) == ["DEWI LESTARI"]
    assert left_out(parts, plan()) == ()
    assert names(additional_to(parts, plan())) == []


def test_spelling_and_spacing_of_a_name_make_no_new_person(ledger: Ledger) -> None:
    """The portal writes names in its own way."""
    part = paid(ledger)[0]
    lines = json.loads(part.lines)
    lines[0]["employee"] = f" {lines[0]['employee'].title()}  "
    assert names(additional_to([replace(part, lines=json.dumps(lines))], both())) == ["DEWI LESTARI"]


@pytest.mark.parametrize("known", ["employee", "passport_ends_in"])
def test_half_a_match_is_refused(ledger: Ledger, known: str) -> None:
    """It may be the same person with a new passport, who would be paid for twice."""
    part = paid(ledger)[0]
    lines = json.loads(part.lines)
    lines[0][known] = "ZZZZ"
    changed = replace(part, lines=json.dumps(lines))
    with pytest.raises(ContributionRefused, match="another passport"):
        additional_to([changed], plan())
    assert left_out([changed], plan()) == ()


def test_what_a_lost_ledger_does_not_know_is_refused_with_what_to_do(ledger: Ledger) -> None:
    """Found paid at the portal, the month has no names; without any record there is nothing to add to."""
    with pytest.raises(ContributionRefused, match="on record as paid") as refused:
        additional_to((), both())
    assert "without --additional" in refused.value.remedy
    ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R1")
    parts = ledger.parts(EMPLOYER, OCTOBER)
    with pytest.raises(ContributionRefused, match=ACR) as refused:
        additional_to(parts, both())
    assert "1-300-22-8000" in refused.value.remedy
    assert left_out(parts, both()) == ()


def test_nothing_is_added_to_what_is_not_settled(ledger: Ledger) -> None:
    """An unpaid ACR comes first."""
    submit(ledger)
    with pytest.raises(ContributionRefused):
        additional_to(ledger.parts(EMPLOYER, OCTOBER), both())


def test_everybody_is_not_planned_anew_while_an_additional_submission_is_under_way(ledger: Ledger) -> None:
    """Whoever was paid for would be paid for again; only what is additional goes on."""
    submit(ledger)
    pay(ledger)
    ledger.planned(EMPLOYER, plan(), additional=True)
    with pytest.raises(ContributionRefused, match="an additional submission of it was begun"):
        ledger.planned(EMPLOYER, both())
    assert [part.state for part in ledger.parts(EMPLOYER, OCTOBER)] == ["paid", "planned"]
