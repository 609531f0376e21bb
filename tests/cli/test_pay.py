"""`assist-bot pay` from the command line to the receipt."""

from pathlib import Path

from tests.cli.home import Home
from tests.unit.proving import pages_of

ALL = ("pay", "--yes", "--json", "--wait-for-bank", "1")


def test_pay_pays_once_and_then_says_so(payer: Home) -> None:
    """The object tells everything; run again, the month is paid and no browser is opened, unless --check asks."""
    result = payer.run(*ALL).result
    run_folder = result.pop("run_folder")
    payment = payer.account.payments[0]
    slip, receipt = map(Path, result.pop("papers"))
    assert slip == payer.folder / "documents" / "2026" / f"2026-10 SOCSO slip {result['acr']}.pdf"
    assert receipt == slip.with_name("2026-10 SOCSO receipt RM43.45.pdf")
    assert result == {
        "outcome": "done",
        "exit_code": 0,
        "message": result["message"],
        "month": "2026-10",
        "total": "43.45",
        "lines": [
            {
                "employee": "SITI AMINAH",
                "salary": "1500.00",
                "employer": "25.35",
                "employee_share": "7.25",
                "skbbk": "10.85",
                "total": "43.45",
            }
        ],
        "late_interest": "5.00",
        "acr": payer.account.submissions[0].acr,
        "receipt": payment.receipt,
    }
    assert "Late interest (FCLB) of RM5.00 for it waits at the portal" in result["message"]
    assert [interest.status for interest in payer.account.late_interest] == ["Pending Payment"]
    assert "October 2026 is paid: RM43.45" in result["message"]
    assert (payer.folder / "runs").samefile(run_folder + "/..")

    again = payer.run(*ALL, ASSIST_BOT_BROWSER="/nonexistent").result
    assert again["outcome"] == "nothing_to_do"
    assert {name: again[name] for name in ("month", "total", "acr", "receipt")} == {
        name: result[name] for name in ("month", "total", "acr", "receipt")
    }
    assert payer.run(*ALL, "--check", ASSIST_BOT_BROWSER="/nonexistent").result["outcome"] == "machine"
    checked = payer.run(*ALL, "--check").result
    assert (checked["outcome"], checked["receipt"]) == ("nothing_to_do", payment.receipt)
    assert len(payer.account.submissions) == len(payer.account.payments) == 1

    assert checked["papers"] == [str(receipt)]
    proof = payer.run("proof", "--from", "2026-10", "--to", "2026-10", "--json").result
    assert proof["exit_code"] == 8
    assert "The registration letter is not in the folder." in proof["message"]  # another computer registered
    assert [(month["outcome"], month["receipt"]) for month in proof["months"]] == [("done", payment.receipt)]
    cover, page = pages_of(Path(*proof["papers"]).read_bytes())
    assert str(payment.receipt) in cover
    assert str(payment.receipt) in page


def test_a_receipt_that_comes_later_is_completed_without_being_asked_for(payer: Home) -> None:
    """While it is awaited the portal is asked each time; then the month is told from the record again."""
    payer.practice.faults.replace(["receipt-later"])
    waiting = payer.run(*ALL).result
    assert (waiting["outcome"], waiting["exit_code"], payer.state) == ("waiting", 8, "unknown")
    assert "Do not pay again" in waiting["message"]
    without = payer.run(*ALL).result
    assert (without["outcome"], payer.state) == ("nothing_to_do", "paid")
    assert "receipt" not in without
    payer.practice.faults.replace([])
    completed = payer.run(*ALL).result
    payment = payer.account.payments[0]
    assert (completed["outcome"], completed["receipt"]) == ("nothing_to_do", payment.receipt)
    assert payer.run(*ALL, ASSIST_BOT_BROWSER="/nonexistent").result["receipt"] == payment.receipt
    assert len(payer.account.payments) == 1
