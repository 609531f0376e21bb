"""Who approves a payment: the person who types the total, or nobody."""

import pytest

from tests.cli.home import Home

AT_THE_DRAFT = {"month": "2026-10", "total": "43.45"}


def approved_by(payer: Home, *arguments: str, stdin: str = "") -> dict[str, object]:
    """Run `pay` for a script, with this typed on stdin."""
    return payer.run("pay", "--json", *arguments, stdin=stdin).result


def ensure_only_drafted(payer: Home, result: dict[str, object]) -> None:
    """Find the draft at the portal and in the record, and nothing else."""
    assert {**AT_THE_DRAFT, **result} == result
    assert result["lines"]
    assert "acr" not in result
    assert payer.state == "drafted"
    assert [draft.total for draft in payer.account.drafts] == [payer.entry and payer.entry.total]
    assert payer.account.submissions == []


@pytest.mark.parametrize(
    ("arguments", "typed", "outcome", "code"),
    [
        ([], "43.54\n", "refused", 6),
        ([], "no\n", "refused", 6),
        ([], "", "waiting", 8),
        (["--no-input"], "43.45\n", "waiting", 8),
        (["--until", "draft"], "", "drafted", 0),
    ],
    ids=["wrong-total", "no", "nobody", "no-input", "until-draft"],
)
def test_without_approval_it_stops_at_the_checked_draft(
    arguments: list[str], typed: str, outcome: str, code: int, payer: Home
) -> None:
    """A wrong total or a no is refused, nobody there is waited for, and --until draft is done there."""
    result = approved_by(payer, *arguments, stdin=typed)
    assert (result["outcome"], result["exit_code"]) == (outcome, code)
    ensure_only_drafted(payer, result)


def test_the_right_total_goes_on_to_the_acr_and_to_the_receipt(payer: Home) -> None:
    """Typed as it is shown. Without a window or a wait it stops at the ACR; run again, that is paid and none other."""
    ran = payer.run("pay", "--json", stdin="43.45\n")
    result = ran.result
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert "--wait-for-bank" in str(result["message"])
    assert "43.45" in ran.stderr
    acr = payer.account.submissions[0].acr
    assert result["acr"] == acr
    assert payer.account.payments == []

    until_acr = approved_by(payer, "--until", "acr", "--no-input")
    assert (until_acr["outcome"], until_acr["exit_code"], until_acr["acr"]) == ("submitted", 0, acr)

    paid = approved_by(payer, "--wait-for-bank", "1", stdin="RM 43.45\n")
    assert (paid["outcome"], paid["acr"]) == ("done", acr)
    assert [payment.status for payment in payer.account.payments] == ["Successful"]
    assert len(payer.account.submissions) == 1
