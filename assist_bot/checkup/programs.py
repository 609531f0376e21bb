"""The browser, and the program with which Playwright drives it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version

from assist_bot import driver
from assist_bot.browser import Opening, open_page, patience
from assist_bot.browser_finding import find_browser
from assist_bot.browser_installing import command_to_type
from assist_bot.checkup.checking import ended_by, not_checked, ok, warning
from assist_bot.errors import Ending
from assist_bot.fence.fence import Fence
from assist_bot.language import mark, say
from assist_bot.leftovers import trial_folder
from assist_bot.outcome import Check
from assist_bot.portal.first_answer import FirstAnswer, first_answer, show_blank_page
from assist_bot.profile.hosts import host_of

BROWSER = mark("Browser")
DRIVER = mark("Browser's driver")


@dataclass
class Trial:
    """What a browser that was tried out brought back: the portal's first answer, if it was asked for."""

    answer: FirstAnswer | None = None


def look_at_programs(trial: Trial, url: str) -> Iterator[Check]:
    """Try out driver and browser; where they work, ask for the portal's log-in page ("": for none) as well."""
    trouble = driver.trouble()
    if trouble:
        yield ended_by(DRIVER, driver.does_not_start(trouble))
        yield not_checked(BROWSER, say("what drives it does not start"))
        return
    yield ok(DRIVER, say("Playwright {version} starts.", version=version("playwright")))
    try:
        yield _try_out(trial, url)
    except Ending as error:
        yield ended_by(BROWSER, error)


def _try_out(trial: Trial, url: str) -> Check:
    browser = find_browser()
    if browser is None:
        return warning(
            BROWSER,
            say("There is no Chrome, Edge or Chromium on this computer."),
            say("The next run installs Chromium; or type `{command}`.", command=command_to_type()),
        )
    fence = Fence(url)
    with (
        trial_folder() as folder,
        open_page(Opening(browser, folder / "browser", folder / "words.toml"), fence) as page,
    ):
        product = show_blank_page(page)
        if url:
            answer = first_answer(page, url, patience())
            trial.answer = replace(answer, trouble=fence.trouble.get(host_of(url), answer.trouble))
    return ok(
        BROWSER,
        say(
            "{browser_version} starts and shows a page ({browser}).",
            browser_version=product.replace("/", " "),
            browser=browser.executable,
        ),
    )
