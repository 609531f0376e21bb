"""The bundle of a stop: it says what a maintainer needs, and identifies nobody."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_bot import review
from assist_bot.errors import ContributionRefused, Ending, PortalChanged
from assist_bot.portal.stopped import evidence
from tests.stopping.conftest import ORIGIN, Scene
from tests.stopping.households import ONE, OTHER, page_of, people

Show = Callable[..., Scene]
BY_DRAWING = ' style=""'
"""What drawing leaves on every box that can hold a caret."""
PARTS = 4
"""Characters of an identity, together, that would tell somebody who knows it."""


def stop(scene: Scene) -> Path:
    """Look for what is not on the page."""
    with pytest.raises(PortalChanged), evidence(scene.portal):
        scene.portal.section("Employee Contributions").click("SAVE DRAFT")
    return scene.bundle


def end_with(scene: Scene, error: Ending, just_before: Callable[[], object] = lambda: None) -> None:
    """End a run on the page with an error of a flow."""
    with evidence(scene.portal):
        just_before()
        raise error


def told_by(bundle: Path) -> str:
    """Read all the texts of a bundle, and of the file to be sent."""
    with zipfile.ZipFile(bundle.with_suffix(".zip")) as packed:
        sent = {name: packed.read(name) for name in packed.namelist()}
    assert sent == {f"stop/{file.name}": file.read_bytes() for file in bundle.iterdir()}
    return "\n".join(data.decode() for name, data in sent.items() if not name.endswith(".png"))


def test_it_says_what_was_looked_for_and_what_is_nearest(scene: Show) -> None:
    """Step, names, candidates in order with what speaks against each, structure of the page, versions."""
    here = scene(
        "<h4>Employee Contributions</h4><a class=btn href='#a'>SAVE AS DRAFT</a><button hidden>SAVE DRAFT</button>"
        "<button disabled>COMPLETE</button><h4>Search</h4><button>SAVE DRAFT</button>"
    )
    report = json.loads((stop(here) / "report.json").read_text("utf-8"))
    assert report["step"] | {"saves": False} == report["step"]
    assert report["step"]["section"] == "Employee Contributions"
    assert (report["looked_for"]["kind"], report["looked_for"]["names"][0]) == ("button", "save draft")
    assert report["near"] == ["SAVE AS DRAFT"]
    refused = {(each["names"][0], each["under"]): each["refused"] for each in report["candidates"]}
    assert refused["save draft", "Employee Contributions"] == ["invisible"]
    assert refused["save draft", "Search"] == ["in another part of the page"]
    assert refused["save as draft", "Employee Contributions"] == ["called differently"]
    assert refused["complete", "Employee Contributions"] == ["called differently", "switched off"]
    assert set(report["versions"]) == {"assist-bot", "python", "playwright", "browser", "system"}
    assert report["page"] == {"title": "Contribution", "path": "/web/contribution/•••", "language": "en"}
    assert '- link "SAVE AS DRAFT"' in (here.bundle / "page.yaml").read_text("utf-8")
    assert (here.bundle / "page.png").read_bytes().startswith(b"\x89PNG")


def test_nothing_in_it_tells_who_anybody_is(scene: Show) -> None:
    """Whatever the page shows of a household, also of a person whom the profile does not know."""
    here = scene(page_of(ONE))
    here.journal.people = people(ONE)
    told = told_by(stop(here)).casefold()
    assert "next of kin" in told
    assert "save as draft" in told
    for value in ONE.values():
        for part in value.casefold().replace("@example.com", "").split():
            assert len(part) < PARTS or part[:PARTS] not in told, part


def test_the_picture_of_two_households_is_the_same(scene: Show) -> None:
    """So it shows nothing of either; the page's own pictures differ."""
    pictures, own = [], []
    for household in (ONE, OTHER):
        here = scene(page_of(household))
        own.append(here.page.screenshot(full_page=True))
        pictures.append((stop(here) / "page.png").read_bytes())
    assert own[0] != own[1]
    assert pictures[0] == pictures[1]


def test_the_picture_shows_the_ordinary_words(scene: Show) -> None:
    """Another ordinary word makes another picture."""
    pictures = []
    for word in ("SAVE AS DRAFT", "SEND AS DRAFT"):
        here = scene(f"<h4>Employee Contributions</h4><a href='#x' style='font: 14px monospace'>{word}</a>")
        pictures.append((stop(here) / "page.png").read_bytes())
    assert pictures[0] != pictures[1]


def test_a_page_that_would_not_be_covered_is_not_photographed(scene: Show) -> None:
    """Where the veil does not hold, that costs the picture, and nothing else."""
    stubborn = "setInterval(() => { document.adoptedStyleSheets = []; }, 1)"
    here = scene(f"<script>{stubborn}</script><h4>Employee Contributions</h4><p>DEWI</p>")
    bundle = stop(here)
    assert not (bundle / "page.png").exists()
    assert "the page would not be covered" in (bundle / "report.json").read_text("utf-8")


def test_a_page_that_tells_untruths_of_its_styles_is_covered_all_the_same(scene: Show) -> None:
    """The veil is put on and looked at with nothing that the page could have replaced."""
    untruths = (
        'Object.defineProperty(document, "adoptedStyleSheets", {get: () => [], set: () => {}});'
        "window.getComputedStyle = () => ({opacity: '0'}); Array.prototype.every = () => true;"
    )
    pictures = []
    for script in ("", untruths):
        here = scene(f"<script>{script}</script><h4>Employee Contributions</h4><p>DEWI</p>")
        pictures.append((stop(here) / "page.png").read_bytes())
    assert pictures[0] == pictures[1]


def test_the_page_is_left_as_it_was_and_nothing_is_sent(scene: Show) -> None:
    """Its markup, its styles, and no request."""
    here = scene(page_of(ONE))
    asked: list[str] = []
    before = here.page.content().replace(BY_DRAWING, "")
    here.page.on("request", lambda request: asked.append(request.url))
    with pytest.raises(ContributionRefused):
        end_with(here, ContributionRefused("The month is not open.", "Wait."))
    assert (here.bundle / "page.png").exists()
    assert here.page.content().replace(BY_DRAWING, "") == before
    assert here.page.evaluate("document.adoptedStyleSheets.length + CSS.highlights.size") == 0
    assert asked == []


@pytest.mark.parametrize("elsewhere", ["https://bank.test/pay", "about:blank"])
def test_a_page_elsewhere_is_not_looked_at(scene: Show, elsewhere: str) -> None:
    """The bank's above all: the report says so, and holds nothing of it."""
    here = scene("<p>Your balance</p>")
    with pytest.raises(PortalChanged, match="an unknown host"):
        end_with(here, PortalChanged("It led to an unknown host.", ""), lambda: here.page.goto(elsewhere))
    assert [file.name for file in here.bundle.iterdir()] == ["report.json"]
    assert "nothing of its page was taken" in told_by(here.bundle)


def test_evidence_decides_nothing(scene: Show) -> None:
    """Where nothing can be written, or the window has gone, the run ends as it would have."""
    here = scene("<h4>Employee Contributions</h4>")
    here.page.close()
    here.journal.folder.rename(here.journal.folder.with_name("elsewhere"))
    with pytest.raises(PortalChanged, match="was not there"):
        end_with(here, PortalChanged("It was not there.", ""))


def test_the_review_says_it_in_plain_words_at_its_top(scene: Show) -> None:
    """What was looked for, what is nearest, which file can be sent; and the page's words only as words."""
    here = scene(
        "<h4>Employee Contributions</h4><a class=btn href='#a'>SAVE AS DRAFT</a>"
        "<button>SAVE DRAF &lt;script&gt;alert(1)&lt;/script&gt;</button>"
    )
    stop(here)
    text = review.write(here.journal.folder).read_text("utf-8")
    top = text.partition('<section aria-labelledby="not-done">')[0]
    assert "We looked for a button “SAVE DRAFT” under “Employee Contributions”." in top
    assert "The nearest the page has is “SAVE AS DRAFT”" in top
    assert 'href="./stop.zip"' in top
    assert "It identifies nobody" in top
    assert 'alt="Picture of the page: The page, for others' in top
    assert "<script" not in text
    assert ORIGIN not in text
