"""Passports and work permits: valid for months to come, and held against the profile where a scan can be read."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from assist_bot.checklist.items import missing, there, to_look_at, wrong
from assist_bot.checklist.papers import usable_paper
from assist_bot.checklist.preparation import Preparation
from assist_bot.language import day, say
from assist_bot.machine_readable_zone import Zone, engine, how_to_get_one, read_zone
from assist_bot.outcome import ChecklistItem
from assist_bot.profile.fields import as_date
from assist_bot.profile.look import look, plain, text_at
from assist_bot.profile.validity import SOON, present

_ALIKE = str.maketrans("GL", "61")
"""What a zone's check digits do not tell apart, although a machine may take one for the other."""


def holding_items(known: Preparation) -> Iterator[ChecklistItem]:
    """Go through the passport and the permit of each who is employed."""
    employees = list(present(known.table, known.today))
    if not employees:
        fact = say("The profile names nobody whom you employ.")
        yield missing(say("Passport and work permit"), fact, say("Write an [[employee]] into the profile."))
    for _, employee in employees:
        whose = f", {text_at(employee, 'name')}" if len(employees) > 1 else ""
        yield _valid(say("Passport valid") + whose, look(employee, "passport"), known.today)
        scan = text_at(employee, "documents", "passport_copy") or text_at(
            known.table, "documents", "passport_copy"
        )
        if scan and usable_paper(Path(scan)):
            yield from _held_against(Path(scan), say("Passport's two lines") + whose, employee)
        yield _valid(say("Work permit valid") + whose, look(employee, "work_permit"), known.today)


def _valid(name: str, paper: object, today: date) -> ChecklistItem:
    start, expiry = as_date(look(paper, "start")), as_date(look(paper, "expiry"))
    renew = say("Have it renewed, and give number and dates of the new one in the profile.")
    if expiry is None:
        fact = say("The profile does not say until when.")
        return missing(name, fact, say("Write its last day there, such as expiry = 2030-04-30."))
    if expiry < today:
        return wrong(name, say("It expired on {day}.", day=day(expiry)), renew)
    if start and start > today:
        fact = say("It is not valid before {day}.", day=day(start))
        return wrong(name, fact, say("Give the one that is valid now."))
    if expiry <= today + SOON:
        left = (expiry - today).days
        fact = say("It expires on {day}; days left: {left}.", day=day(expiry), left=left)
        return to_look_at(name, fact, renew)
    return there(name, say("Until {day}, by the profile.", day=day(expiry)))


def _held_against(scan: Path, name: str, employee: Mapping[str, Any]) -> Iterator[ChecklistItem]:
    zone = read_zone(scan)
    compare = say("Compare number, expiry and date of birth with the profile yourself.")
    if zone is None and engine() is None:
        fact = say("Not read: no program that reads pictures is installed on this computer.")
        otherwise = say("Or: {how}", how=how_to_get_one())
        yield to_look_at(name, fact, f"{compare} {otherwise}")
    elif zone is None:
        fact = say("They cannot be read on {file}, tried with tesseract.", file=scan.name)
        yield to_look_at(name, fact, compare)
    else:
        yield _compared(zone, name, employee)
        if zone.surname and _words(zone.name) != _words(text_at(employee, "name")):
            fact = say("They have her name as {name}.", name=zone.name)
            yield to_look_at(name, fact, say("Look whether the name in the profile is that of the passport."))


def _compared(zone: Zone, name: str, employee: Mapping[str, Any]) -> ChecklistItem:
    """Hold against the profile what check digits guard; no number is told, so that none stands on the screen."""
    number = plain(text_at(employee, "passport", "number"))
    expiry, born = as_date(look(employee, "passport", "expiry")), as_date(look(employee, "date_of_birth"))
    differing = [
        what
        for what, given, same in (
            (
                say("another number"),
                number,
                plain(zone.document_number).translate(_ALIKE) == number.translate(_ALIKE),
            ),
            (say("another expiry ({day})", day=day(zone.expiry)), expiry, zone.expiry == expiry),
            (say("another date of birth"), born, zone.date_of_birth == born),
        )
        if given and not same
    ]
    if differing:
        fact = say("They have {things} than the profile.", things=", ".join(differing))
        return wrong(name, fact, say("Mend the profile, or scan the passport that is meant: the latest one."))
    if not (number and expiry and born):
        fact = say("Number, expiry or date of birth is not in the profile yet.")
        return missing(name, fact, say("Write them there as in the passport."))
    return there(name, say("Number, expiry and date of birth are those of the profile."))


def _words(name: str) -> set[str]:
    return {plain(word) for word in name.split()}
