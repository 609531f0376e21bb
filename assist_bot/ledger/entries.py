"""Contribution records to and from the file: every event carries the whole record as it then stood."""

import json
import sqlite3
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from assist_bot.contribution import CheckedDraft, Contribution, ContributionMonth
from assist_bot.ledger.record import Record
from assist_bot.ledger.states import Entry, State

_ADD = """
    INSERT INTO contribution_event
        (employer, month, part, state, total, acr, receipt, lines, changed, run_folder, note)
    VALUES (:employer, :month, :part, :state, :total, :acr, :receipt, :lines, :changed, :run_folder, :note)
"""
_CURRENT = "SELECT * FROM contribution WHERE id = latest"
_EVENTS = "SELECT * FROM contribution WHERE employer = ? AND month = ? ORDER BY id"


def add(record: Record, entry: Entry) -> Entry:
    """Add the record as it stands now, stamped with time and run; only inside `writing`."""
    entry = replace(entry, changed=record.now(), run_folder=record.run_folder)
    event = {name: str(value) for name, value in vars(entry).items() if name != "began"}
    event |= {
        "total": "" if entry.total is None else f"{entry.total:.2f}",
        "changed": entry.changed.isoformat(),
    }
    record.append(_ADD, event)
    return entry


def parts(record: Record, employer: str, month: ContributionMonth) -> list[Entry]:
    """List the submissions of a month, the first one first."""
    query = f"{_CURRENT} AND employer = ? AND month = ? ORDER BY part"
    return [_entry(row) for row in record.rows(query, employer, str(month))]


def everything(record: Record) -> list[Entry]:
    """List all records, by employer and month."""
    return [_entry(row) for row in record.rows(f"{_CURRENT} ORDER BY employer, month, part")]


def events(record: Record, employer: str, month: ContributionMonth) -> list[Entry]:
    """List everything that was ever written about a month, the oldest first."""
    return [_entry(row) for row in record.rows(_EVENTS, employer, str(month))]


def blank(employer: str, month: ContributionMonth, part: int, now: datetime) -> Entry:
    """Begin a record."""
    return Entry(employer, month, part, State.PLANNED, None, "", "", "[]", now, now, "", "")


def planned_lines(contribution: Contribution) -> str:
    """Write down who is to be paid for and on which wages, as JSON text."""
    return json.dumps(
        [
            {
                "employee": line.employee.name,
                "passport_ends_in": line.employee.passport.number[-4:],
                "wages": f"{line.wages:.2f}",
            }
            for line in contribution.lines
        ],
        ensure_ascii=False,
    )


def checked_lines(checked: CheckedDraft) -> str:
    """Write down the portal's figures for each employee, as JSON text; a passport number by its end only."""
    return json.dumps(
        [
            {
                "employee": row.name,
                "passport_ends_in": row.identification[-4:],
                "wages": f"{row.salary:.2f}",
                "employer": f"{row.employer:.2f}",
                "employee_share": f"{row.employee:.2f}",
                "skbbk": f"{row.amounts.skbbk:.2f}",
                "total": f"{row.total:.2f}",
            }
            for row in checked.rows
        ],
        ensure_ascii=False,
    )


def recorded_skbbk(entry: Entry, total: Decimal) -> Decimal | None:
    """Say how much of a total in ringgit is LINDUNG 24 Jam; None where the record is not about that total."""
    lines = [line for line in json.loads(entry.lines) if "total" in line]
    if sum((Decimal(line["total"]) for line in lines), Decimal("0.00")) != total:
        return None
    return sum((Decimal(line["skbbk"]) for line in lines), Decimal("0.00"))


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        employer=row["employer"],
        month=ContributionMonth.parse(row["month"]),
        part=row["part"],
        state=State(row["state"]),
        total=Decimal(row["total"]) if row["total"] else None,
        acr=row["acr"],
        receipt=row["receipt"],
        lines=row["lines"],
        began=datetime.fromisoformat(row["began"]),
        changed=datetime.fromisoformat(row["changed"]),
        run_folder=row["run_folder"],
        note=row["note"],
    )
