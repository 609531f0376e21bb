"""`python -m benchmarks [--pairs N] [--json]`: prints what assist-bot costs, as ratios."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from rich.console import Console
from rich.table import Table

from assist_bot.browser_finding import ensure_browser, launch_arguments
from assist_bot.browser_starting import NO_WAY_ROUND
from assist_bot.fence.fence import Fence
from assist_bot.fence.proxy import proxy_within
from assist_bot.portal.apart import prepare
from benchmarks import bare_requests, bare_script, help_text, our_side
from benchmarks.comparing import Comparison, Job, compare
from benchmarks.household import DAY, Household, settle
from fixtures.mock_portal.server import start

AT_THE_BANK = 1.0
"""Seconds after which the page of the practice bank signs by itself: taken off wherever a browser waits for it."""

OPEN, WHOLE = "pay, browser open", "pay, as a command"
AIMS = {(0, OPEN): 1.5, (800, OPEN): 1.1}
AIM_FOR_HELP = 1.3


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What assist-bot costs.")
    parser.add_argument("--pairs", type=int, default=5, help="how often each pair is measured")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--delay", type=int, action="append", metavar="MS", help="default: 0 and 800")
    wishes = parser.parse_args()
    done = []
    with tempfile.TemporaryDirectory(prefix="assist-bot-benchmarks-") as folder:
        for comparison in measure(Path(folder), wishes.pairs, wishes.delay or [0, 800]):
            print(f"  measured: {comparison.what}, {comparison.against}", file=sys.stderr)
            done.append(comparison)
    if wishes.json:
        print(json.dumps([each.as_json() for each in done], indent=2))
    else:
        show(done)


def measure(folder: Path, pairs: int, delays: list[int]) -> Iterator[Comparison]:
    """Measure the help, and paying at each delay of the server."""
    program = partial(help_text.of_two_commands, help_text.write_two_commands(folder))
    yield compare("--help", help_text.ours, "a typer program", program, pairs=3 * pairs, aim=AIM_FOR_HELP)
    for delay in delays:
        with start(clock=DAY, delay_ms=delay, bank_signs=True) as practice:
            household = settle(practice, folder / f"household-{delay}")
            yield from with_browser_open(household, folder, pairs, delay)
            yield behind_the_fence(household, folder, pairs, delay)
            yield as_a_whole(household, folder, pairs, delay)


def with_browser_open(household: Household, folder: Path, pairs: int, delay: int) -> Iterator[Comparison]:
    """Compare what is done on a page that is there already: beside a bare script, and beside bare requests."""
    browser = ensure_browser(print).executable
    with sync_playwright() as playwright:
        prepare(playwright)
        chromium = playwright.chromium.launch(executable_path=browser, args=launch_arguments())

        def ours() -> None:
            with fresh(chromium) as context:
                our_side.in_open_browser(context.new_page(), household, new_folder(folder))

        def script() -> None:
            with fresh(chromium) as context:
                bare_script.pay(context.new_page(), practice.url, household.portal_id, household.password)

        def requests() -> None:
            session = bare_requests.Requests(practice.origin, practice.bank_origin)
            bare_requests.pay(session, household.portal_id, household.password)

        practice = household.practice
        pay, both = paid(household, ours), (AT_THE_BANK, AT_THE_BANK)
        aim = AIMS.get((delay, OPEN))
        yield compare(
            OPEN,
            pay,
            "a bare script",
            paid(household, script),
            pairs=pairs,
            delay_ms=delay,
            waits=both,
            aim=aim,
        )
        yield compare(
            OPEN,
            pay,
            "bare requests",
            paid(household, requests),
            pairs=pairs,
            delay_ms=delay,
            waits=(AT_THE_BANK, 0),
        )
        chromium.close()


def behind_the_fence(household: Household, folder: Path, pairs: int, delay: int) -> Comparison:
    """Compare the same work with and without the proxy that holds the browser to the portal."""
    browser = ensure_browser(print).executable
    fence = Fence(household.practice.origin)
    with proxy_within(fence) as proxy, sync_playwright() as playwright:
        free = playwright.chromium.launch(executable_path=browser, args=launch_arguments())
        arguments = [*launch_arguments(), *NO_WAY_ROUND]
        held = playwright.chromium.launch(executable_path=browser, args=arguments, proxy={"server": proxy})

        def pay(chromium: Browser, here: Fence | None) -> None:
            with fresh(chromium) as context:
                our_side.in_open_browser(context.new_page(), household, new_folder(folder), here)

        comparison = compare(
            "pay, behind the fence",
            paid(household, lambda: pay(held, fence)),
            "without it",
            paid(household, lambda: pay(free, None)),
            pairs=pairs,
            delay_ms=delay,
            waits=(AT_THE_BANK, AT_THE_BANK),
        )
        held.close()
        free.close()
    return comparison


def fresh(chromium: Browser) -> BrowserContext:
    """Open what a first visit has: no cookies and nothing cached."""
    return chromium.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")


def as_a_whole(household: Household, folder: Path, pairs: int, delay: int) -> Comparison:
    """Compare the command with the bare script as a program: each starts Python and a browser, and closes it."""
    browser = ensure_browser(print).executable

    def script() -> None:
        wishes = (household.practice.url, household.portal_id, household.password, browser)
        subprocess.run([sys.executable, "-m", "benchmarks.bare_script", *wishes], check=True)  # noqa: S603  # ours

    def ours() -> None:
        our_side.as_command(household, new_folder(folder))

    return compare(
        WHOLE,
        paid(household, ours),
        "a bare script",
        paid(household, script),
        pairs=pairs,
        delay_ms=delay,
        waits=(AT_THE_BANK, AT_THE_BANK),
    )


def paid(household: Household, job: Job) -> Job:
    """Begin with nothing paid, and make sure that the job has paid."""

    def whole() -> None:
        household.renew()
        job()
        household.ensure_paid()

    return whole


def new_folder(folder: Path) -> Path:
    """Make a folder for the records of one run."""
    return Path(tempfile.mkdtemp(prefix="run-", dir=folder))


def show(comparisons: list[Comparison]) -> None:
    """Print a table."""
    table = Table(title="What assist-bot costs: medians of alternating pairs")
    for heading in ("What", "Against", "Server delay", "Ours", "Theirs", "Ratio", "Aim at most"):
        table.add_column(heading, justify="left" if heading in ("What", "Against") else "right")
    for each in comparisons:
        delay = "" if each.delay_ms is None else f"{each.delay_ms} ms"
        aim = f"{each.aim:.1f}" if each.aim else ""
        table.add_row(
            each.what,
            each.against,
            delay,
            f"{each.ours:.2f} s",
            f"{each.theirs:.2f} s",
            f"{each.ratio:.2f}",
            aim,
        )
    Console().print(table)
    print(
        f"The {AT_THE_BANK:.0f} s for which the practice bank's page waits is taken off where a browser waits."
    )


if __name__ == "__main__":
    main()
