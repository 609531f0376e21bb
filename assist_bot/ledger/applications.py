"""Registration records to and from the file: every event carries the whole record as it then stood."""

import json
from dataclasses import replace
from datetime import datetime

from assist_bot.ledger.record import Record
from assist_bot.ledger.states import RegistrationEntry, RegistrationState

_ADD = """
    INSERT INTO registration_event
        (employer, state, employer_code, reference, letters, changed, run_folder, note)
    VALUES (:employer, :state, :employer_code, :reference, :letters, :changed, :run_folder, :note)
"""
_CURRENT = "SELECT * FROM registration WHERE id = latest AND employer = ?"


def blank(record: Record, employer: str) -> RegistrationEntry:
    """Begin a record."""
    now = record.now()
    return RegistrationEntry(employer, RegistrationState.BEGUN, "", "", (), now, now, "", "")


def add(record: Record, entry: RegistrationEntry) -> RegistrationEntry:
    """Add the record as it stands now, stamped with time and run; only inside `writing`."""
    entry = replace(entry, changed=record.now(), run_folder=record.run_folder)
    event = {name: str(value) for name, value in vars(entry).items() if name != "began"}
    event |= {"letters": json.dumps(entry.letters), "changed": entry.changed.isoformat()}
    record.append(_ADD, event)
    return entry


def application(record: Record, employer: str) -> RegistrationEntry | None:
    """Give the record of an employer's registration."""
    for row in record.rows(_CURRENT, employer):
        return RegistrationEntry(
            employer=row["employer"],
            state=RegistrationState(row["state"]),
            employer_code=row["employer_code"],
            reference=row["reference"],
            letters=tuple(json.loads(row["letters"])),
            began=datetime.fromisoformat(row["began"]),
            changed=datetime.fromisoformat(row["changed"]),
            run_folder=row["run_folder"],
            note=row["note"],
        )
    return None
