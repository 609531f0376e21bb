"""How the portal answers a browser that asks for its log-in page, and nothing else."""

from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Response


@dataclass(frozen=True)
class FirstAnswer:
    """What came back. `trouble`: the browser's own word for why nothing did, such as ERR_NAME_NOT_RESOLVED.

    `unguarded`: why the client that guards against sending twice cannot reach the portal, "" where it can.
    """

    status: int = 0
    date: str = ""
    certificate_ends: datetime | None = None
    trouble: str = ""
    unguarded: str = ""


def show_blank_page(page: Page) -> str:
    """Show a blank page, and give the browser's own name and version, such as Chrome/150.0.7700.1."""
    page.goto("about:blank")
    return str(page.context.new_cdp_session(page).send("Browser.getVersion")["product"])


def first_answer(page: Page, url: str, patience: float) -> FirstAnswer:
    """Ask for the log-in page, and wait so many seconds."""
    try:
        response = page.goto(url, wait_until="commit", timeout=patience * 1000)
    except PlaywrightError as error:
        return FirstAnswer(trouble=_reason(error))
    if response is None:
        return FirstAnswer(trouble="no answer")
    return FirstAnswer(
        response.status,
        response.headers.get("date", ""),
        _end_of_certificate(response),
        unguarded=_unguarded(page, url, patience),
    )


def _end_of_certificate(response: Response) -> datetime | None:
    details = response.security_details()
    ends = details.get("validTo") if details else None
    return datetime.fromtimestamp(ends, UTC) if ends else None


def _unguarded(page: Page, url: str, patience: float) -> str:
    try:
        page.context.request.get(url, max_redirects=0, timeout=patience * 1000)
    except PlaywrightError as error:
        return _reason(error)
    return ""


def _reason(error: PlaywrightError) -> str:
    words = str(error).split()
    net = next((word.strip(":.,").removeprefix("net::") for word in words if word.startswith("net::")), "")
    return net or ("no answer" if "Timeout" in str(error) else (str(error).splitlines() or [""])[0][:120])
