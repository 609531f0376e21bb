"""`assist-bot ledger export`: the record, for people and other programs."""

import csv
import json
import sys
from io import StringIO
from typing import Any, Literal

from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.ledger import Entry, Ledger
from assist_bot.outcome import Outcome, Result
from assist_bot.places import places

COLUMNS = (
    "employer", "month", "part", "state", "total", "acr", "receipt", "began", "changed", "employees", "note",
)  # fmt: skip


def command(form: Literal["csv", "json"]) -> None:
    """Print the record on stdout. It is only read, so that this can be done while a run goes on."""
    with ending_plainly() as ended:
        with Ledger.open(places().ledger, read_only=True) as ledger:
            entries = ledger.entries()
        sys.stdout.write(as_json(entries) if form == "json" else as_csv(entries))
        sys.stdout.flush()
        ended.result = Result(Outcome.DONE, "")
    if ended.result.exit_code:
        exit_with(ended.result)


def as_json(entries: tuple[Entry, ...]) -> str:
    """Write the record as one object; money is text such as "32.60", times are ISO."""
    return (
        json.dumps({"contributions": [_told(entry) for entry in entries]}, indent=2, ensure_ascii=False)
        + "\n"
    )


def as_csv(entries: tuple[Entry, ...]) -> str:
    """Write one line for each submission; its employees are in one cell."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        told = _told(entry)
        names = "; ".join(_in_words(line) for line in told["lines"])
        writer.writerow({**told, "employees": names})
    return out.getvalue()


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "employer": entry.employer,
        "month": str(entry.month),
        "part": entry.part,
        "state": str(entry.state),
        "total": "" if entry.total is None else f"{entry.total:.2f}",
        "acr": entry.acr,
        "receipt": entry.receipt,
        "began": entry.began.isoformat(timespec="seconds"),
        "changed": entry.changed.isoformat(timespec="seconds"),
        "note": entry.note,
        "lines": json.loads(entry.lines),
    }


def _in_words(line: dict[str, str]) -> str:
    return f"{line['employee']} ({line['passport_ends_in']}) wages {line['wages']}" + (
        f" contribution {line['total']}" if "total" in line else ""
    )
