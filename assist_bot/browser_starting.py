"""How the browser is started: on a private data folder, behind the fence, and with nothing to say by itself."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType, Page
from playwright.sync_api import Error as PlaywrightError

from assist_bot.browser_finding import Browser, launch_arguments
from assist_bot.errors import MachineError
from assist_bot.fence.fence import Fence
from assist_bot.language import say

NO_WAY_ROUND = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
)
"""What would go round the proxy finds no name, and sends nothing that a proxy cannot carry."""

_PREFERENCES = {
    # Every PDF is then handed out as a file; Chromium would show some of them.
    "plugins": {"always_open_pdf_externally": True},
    "credentials_enable_service": False,
    # What it would tell its maker about the pages that it shows.
    "alternate_error_pages": {"enabled": False},
    "autofill": {"profile_enabled": False, "credit_card_enabled": False},
    "net": {"network_prediction_options": 2},
    "safebrowsing": {"enabled": False},
    "search": {"suggest_enabled": False},
    "signin": {"allowed": False},
    "translate": {"enabled": False},
}


def prepare(folder: Path) -> None:
    """Make the browser's data folder. Raises MachineError."""
    default = folder / "Default"
    try:
        default.mkdir(mode=0o700, parents=True)
        (default / "Preferences").write_text(json.dumps(_PREFERENCES), "utf-8")
    except OSError as error:
        raise MachineError(
            say(
                "The browser's private folder {folder} cannot be made: {reason}.",
                folder=folder,
                reason=error.strerror,
            ),
            say("Free some disk space."),
        ) from error


def start(
    chromium: BrowserType, browser: Browser, folder: Path, proxy: str, *, headed: bool
) -> BrowserContext:
    """Start it on its data folder, with this proxy for everything. Raises MachineError.

    What the portal hands out lies in that folder until it has been looked at, and goes with it.
    """
    try:
        return chromium.launch_persistent_context(
            folder,
            executable_path=browser.executable,
            headless=not headed,
            args=[*launch_arguments(), *NO_WAY_ROUND],
            proxy={"server": proxy},
            accept_downloads=True,
            downloads_path=folder / "downloads",
            viewport={"width": 1280, "height": 900},
            locale="en-MY",
            timezone_id="Asia/Kuala_Lumpur",
            service_workers="block",
        )
    except PlaywrightError as error:
        reason = (error.message.splitlines() or [""])[0]
        raise MachineError(
            say("The browser {browser} did not start: {reason}.", browser=browser.executable, reason=reason),
            say(
                "Start it once by hand, or set ASSIST_BOT_BROWSER to the path of another Chrome, Edge or "
                "Chromium."
            ),
        ) from error


def listen_what_is_asked(context: BrowserContext, fence: Fence) -> None:
    """Tell the fence what kinds of things the pages ask for."""

    def listen(page: Page) -> None:
        page.on("websocket", lambda socket: fence.asked(socket.url, "websocket"))

    context.on("request", lambda request: fence.asked(request.url, request.resource_type))
    context.on("page", listen)
    for page in context.pages:
        listen(page)
