"""The days of the schedule, the texts that systems read, and what is told of a run."""

import os
import plistlib
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.contribution import ContributionMonth
from assist_bot.language import Language, speak
from assist_bot.outcome import Outcome
from assist_bot.scheduling.command_line import command_line, for_a_shell, for_systemd
from assist_bot.scheduling.days import DAYS, month_to_prepare, next_run, runs_missed
from assist_bot.scheduling.starting import cron_line
from assist_bot.scheduling.systemd import SERVICE, TIMER, service_text, timer_text
from assist_bot.scheduling.telling import Ended, nothing_new, told

GUIDE = (Path(__file__).parents[2] / "docs" / "scheduling.md").read_text("utf-8")
README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
ODD = (
    '/a place/100% "of" it/$HOME/python',
    "-m",
    "assist_bot",
    "--profile",
    '/my $HOME/50%/it\'s \\ "mine".toml',
)
NOVEMBER = ContributionMonth(2026, 11)


def test_each_month_has_its_runs_from_the_16th_to_the_eve_of_its_due_date() -> None:
    """Several of them in the month itself and several after it, so that one failure is not the end."""
    days = [date(2026, month, day) for month in (11, 12) for day in DAYS]
    runs = [day for day in days if month_to_prepare(day) == NOVEMBER]
    assert runs[0] == date(2026, 11, 16)
    assert runs[-1] == date(2026, 12, 14)
    assert len(runs) == len(DAYS)
    assert len([day for day in runs if day.month == 12]) >= 4


def test_the_days_are_those_that_are_told() -> None:
    """In the README, in the examples, and in what cron gets."""
    *first, last = map(str, DAYS)
    assert f"{', '.join(first)} and {last}" in " ".join(README.split())
    assert f" 10 {','.join(map(str, DAYS))} * * " in GUIDE
    assert f" 10 {','.join(map(str, DAYS))} * * " in cron_line(ODD)


def test_the_next_run_is_today_until_its_hour() -> None:
    """And from then on the next of the days, also in another month."""
    assert next_run(datetime(2026, 11, 28, 9, 59, tzinfo=KUALA_LUMPUR)) == date(2026, 11, 28)
    assert next_run(datetime(2026, 11, 28, 10, tzinfo=KUALA_LUMPUR)) == date(2026, 12, 3)
    assert runs_missed(date(2026, 11, 22), date(2026, 12, 3)) == 2
    assert runs_missed(date(2026, 11, 22), date(2026, 11, 25)) == 0


def test_odd_paths_reach_the_program_whole() -> None:
    """For cron through a shell, in which a percent sign is cron's own; for systemd see the next test."""
    assert tuple(shlex.split(for_a_shell(ODD).replace(r"\%", "%"))) == ODD
    assert "%" not in for_a_shell(ODD).replace(r"\%", "")


@pytest.mark.parametrize(("language", "named"), [("en", []), ("ms", ["--lang", "ms"])])
def test_a_scheduled_run_speaks_the_language_of_whoever_installed_it(
    language: Language, named: list[str]
) -> None:
    """Nobody is there to ask for it."""
    speak(language)
    try:
        assert list(command_line(None, None))[5:] == named
    finally:
        speak("en")


def test_the_units_are_read_as_they_are_meant() -> None:
    """By a reader of such files: what starts, on which days, with jitter, and catching up."""
    service, timer = ConfigParser(interpolation=None), ConfigParser(interpolation=None)
    service.read_string(service_text(ODD))
    timer.read_string(timer_text())
    assert service["Service"]["ExecStart"] == for_systemd(ODD)
    assert timer["Timer"]["OnCalendar"] == "*-*-03,07,10,12,14,16,19,22,25,28 10:00:00"
    assert timer["Timer"]["Persistent"] == "true"
    assert int(timer["Timer"]["RandomizedDelaySec"]) == 4 * 3600
    assert timer["Install"]["WantedBy"] == "timers.target"


ANALYZE = shutil.which("systemd-analyze") or ""


@pytest.mark.skipif(not ANALYZE, reason="no systemd on this computer")
def test_systemd_itself_takes_the_units(tmp_path: Path) -> None:
    """With a program at a path with spaces and signs that mean something to it."""
    program = tmp_path / "100% my $HOME" / "python"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    (tmp_path / SERVICE).write_text(service_text((str(program), *ODD[1:])))
    (tmp_path / TIMER).write_text(timer_text())
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    checked = subprocess.run(
        [ANALYZE, "--user", "verify", tmp_path / TIMER, tmp_path / SERVICE],
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_examples_for_cron_and_launchd_are_ones() -> None:
    """They start `schedule run`, on the days of the schedule."""
    cron = GUIDE.partition("```cron\n")[2].partition("\n```")[0]
    assert shlex.split(cron.split(maxsplit=5)[5])[1:5] == ["-m", "assist_bot", "schedule", "run"]
    plist = plistlib.loads(GUIDE.partition("```xml\n")[2].partition("```")[0].encode())
    assert plist["ProgramArguments"][1:] == ["-m", "assist_bot", "schedule", "run"]
    assert tuple(each["Day"] for each in plist["StartCalendarInterval"]) == DAYS


@pytest.mark.parametrize("outcome", Outcome)
def test_every_end_of_a_run_is_told_with_its_month(outcome: Outcome) -> None:
    """What is not prepared is said loudly; everything else says what to do, or that nothing is to be done."""
    message = told(Ended(outcome, NOVEMBER, date(2026, 11, 19), Decimal("43.45")))
    well = outcome in (Outcome.DONE, Outcome.NOTHING_TO_DO, Outcome.DRAFTED, Outcome.SUBMITTED)
    assert message.title.startswith("assist-bot: November 2026")
    assert ("NOT prepared" in message.title) is not (well or outcome is Outcome.UNKNOWN)
    assert "assist-bot " in message.text or outcome in (
        Outcome.DONE,
        Outcome.NOTHING_TO_DO,
        Outcome.INTERRUPTED,
    )
    assert "{" not in message.title + message.text


def test_earlier_months_that_nobody_paid_are_told_each_time() -> None:
    """Also when the month itself is paid, which alone is told once."""
    paid = Ended(Outcome.NOTHING_TO_DO, NOVEMBER, date(2026, 11, 19))
    assert nothing_new(paid, "nothing_to_do")
    assert not nothing_new(paid, "drafted")
    late = Ended(Outcome.NOTHING_TO_DO, NOVEMBER, date(2026, 11, 19), left_behind=[NOVEMBER.previous()])
    assert not nothing_new(late, "nothing_to_do")
    assert "Not on record as paid, and late: October 2026." in told(late).text


def test_the_last_days_count() -> None:
    """How many are left, and that no other run comes."""
    text = told(Ended(Outcome.PORTAL, NOVEMBER, date(2026, 12, 14))).text
    assert (
        "It is due by 15 December 2026: days left, 1. No other run comes before that: do it yourself." in text
    )
