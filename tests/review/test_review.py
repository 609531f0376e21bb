from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from assist_bot import review
from assist_bot.journal import Journal
from assist_bot.outcome import LineResult, MonthResult, Outcome, Result

Scheme = Literal["light", "dark"]


def in_view(page: Page, figure: str) -> bool:
    """Say whether a picture fills the window."""
    box = page.locator(figure).bounding_box()
    size = page.viewport_size
    return bool(box and size and (box["width"], box["height"]) == (size["width"], size["height"]))


def test_the_outcome_stands_at_the_top_in_plain_words(page: Page, dry_run: Path) -> None:
    """Not by a colour alone."""
    page.goto(dry_run.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Dry run: nothing was saved")
    expect(page.get_by_role("banner")).to_contain_text("The draft would be saved with RM18.70.")


def test_facts_amounts_problems_and_what_was_not_done_are_told(page: Page, dry_run: Path) -> None:
    """Each under its own heading, money as RM and two decimals."""
    page.goto(dry_run.as_uri())
    expect(page.get_by_role("region", name="The facts")).to_contain_text("Employer codeE1234567890X")
    expect(page.get_by_role("region", name="The facts")).to_contain_text("MonthOctober 2026")
    expect(page.get_by_role("region", name="The amounts")).to_contain_text("RM1,500.00")
    expect(page.get_by_role("region", name="What was not done, and why")).to_contain_text(
        "A dry run saves nothing."
    )
    expect(page.get_by_role("region", name="What is to be mended")).to_contain_text("For example: 2030-04-30")
    expect(page.get_by_role("region", name="Please note")).to_contain_text("70 days")


def test_where_the_browser_was_not_let_is_told(page: Page, dry_run: Path) -> None:
    """Each host, what was wanted from it, and how often."""
    page.goto(dry_run.as_uri())
    told = page.get_by_role("region", name="Where the browser was not let").inner_text()
    assert "cdn.example\na picture, a lasting connection, 3 times" in told
    assert "update.example\nthe browser itself, once" in told


def test_steps_are_told_in_the_words_of_the_guide(page: Page, dry_run: Path) -> None:
    """What was done, where, how long it took, what was filled in and what the portal then showed."""
    page.goto(dry_run.as_uri())
    step = page.locator("#step-2")
    expect(step).to_contain_text('Filled in "Salary (RM)" in Employee Contributions, SITI Action')
    expect(step).to_contain_text("Filled in1500.00")
    expect(step).to_contain_text("The portal shows1,500.00")
    expect(step).to_contain_text("Time taken: <0.1 s")
    expect(page.locator("#step-1")).to_contain_text('Pressed "LOGIN"')
    expect(page.locator("#step-3")).to_contain_text('Did not press "Save Draft"')


def test_what_was_rehearsed_cannot_be_taken_for_real(page: Page, dry_run: Path) -> None:
    """Its steps stand under a band of words, and its numbers are no facts of the run."""
    page.goto(dry_run.as_uri())
    rehearsal = page.locator(".rehearsal")
    expect(rehearsal).to_contain_text("Rehearsal on the practice portal – not the real portal")
    expect(rehearsal).to_contain_text('Pressed "Submit"')
    expect(rehearsal).to_contain_text("ACR (practice)PRACTICE-ACR")
    expect(page.locator(".real", has_text="Submit")).to_have_count(0)
    expect(page.get_by_role("region", name="The facts")).not_to_contain_text("PRACTICE")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing(browser: Browser, dry_run: Path, scheme: Scheme, width: int) -> None:
    """On a telephone and on a desk, light and dark, with a picture open and without."""
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        for place in ("", "#picture-1"):
            page.goto(dry_run.as_uri() + place)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()


def test_several_months_are_told_one_by_one(page: Page, begin: Callable[..., Journal]) -> None:
    """The heading is about the month that stopped; numbers that stand with their month are not told again."""
    journal = begin()
    journal.fact("ACR", "ACR112660152714")
    paid = MonthResult(
        "2026-09", "done", "It is paid.", Decimal("43.45"), acr="ACR112660152714", receipt="R2026110000001"
    )
    stopped = MonthResult("2026-10", "refused", "The amount differs.")
    left = MonthResult("2026-11", "not_begun", "November 2026 was not begun.")
    months = (paid, stopped, left)
    journal.end(Result(Outcome.REFUSED, "One of three is paid.", month="2026-10", months=months))
    page.goto(review.write(journal.folder).as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("October 2026: Stopped: nothing was submitted")
    region = page.get_by_role("region", name="The months")
    expect(region.get_by_role("heading", level=3)).to_have_text(
        ["September 2026: Done", "October 2026: Stopped: nothing was submitted", "November 2026: Not begun"]
    )
    expect(region).to_contain_text("TotalRM43.45")
    expect(region).to_contain_text("ReceiptR2026110000001")
    expect(page.get_by_text("ACR112660152714")).to_have_count(1)
    assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("outcome", ["done", "dry_run", "submitted", "refused", "unknown"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_outcome_can_be_read(
    browser: Browser, begin: Callable[..., Journal], scheme: Scheme, outcome: str
) -> None:
    """One outcome of each colour, light and dark; axe measures the contrast."""
    journal = begin()
    journal.end(Result(Outcome(outcome), "A message."))
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(review.write(journal.folder).as_uri())
        expect(page.get_by_role("heading", level=1)).not_to_be_empty()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_nothing_scrolls_sideways_on_a_telephone(page: Page, dry_run: Path) -> None:
    """Not even with words that are longer than the screen is wide."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(dry_run.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_pictures_are_inside_the_page(page: Page, dry_run: Path) -> None:
    """The page is whole after the pictures' files are gone."""
    for file in dry_run.parent.glob("*.png"):
        file.unlink()
    page.goto(dry_run.as_uri())
    assert page.locator("img").count() == 3
    assert page.evaluate("[...document.images].every(image => image.naturalWidth === 1280)")


def test_a_thumbnail_opens_large_by_a_click(page: Page, dry_run: Path) -> None:
    """Another click closes it."""
    page.goto(dry_run.as_uri())
    assert not in_view(page, "#picture-1")
    page.locator("#picture-1 .open").click()
    assert in_view(page, "#picture-1")
    page.mouse.click(200, 300)
    assert not in_view(page, "#picture-1")


def test_a_thumbnail_opens_large_by_the_keyboard(page: Page, dry_run: Path) -> None:
    """Enter opens it; Tab leads to "Close"."""
    page.goto(dry_run.as_uri())
    page.locator("#picture-2 .open").focus()
    page.keyboard.press("Enter")
    assert in_view(page, "#picture-2")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Close the picture: Before Save Draft")).to_be_focused()
    page.keyboard.press("Enter")
    assert not in_view(page, "#picture-2")


def test_a_large_picture_can_be_read_on_a_telephone(page: Page, dry_run: Path) -> None:
    """It is shown wider than the screen, and can be moved about."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(dry_run.as_uri() + "#picture-1")
    box = page.locator("#picture-1 img").bounding_box()
    assert box
    assert box["width"] > 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_papers_are_linked_where_they_stand(page: Page, begin: Callable[..., Journal]) -> None:
    """Beside the page, in the run's folder."""
    journal = begin()
    journal.keep("letter of 22 November.pdf", b"%PDF")
    page.goto(review.write(journal.folder).as_uri())
    link = page.get_by_role("link", name="letter of 22 November.pdf").get_attribute("href")
    assert link == "./letter%20of%2022%20November.pdf"


def test_a_run_killed_while_saving_says_look_first(page: Page, begin: Callable[..., Journal]) -> None:
    """The journal ends in the middle of a line, and in the middle of a step."""
    journal = begin()
    journal.chapter("Submit")
    with (journal.folder / "journal.jsonl").open("a", encoding="utf-8") as file:
        file.write(
            '{"event": "step", "number": 1, "verb": "save", "words": "Confirm", "saves": true}\n{"event": "st'
        )
    page.goto(review.write(journal.folder).as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Cut off while saving: look at the portal first"
    )
    expect(page.locator("#step-1")).to_contain_text("Cut off here.")
    expect(page.get_by_role("region", name="Please note")).to_contain_text("1 line that cannot be read")


def test_several_employees_stand_side_by_side(page: Page, begin: Callable[..., Journal]) -> None:
    """Each with her own amounts."""
    journal = begin()
    amounts = (Decimal(1500), Decimal("18.70"), Decimal(0), Decimal(0), Decimal("18.70"))
    lines = (LineResult("SITI AMINAH", *amounts), LineResult("MARIA DELA CRUZ", *amounts))
    journal.end(Result(Outcome.DONE, "Paid.", lines=lines))
    page.goto(review.write(journal.folder).as_uri())
    assert page.locator(".amounts").count() == 2
    expect(page.get_by_role("heading", level=3)).to_have_text(["SITI AMINAH", "MARIA DELA CRUZ"])


@pytest.mark.parametrize(("month", "typed"), [("2026-10", "teach pay --month 2026-10"), ("", "teach pay")])
def test_a_stop_says_how_to_point_at_the_right_control(
    page: Page, begin: Callable[..., Journal], month: str, typed: str
) -> None:
    """The command is there to be copied, with the month in which the run stopped."""
    journal = begin()
    looked = {"kind": "button", "names": ["complete"], "near": [], "candidates": []}
    with journal.step("save", "Complete", saves=True):
        journal.stopped(looked, file="stop.zip", picture="")
    journal.end(Result(Outcome.PORTAL, "The portal has no Complete.", month=month))
    page.goto(review.write(journal.folder).as_uri())
    where = page.get_by_role("region", name="Where it stopped")
    expect(where.locator("code").first).to_have_text(f"assist-bot {typed}")
