"""The portal is preferred in English, in which the guide is written; where it stays Malay it is read in Malay."""

from playwright.sync_api import TimeoutError as PlaywrightTimeout

from assist_bot.portal.finding import await_words
from assist_bot.portal.looking import Looking

EN = "EN"
_A_MOMENT = 2_000  # milliseconds for a press to ask for another page


def prefer_english(portal: Looking, seen: str, *titles: str) -> str:
    """Press EN where the page shows the title `seen` in Malay and offers it; say which of the titles it shows then.

    Behind the log-in the portal remembers the language for the person, so that a read-only portal, which changes
    nothing there, leaves it in Malay.
    """
    settled = portal.read_only and portal.place.logged_in
    if settled or not is_in_malay(portal, seen) or not portal.can("button", EN):
        return seen
    page = portal.place.window.page
    try:
        with page.expect_request(lambda request: request.is_navigation_request(), timeout=_A_MOMENT):
            portal.click(EN)
    except PlaywrightTimeout:
        return seen  # a link without effect
    await_words(portal.place, titles or (seen,), whole=True, fresh=True)
    return portal.see(*(titles or (seen,)))


def is_in_malay(portal: Looking, title: str) -> bool:
    """Say whether the page shows this title under a name that is Malay, and under no English one."""
    malay = portal.place.words.malay_names(title)
    english = set(portal.place.words.names(title)) - set(malay)
    return portal.says(*malay) and not portal.says(*english)
