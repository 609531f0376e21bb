from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import load
from assist_bot.profile.postcodes import STATES, state_called, states_of
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "http://127.0.0.1:5000/employer/login"


@pytest.mark.parametrize(
    ("postcode", "state"),
    [
        ("01000", "PERLIS"),
        ("05000", "KEDAH"),
        ("07000", "KEDAH"),
        ("10450", "PULAU PINANG"),
        ("15000", "KELANTAN"),
        ("20000", "TERENGGANU"),
        ("25000", "PAHANG"),
        ("30000", "PERAK"),
        ("39000", "PAHANG"),
        ("46000", "SELANGOR"),
        ("49000", "PAHANG"),
        ("50450", "WILAYAH PERSEKUTUAN KUALA LUMPUR"),
        ("62000", "WILAYAH PERSEKUTUAN PUTRAJAYA"),
        ("63000", "SELANGOR"),
        ("68000", "SELANGOR"),
        ("69000", "PAHANG"),
        ("70000", "NEGERI SEMBILAN"),
        ("75000", "MELAKA"),
        ("79100", "JOHOR"),
        ("87000", "WILAYAH PERSEKUTUAN LABUAN"),
        ("88000", "SABAH"),
        ("98859", "SARAWAK"),
    ],
)
def test_a_postcode_belongs_to_its_state(postcode: str, state: str) -> None:
    """Places that stand out from their neighbours' numbers are among these."""
    assert states_of(postcode) == (state,)


@pytest.mark.parametrize(
    ("postcode", "states"),
    [
        ("34950", {"PERAK", "KEDAH"}),
        ("14290", {"PULAU PINANG", "KEDAH"}),
        ("68100", {"SELANGOR", "WILAYAH PERSEKUTUAN KUALA LUMPUR"}),
        ("00999", set()),
        ("98860", set()),
        ("61000", set()),
    ],
)
def test_a_postcode_at_a_border_or_outside_the_country(postcode: str, states: set[str]) -> None:
    """Border post offices serve both sides; some numbers are nobody's."""
    assert set(states_of(postcode)) == states


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Selangor", "SELANGOR"),
        ("penang", "PULAU PINANG"),
        ("W.P. Kuala Lumpur", "WILAYAH PERSEKUTUAN KUALA LUMPUR"),
        ("Kuala Lumpur", "WILAYAH PERSEKUTUAN KUALA LUMPUR"),
        ("Negeri  Sembilan", "NEGERI SEMBILAN"),
        ("Singapore", None),
    ],
)
def test_states_are_known_by_the_names_people_write(written: str, state: str | None) -> None:
    """Each ends as the portal writes it, in capitals."""
    assert state_called(written) == state
    assert state in {*STATES, None}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": '"Johor"'}, "does not fit the postcode 46000, which belongs to SELANGOR"),
        ({"state": '"Singapore"'}, "not a state of Malaysia"),
        ({"postcode": '"61000"'}, "which no state has"),
        ({"postcode": '"4600"'}, "five digits"),
        ({"postcode": "46000"}, "quotation marks"),
    ],
)
def test_a_postcode_that_does_not_fit_its_state_is_refused(
    tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    """The portal loads State, City and Postcode one after the other, so they must fit."""
    with pytest.raises(ProfileError) as caught:
        load(write_profile(tmp_path, TODAY, PORTAL, **changes), "register", TODAY)
    assert said in caught.value.problems[0].message
