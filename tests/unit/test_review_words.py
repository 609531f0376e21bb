import pytest

from assist_bot import wording
from assist_bot.outcome import Outcome
from assist_bot.verdict import CUT_OFF, CUT_OFF_WHILE_SAVING, VERDICTS, verdict_for


def test_every_outcome_has_words_of_its_own() -> None:
    """No two ends of a run can be taken for each other, and no outcome is forgotten."""
    assert set(VERDICTS) == set(Outcome)
    assert len({verdict.words for verdict in [*VERDICTS.values(), CUT_OFF, CUT_OFF_WHILE_SAVING]}) == 18


@pytest.mark.parametrize(("was_saving", "verdict"), [(True, CUT_OFF_WHILE_SAVING), (False, CUT_OFF)])
def test_a_run_without_an_outcome_was_cut_off(*, was_saving: bool, verdict: object) -> None:
    """What matters then is whether something was being sent."""
    assert verdict_for("", was_saving=was_saving) == verdict_for("odd", was_saving=was_saving) == verdict


@pytest.mark.parametrize(
    ("verb", "words", "told"),
    [
        ("fill", "Salary (RM)", 'Filled in "Salary (RM)"'),
        ("save", "Save Draft", 'Pressed "Save Draft"'),
        ("somersault", "Home", 'Somersault "Home"'),
        ("wait", "", "Wait"),
        ("fill", "{0.__class__}", 'Filled in "{0.__class__}"'),
    ],
)
def test_a_step_is_a_sentence(verb: str, words: str, told: str) -> None:
    """Also with a verb that nobody has written words for."""
    assert wording.sentence(verb, words) == told


def test_what_a_dry_run_leaves_out_is_not_told_as_done() -> None:
    """It was not pressed."""
    assert wording.sentence("save", "Save Draft", left_out=True) == 'Did not press "Save Draft"'


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.0, "<0.1 s"), (0.44, "0.4 s"), (9.99, "10 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s")],
)
def test_time_is_told_as_a_person_would(seconds: float, told: str) -> None:
    """Never "60 s"."""
    assert wording.duration(seconds) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [("1620.00", "RM1,620.00"), ("0.00", "RM0.00"), ("1e999999999", "1e999999999"), ("NaN", "NaN")],
)
def test_amounts_are_told_in_ringgit(text: str, told: str) -> None:
    """What is no amount stays as it is, and costs nothing."""
    assert wording.amount(text) == told


def test_months_and_moments_are_told_in_words() -> None:
    """What is none stays as it is."""
    assert wording.month("2026-10") == "October 2026"
    assert wording.month("soon") == "soon"
    assert wording.moment("2026-11-22T10:15:00.000+08:00") == "22 November 2026, 10:15"
    assert wording.moment("soon") == "soon"
