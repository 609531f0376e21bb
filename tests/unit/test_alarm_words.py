"""Every kind of page that nobody expected has words by which it is recognised."""

from assist_bot.portal.alarms import alarms, before_pressing, challenges
from assist_bot.portal.words import words


def test_every_kind_has_its_words() -> None:
    """A list without words would never be met."""
    kinds = [
        *alarms(words(), logged_in=True, hands_off=False),
        *before_pressing(words(), sends=True, logged_in=True, hands_off=False),
        *challenges(words()),
    ]
    assert all(value for kind in kinds for value in kind.values() if isinstance(value, list))


def test_with_hands_off_nothing_that_would_be_pressed_is_looked_for() -> None:
    """Neither a notice to be closed nor a session to be extended."""
    kinds = [
        *alarms(words(), logged_in=True, hands_off=True),
        *before_pressing(words(), sends=True, logged_in=True, hands_off=True),
    ]
    assert not {"notice", "expiring"} & {kind["kind"] for kind in kinds}
