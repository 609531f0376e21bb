"""`assist-bot status`: one screen, one object, one page."""

import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from rich.console import Console

from assist_bot.cli.status_data import as_data
from assist_bot.cli.status_page import write_page
from assist_bot.cli.status_showing import show_standing
from assist_bot.cli.status_words import month_lines
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.outcome import Outcome, Result
from assist_bot.standing import HouseholdStanding, standing_of
from tests.cli.home import OCTOBER, PORTAL_ID, Home
from tests.unit.owing import employee, profile, second_employee
from tests.unit.standing.households import (
    DEWI,
    NOVEMBER,
    PERMIT,
    SEPTEMBER,
    SITI,
    entry,
    facts,
    judged,
    paid_before,
)

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
LONG_AGO = profile(employee(employment_start=date(2021, 6, 1), work_permit=PERMIT))
HOSTILE = "<script>alert(1)</script> [bold]"


def shown(standing: HouseholdStanding, *, width: int = 80, terminal: bool = True) -> str:
    """Give what is printed, without the spaces at the ends of lines."""
    out = io.StringIO()
    kind = "xterm" if terminal else "dumb"
    console = Console(
        file=out, width=width, highlight=False, _environ={"TERM": kind}, force_terminal=not terminal
    )
    show_standing(console, standing, "TAN MEI LING")
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def everything() -> HouseholdStanding:
    """Give a household with a month in nearly every state."""
    people = (
        employee(employment_start=date(2025, 2, 1)),
        second_employee(employment_start=date(2026, 9, 1), name="DEWI LESTARI"),
        second_employee(name=HOSTILE, employment_start=date(2025, 2, 1), employment_end=date(2025, 6, 3)),
    )
    household = profile(*people, wages={"2025-12": "0.00"})
    july, august = SEPTEMBER.previous().previous(), SEPTEMBER.previous()
    return judged(
        *(each for each in paid_before(july, household) if str(each.month) != "2025-12"),
        entry(july, State.SETTLED_BY_HAND),
        entry(august, State.SUBMITTED),
        entry(SEPTEMBER, State.PAID, SITI),
        entry(OCTOBER, State.UNKNOWN, SITI, DEWI),
        household=household,
        today=date(2026, 11, 20),
    )


def test_the_screen_in_the_readme_is_what_is_printed() -> None:
    """Word for word, at 80 columns."""
    entries: list[Entry] = [*paid_before(SEPTEMBER, profile()), entry(OCTOBER, State.PAID)]
    found = judged(*entries, household=profile(), today=date(2026, 11, 20))
    part = README.partition("## How things stand")[2].partition("\n## ")[0]
    sample = part.partition("```text\n")[2].partition("\n```")[0]
    assert shown(found) == sample


def test_years_of_paid_months_fit_on_one_screen() -> None:
    """A line a year; the object has them all."""
    found = judged(*paid_before(NOVEMBER, LONG_AGO), household=LONG_AGO)
    screen = shown(found)
    assert len(screen.splitlines()) <= 24
    assert max(map(len, screen.splitlines())) <= 80
    assert re.search(r"^2022 +12 paid$", screen, re.MULTILINE)
    assert len(as_data(found)["months"]) == len(found.months) == 66
    late = shown(judged(household=LONG_AGO))
    assert len(late.splitlines()) <= 32
    assert re.search(r"^2022 +12 months LATE: RM217.20 at least; late interest", late, re.MULTILINE)


def test_every_state_has_its_words() -> None:
    """What is open stands on a line of its own with its day, and a month in parts names whose each part is."""
    lines = {line.name: line.text for line in month_lines(everything())}
    assert lines["February to June 2025"].startswith("5 months LATE: RM")
    assert lines["July to December 2025"] == "5 paid, 1 without wages"
    assert (
        "LATE: ACR082260152714 over RM32.60, not paid; was due by 15 September 2026" in lines["August 2026"]
    )
    assert "at least RM5.00, estimated" in lines["August 2026"]
    paid, left = lines["September 2026"].splitlines()
    assert paid == "SITI AMINAH: paid, RM32.60, receipt R123"
    assert left.startswith("DEWI LESTARI: LATE: RM")
    assert lines["October 2026"].startswith("IN DOUBT since 2 November 2026")
    assert lines["November 2026"].startswith("due by 15 December 2026 (25 days left)")
    assert lines["December 2026"] == "can be paid from 16 December 2026"
    by_hand = month_lines(judged(entry(OCTOBER, State.SETTLED_BY_HAND), entry(SEPTEMBER, State.DRAFTED)))
    assert {"settled by hand, receipt R123"} <= {line.text for line in by_hand}


def test_out_of_scope_needs_are_told_with_whom_to_ask() -> None:
    """Who has left, who came after the registration, papers that expire."""
    text = " ".join(shown(everything()).split())
    assert f"{HOSTILE} has left: tell SOCSO, at the portal or on 1-300-22-8000" in text
    assert "DEWI LESTARI began after the registration on record" in text
    expiring = profile(employee(work_permit={**PERMIT, "expiry": date(2026, 11, 12)}))
    text = " ".join(shown(judged(*paid_before(NOVEMBER), household=expiring)).split())
    assert "valid until 12 November 2026, 2 days left: renew it now" in text
    assert "Next: SITI AMINAH's work permit expires on 12 November 2026: the Immigration Department" in text


def test_a_dumb_terminal_gets_a_sentence_a_line() -> None:
    """No column, no frame."""
    lines = shown(everything(), terminal=False).splitlines()
    assert "December 2026: can be paid from 16 December 2026" in lines
    assert not any("  " in line for line in lines)


def test_money_and_days_in_the_object_are_text() -> None:
    """As everywhere in --json."""
    told = Result(Outcome.DONE, "", standing=as_data(everything())).as_json()["standing"]
    august = next(each for each in told["months"] if each["month"] == "2026-08")
    assert (august["state"], august["due"], august["late_at_least"]) == ("unpaid", "2026-09-15", "5.00")
    assert august["totals"] == ["32.60"]
    assert told["next_action"]["command"] == "assist-bot pay --month 2026-10"
    assert json.dumps(told)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write the page of a household with everything."""
    path = tmp_path / "status.html"
    write_page(path, everything(), HOSTILE)
    return path


def test_the_page_runs_and_loads_nothing_and_is_its_owners(page: Page, file: Path) -> None:
    """What was written by others only shows; others on this computer cannot read it; it fits a telephone."""
    assert file.stat().st_mode & 0o077 == 0
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(file.as_uri())
    expect(page.locator("header .message code")).to_have_text("assist-bot pay --month 2026-10")
    expect(page.get_by_role("region", name="The months")).to_contain_text("IN DOUBT since 2 November 2026")
    expect(page.locator(".run")).to_contain_text(HOSTILE)
    assert page.locator("script, link, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    text = file.read_text("utf-8")
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "C1234567" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing(browser: Browser, file: Path, scheme: str, width: int) -> None:
    """On a telephone and on a desk, light and dark."""
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(file.as_uri())
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_command_changes_nothing_and_asks_nothing(home: Home) -> None:
    """No browser, no password; exit code 0, for a person and for a script, and the page where it was asked for."""
    with Ledger.open(home.folder / "ledger.sqlite") as ledger:
        ledger.reconcile(PORTAL_ID, OCTOBER, State.PAID, total=Decimal("32.60"), acr="ACR1", receipt="R123")
    before = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    ran = home.run("status", COLUMNS="80", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    assert (ran.code, ran.stderr) == (0, "")
    assert re.search(r"^October 2026 +paid, RM32.60, receipt R123 *$", ran.stdout, re.MULTILINE)
    assert ran.stdout.splitlines()[-1] != ""
    assert {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()} == before
    result = home.run("status", "--json", "--html", "how.html").result
    assert (result["outcome"], result["standing"]["today"]) == ("done", "2026-11-20")
    assert (home.folder / "how.html").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_shown_all_the_same(home: Home) -> None:
    """A damaged record is exit code 9, a profile that is wrong 3; so is a page that cannot be written 9."""
    home.write_profile(mykad='"1"')
    wrong = home.run("status")
    assert wrong.code == 3
    assert "employer.mykad" in wrong.stderr
    assert "Registration" in wrong.stdout
    (home.folder / "ledger.sqlite").write_bytes(b"not a ledger" * 100)
    damaged = home.run("status", "--json").result
    assert (damaged["exit_code"], damaged["standing"]["registration"]["step"]) == (9, "not_known")
    assert "backup" in damaged["message"]
    unwritten = home.run("status", "--html", "nowhere/how.html")
    assert unwritten.code == 9
    assert "Nothing can be written" in unwritten.stderr


def test_facts_without_anything_are_a_standing_too() -> None:
    """Nobody employed yet, nothing on record."""
    assert "Next: " in shown(standing_of(facts(household=LONG_AGO, registration=None)))
