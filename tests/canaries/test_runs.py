"""After every command: nothing private stands where it may not."""

from tests.canaries.household import Nest
from tests.canaries.values import ANSWER, NEW

LOUD = {"ASSIST_BOT_PATIENCE": "8"}


def test_registering_leaves_nothing(nest: Nest) -> None:
    """From the first log-in to the letters, with everything told that can be told."""
    given = {"ASSIST_BOT_NEW_PASSWORD": NEW.value, "ASSIST_BOT_SECURITY_ANSWER": ANSWER.value}
    ran = nest.run("register", "--yes", "--json", "--verbose", **given, **LOUD)
    assert ran.result["outcome"] == "done"
    assert nest.home.account.password == NEW.value
    print("LEAKS", nest.leaks)
    assert not nest.leaks


def test_paying_leaves_nothing(payer: Nest) -> None:
    """Up to the receipt."""
    ran = payer.run("pay", "--yes", "--json", "--verbose", "--wait-for-bank", "1", **LOUD)
    assert ran.result["outcome"] == "done"
    assert not payer.leaks
