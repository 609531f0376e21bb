"""`assist-bot calendar`: a file that calendar programs take."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from assist_bot.cli.calendar_file import calendar_of
from assist_bot.ledger import Entry, State
from assist_bot.profile import Profile
from tests.cli.home import OCTOBER, Home
from tests.unit.owing import EMPLOYER, employee, profile, second_employee
from tests.unit.standing.households import PERMIT, TODAY, entry, facts

NOW = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)
LONG_NAME = "SITI NURHALIZA BINTI MUHAMMAD ABDULLAH DEWI LESTARI ÉLÉONORE ÑANDÚ"
HOUSEHOLD = profile(employee(name=LONG_NAME, work_permit=PERMIT))


def written(*entries: Entry, household: Profile = HOUSEHOLD, today: date = TODAY, now: datetime = NOW) -> str:
    """Give the calendar of a registered household with these submissions on record."""
    known = facts(*entries, household=household, today=today)
    return calendar_of(known, household, now)


def days(text: str) -> dict[str, date]:
    """Read it back as a calendar program would: each event's UID and day."""
    return {str(event["uid"]): event.decoded("dtstart") for event in Calendar.from_ical(text).walk("VEVENT")}


def test_a_year_of_due_days_and_both_papers_are_in_it() -> None:
    """From the month that is due now; what is late already is no day to come."""
    found = sorted(days(written()).values())
    due = [OCTOBER.due]
    month = OCTOBER
    while len(due) < 13:
        month = month.next()
        due.append(month.due)
    assert found == sorted([*due, date(2030, 4, 30), date(2028, 1, 31)])


def test_paid_months_are_left_out() -> None:
    """And those settled by hand; one in doubt stays."""
    assert OCTOBER.due not in days(written(entry(OCTOBER, State.PAID))).values()
    assert OCTOBER.due not in days(written(entry(OCTOBER, State.SETTLED_BY_HAND))).values()
    assert OCTOBER.due in days(written(entry(OCTOBER, State.UNKNOWN))).values()


def test_nothing_is_due_after_she_has_left_and_no_paper_of_hers_expires() -> None:
    """A paper that has expired is no day to come either."""
    leaving = profile(employee(work_permit=PERMIT, employment_end=date(2026, 12, 3)))
    assert max(days(written(household=leaving, today=date(2026, 12, 1))).values()) == date(2030, 4, 30)
    assert sorted(days(written(household=leaving, today=date(2026, 12, 10))).values()) == [
        date(2026, 12, 15),
        date(2027, 1, 15),
    ]
    expired = profile(employee(work_permit={**PERMIT, "expiry": date(2026, 10, 1)}))
    assert date(2026, 10, 1) not in days(written(household=expired)).values()


def test_importing_again_brings_up_to_date_and_doubles_nothing() -> None:
    """The same day has the same UID on another day and after another run; a renewed paper keeps its own."""
    first, again = (
        days(written()),
        days(written(now=NOW + timedelta(days=20), today=TODAY + timedelta(days=20))),
    )
    assert len(set(first)) == 15
    same = first.keys() & again.keys()
    assert len(same) == 14
    assert all(first[uid] == again[uid] for uid in same)
    renewed = employee(
        name=LONG_NAME, work_permit={**PERMIT, "number": "PE9999999", "expiry": date(2029, 1, 31)}
    )
    after = days(written(household=profile(renewed)))
    assert after.keys() == first.keys()
    assert date(2029, 1, 31) in after.values()


def test_two_employees_of_one_name_have_days_of_their_own() -> None:
    """Told apart by their dates of birth, which are not to be read in it."""
    two = profile(
        employee(work_permit=PERMIT),
        second_employee(
            name="SITI AMINAH", date_of_birth=date(1988, 1, 1), work_permit={**PERMIT, "number": "PE7654321"}
        ),
    )
    text = written(household=two)
    assert len(days(text)) == 13 + 4
    assert "1988" not in text


def test_reminders_are_in_the_morning_some_days_before() -> None:
    """Five days for a contribution, ninety and thirty for a paper."""
    for event in Calendar.from_ical(written()).walk("VEVENT"):
        before = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
        paper = "expires" in str(event["summary"])
        expected = (
            [timedelta(days=-90, hours=9), timedelta(days=-30, hours=9)]
            if paper
            else [timedelta(days=-5, hours=9)]
        )
        assert before == expected
        assert all(alarm["action"] == "DISPLAY" and alarm["description"] for alarm in event.walk("VALARM"))


def test_the_text_keeps_to_the_rules() -> None:
    """RFC 5545: CRLF, lines of at most 75 octets, whole days, a stamp in UTC; and it reads back the same."""
    text = written()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert any(line.startswith(" ") for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    assert LONG_NAME in {str(each["summary"]).partition("'")[0] for each in calendar.walk("VEVENT")}
    for event in calendar.walk("VEVENT"):
        assert event.decoded("dtstamp") == NOW
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert not event.errors
    assert calendar.to_ical().decode() == text


def test_no_number_is_in_it() -> None:
    """Neither of passport, permit and identity card, nor the portal ID or a wage."""
    text = written().replace("\r\n ", "")
    for private in ("C1234567", "PE1234567", "850101", EMPLOYER, "1500"):
        assert private not in text


def test_the_file_is_its_owners_and_without_one_it_is_printed(home: Home) -> None:
    """The same days; nothing else stands on stdout. A record that cannot be read gives none: it may be paid there."""
    ran = home.run("calendar")
    assert (ran.code, ran.stderr) == (0, "")
    told = home.run("calendar", "--file", "socso.ics")
    file = home.folder / "socso.ics"
    assert (told.code, told.stdout, file.stat().st_mode & 0o077) == (0, "", 0)
    assert days(ran.stdout) == days(file.read_bytes().decode())
    assert b"\r\n" in file.read_bytes()
    (home.folder / "ledger.sqlite").write_bytes(b"not a ledger" * 100)
    ran = home.run("calendar")
    assert (ran.code, ran.stdout) == (9, "")
