"""A notice in front of the page is closed when it is plain, and nothing else is ever closed, ticked or agreed to."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from assist_bot.errors import PortalError, Waiting
from assist_bot.portal.portal import Portal
from tests.flows.paying import Payer
from tests.flows.test_pay_faults import ACR, FROM_DRAFT, PAID
from tests.sampling import sample

SHADE = "position:fixed;inset:0;background:rgba(0,0,0,.4)"
PAGE = """<!DOCTYPE html><body style="margin:0"><h1>Home</h1>
<button onclick="document.title='pressed'">Go on</button>{}"""
WINDOW = "position:absolute;left:25%;top:20%;width:50%;height:60%;background:#fff"
REMOVE = "onclick=\"this.closest('.shade').remove();document.title='closed'\""


def window(inside: str, role: str = 'role="dialog"') -> str:
    """Put a window over the page."""
    return f'<div class="shade" style="{SHADE}"><div {role} style="{WINDOW}">{inside}</div></div>'


TEXT = (
    "<h3>Announcement</h3><p>The counters are closed on 25 December. We apologise for any inconvenience.</p>"
)
READ, OK = "<h3>Notice</h3><p>Something that is read.</p>", f"<button {REMOVE}>OK</button>"
ELSEWHERE = "href='https://elsewhere.example/'"
PLAIN = {
    "close": window(f"{TEXT}<a class=btn href='javascript:void(0)' {REMOVE}>CLOSE</a>"),
    "icon and ok": window(f"<a title='Close' {REMOVE}>×</a>{TEXT}{OK}"),
    "link to read more": window(f"{TEXT}<a {ELSEWHERE}>Read more</a><button {REMOVE}>Close</button>"),
    "no title and no role": window(
        f"<p>Selamat Hari Raya to all employers and their families.</p><button {REMOVE}>Tutup</button>", ""
    ),
}
NOT_PLAIN = {
    "confirmation": f"<h3>CONFIRMATION</h3><p>Are You Sure To Submit?</p><button {REMOVE}>CANCEL</button>{OK}",
    "confirmation in one button": f"<h3>Notice</h3><p>Are you sure to submit this?</p>{OK}",
    "a tick": f"{READ}<input type=checkbox> Do not show again {OK}",
    "a box": f"{READ}<input>{OK}",
    "a form": f"{READ}<form>{OK}</form>",
    "another choice": f"<h3>Notice</h3><p>Update your details now?</p>{OK}<button>LATER</button>",
    "leads elsewhere": f"{READ}<a {ELSEWHERE}>OK</a>",
    "a failure": f"<p>Your request failed to complete. Please try again.</p>{OK}",
}


@pytest.mark.parametrize("notice", PLAIN.values(), ids=PLAIN)
def test_a_plain_notice_is_closed_photographed_and_told(portal: Portal, page: Page, notice: str) -> None:
    """The press that it was in the way of is made once it has gone."""
    page.set_content(PAGE.format(notice))
    portal.click("Go on")
    assert page.title() == "pressed"
    journal = (portal.journal.folder / "journal.jsonl").read_text("utf-8")
    assert "The portal showed a notice, which was closed" in journal
    assert list(portal.journal.folder.glob("*a-notice.png"))


@pytest.mark.parametrize("inside", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_no_plain_notice_is_left_alone(portal: Portal, page: Page, inside: str) -> None:
    """A form, a choice, a question of the portal's own, a failure: the run stops, and nothing was pressed."""
    page.set_content(PAGE.format(window(inside)))
    with pytest.raises(PortalError):
        portal.click("Go on")
    assert page.title() == ""


def test_a_window_to_be_agreed_to_waits_for_the_person(portal: Portal, page: Page) -> None:
    """Its words are quoted, and no box is ticked."""
    tick = "<input type=checkbox> I have read and agree"
    page.set_content(PAGE.format(window(f"{TEXT}{tick}<button {REMOVE}>CLOSE</button>")))
    with pytest.raises(Waiting, match="counters are closed") as stopped:
        portal.click("Go on")
    assert "Nothing was agreed to for you" in stopped.value.remedy
    assert not page.get_by_role("checkbox").is_checked()


def test_what_answers_a_press_is_no_notice(portal: Portal, page: Page) -> None:
    """A window without a title that comes after a press may say what became of it: it stays."""
    late = window(f"<p>Your employees will be informed of this today.</p><button {REMOVE}>OK</button>")
    page.set_content(
        PAGE.format("<button onclick='document.body.insertAdjacentHTML(`beforeend`, late)'>Select</button>")
    )
    page.evaluate("late => { window.late = late }", late)
    portal.click("Select")
    with pytest.raises(PortalError):
        portal.click("Go on")
    assert page.title() == ""


def test_nothing_is_closed_past_the_point_of_no_return(portal: Portal, page: Page) -> None:
    """Between what is sent and its answer a notice stays where it is."""
    page.set_content(PAGE.format(PLAIN["close"]))
    with portal.past_no_return(), pytest.raises(PortalError):
        portal.click("Go on")
    assert page.title() == ""
    portal.click("Go on")
    assert page.title() == "pressed"


# ---- At the practice portal -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    sample(
        [
            "announcement@home-page",
            "announcement-page@home-page",
            "announcement@summary-page",
            "announcement@acr-page",
        ],
        "announcement-page@home-page",
        "announcement@acr-page",
    ),
)
def test_an_announcement_costs_nothing(payer: Callable[..., Payer], fault: str) -> None:
    """The month is paid as ever, and the person is told what was closed."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace([fault])
    assert (household.tried(), household.moved) == ("paid", PAID)
    assert any("which was closed" in said for said in household.said)


@pytest.mark.thorough
def test_an_announcement_in_place_of_the_answer_to_a_submission_leaves_it_unknown(
    payer: Callable[..., Payer],
) -> None:
    """It is not pressed away: the run ends as unknown, and the next one finds the ACR and pays it."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["announcement-page@acr-page:always"])
    assert (household.tried(), household.moved, household.state) == ("OutcomeUnknown", ACR, "unknown")
    household.home.practice.faults.replace([])
    assert (household.tried(), household.moved) == ("paid", PAID)


def test_an_announcement_to_be_agreed_to_stops_before_anything(payer: Callable[..., Payer]) -> None:
    """Nothing was saved, and the person is told to answer it."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["announcement-to-agree@home-page"])
    ending = household.stopped()
    assert isinstance(ending, Waiting)
    assert household.home.arrived("save-draft") == 0
