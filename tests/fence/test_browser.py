"""A real browser behind the fence: whatever a page tries, it reaches the portal only."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.errors import PortalChanged, PortalUnavailable
from assist_bot.portal.bank import Absence
from tests.fence.conftest import Scene
from tests.fence.servers import serving

EVERYTHING = """<!DOCTYPE html><title>Home</title>
<link rel=dns-prefetch href=//prefetched.example><link rel=preconnect href=http://{other}>
<img src=http://{other}/image><img src=/leads-to-image><img src=https://named.example/850101145566?who=siti>
<iframe src=http://{other}/frame></iframe>
<script>
addEventListener("load", () => document.title = "loaded");
new WebSocket("ws://{other}/socket");
navigator.sendBeacon("http://{other}/beacon", "x");
fetch("http://{other}/fetch", {{mode: "no-cors"}}).catch(() => 0);
const peer = new RTCPeerConnection({{iceServers: [{{urls: "stun:{udp}"}}]}});
peer.onicegatheringstatechange = () => window.gathered = peer.iceGatheringState === "complete";
peer.createDataChannel("x");
peer.createOffer().then((offer) => peer.setLocalDescription(offer));
new WebTransport("https://{udp}/transport").closed.catch(() => window.transport = "closed");
</script>"""
LOG_IN = "<h1>EMPLOYER LOGIN</h1><label>Password <input type=password></label><button>LOGIN</button>"


@contextmanager
def listening_for_packets() -> Iterator[tuple[str, list[bytes]]]:
    """Listen for what needs no connection."""
    packets: list[bytes] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as here:
        here.bind(("127.0.0.1", 0))
        here.settimeout(0.05)
        listening = True

        def listen() -> None:
            while listening:
                try:
                    packets.append(here.recv(2000))
                except TimeoutError:
                    continue

        thread = Thread(target=listen, daemon=True)
        thread.start()
        try:
            yield f"127.0.0.1:{here.getsockname()[1]}", packets
        finally:
            listening = False
            thread.join()


def until(met: Callable[[], bool], page: Page) -> None:
    """Wait until something is so, for five seconds at most."""
    ends = time.monotonic() + 5
    while not met() and time.monotonic() < ends:
        page.wait_for_timeout(50)


def test_nothing_that_a_page_loads_or_sends_leaves_the_portal(scene: Scene) -> None:
    """Pictures, redirects of them, frames, sockets, beacons, data, packets: each is refused, and listed by its host."""
    with listening_for_packets() as (udp, packets):
        scene.home.pages["/"] = EVERYTHING.format(other=scene.other.place, udp=udp)
        scene.home.leads["/leads-to-image"] = f"{scene.other.origin}/image"
        scene.page.goto(scene.home.origin)
        scene.page.wait_for_function("document.title === 'loaded' && window.gathered && window.transport")
        expected = {"image", "document", "websocket", "ping", "fetch"}
        until(lambda: expected <= set(scene.turned_away().get("127.0.0.1", ())), scene.page)
        until(lambda: "named.example" in scene.turned_away(), scene.page)
    assert scene.other.reached == []
    assert packets == []
    found = scene.turned_away()
    assert expected <= set(found["127.0.0.1"])
    assert found["named.example"] == ("image",)
    assert "prefetched.example" not in found


def test_the_portals_own_pages_sockets_and_files_come_through(scene: Scene) -> None:
    """Also through the client that guards against sending twice."""
    scene.home.pages["/"] = f"<a href='{scene.home.origin}/file' download>Letter</a>"
    scene.home.pages["/file"] = "%PDF-1.4"
    scene.page.goto(scene.home.origin)
    with scene.page.expect_download() as coming:
        scene.page.click("a")
    assert coming.value.path().read_text() == "%PDF-1.4"
    assert scene.page.context.request.get(f"{scene.home.origin}/file").ok
    scene.page.evaluate("new WebSocket(location.origin.replace('http', 'ws') + '/socket')")
    until(lambda: "GET /socket" in scene.home.reached, scene.page)
    assert "GET /socket" in scene.home.reached


@pytest.mark.parametrize("way", ["straight", "by a redirect"])
def test_a_file_from_elsewhere_is_not_downloaded(scene: Scene, way: str) -> None:
    """Neither by the browser nor by the client."""
    there = f"{scene.other.origin}/file"
    scene.home.leads["/onward"] = there
    scene.home.pages["/"] = f"<a href='{there if way == 'straight' else '/onward'}' download>Letter</a>"
    scene.page.goto(scene.home.origin)
    scene.page.click("a")
    with pytest.raises(PlaywrightError), scene.page.expect_download(timeout=700):
        pass
    assert scene.page.context.request.get(there).status == 403
    assert scene.other.reached == []


LEADS = {
    "a redirect": "<form action='/onward'><button>NEXT</button></form>",
    "a form": "<form method=post action='{other}/employer/login'><input name=email><button>NEXT</button></form>",
    "a script": "<button onclick=\"location = '{other}/employer/login'\">NEXT</button>",
}


@pytest.mark.parametrize("way", LEADS)
def test_a_page_that_leads_elsewhere_before_the_log_in_stops_the_run(scene: Scene, way: str) -> None:
    """It is never opened, so that no password can be typed there; on this computer another port is elsewhere, too."""
    there = f"{scene.other.origin}/employer/login"
    scene.other.pages["/employer/login"] = LOG_IN
    scene.home.leads["/onward?"] = there
    scene.home.pages["/employer/login"] = LEADS[way].format(other=scene.other.origin)
    portal = scene.portal()
    portal.open()
    with pytest.raises(PortalChanged, match="may go nowhere but to") as stopped:
        portal.click("NEXT", then="Password")
    assert scene.other.origin in stopped.value.fact
    with pytest.raises(PortalChanged):
        portal.fill_secret("Password", "Secret-1234")
    assert scene.other.reached == []


def test_a_log_in_page_that_has_moved_elsewhere_is_not_followed(scene: Scene) -> None:
    """The very first page, too."""
    scene.home.leads["/employer/login"] = f"{scene.other.origin}/employer/login"
    with pytest.raises(PortalChanged, match=scene.other.origin):
        scene.portal().open()
    assert scene.other.reached == []


def test_no_password_goes_into_a_frame_of_another_origin(scene: Scene) -> None:
    """Not even where its host is let through."""
    scene.other.pages["/"] = LOG_IN
    scene.home.pages["/employer/login"] = (
        f"<h1>EMPLOYER LOGIN</h1><iframe src='{scene.other.origin}'></iframe>"
    )
    portal = scene.portal()
    portal.place.window.patience = 0.6
    with scene.fence.open_for(["127.0.0.1"]):
        portal.open()
        frame = scene.page.frames[1]
        frame.wait_for_selector("input")
        with pytest.raises(PortalChanged):
            portal.fill_secret("Password", "Secret-1234")
        assert frame.input_value("input") == ""


def test_a_portal_without_a_valid_certificate_is_not_opened(scene: Scene) -> None:
    """Nobody vouches for it: no page is asked for, so that nothing can be typed."""
    with serving({"/employer/login": LOG_IN}, sealed=True) as pretender, scene.fence.open_for(["127.0.0.1"]):
        with pytest.raises(PortalUnavailable, match="ERR_CERT_AUTHORITY_INVALID"):
            scene.portal(f"{pretender.origin}/employer/login").open()
        assert pretender.reached == []


BANK = """<h1>Your bank</h1><img src=https://parts.example/logo.png>
<a href='http://localhost:{port}/more'>More</a><a href='{home}/back'>Back</a>"""


def at_the_bank(scene: Scene) -> None:
    """Have a button that leads to a bank on the other server, and a page that shows how the payment ended."""
    scene.home.pages["/employer/login"] = (
        "<form method=post action='/proceed'><button>PROCEED</button></form>"
    )
    scene.home.leads["/proceed"] = f"{scene.other.origin}/bank"
    scene.home.pages["/back"] = "<h1>RESIT RASMI</h1>"
    scene.other.pages["/bank"] = BANK.format(port=scene.other.port, home=scene.home.origin)


def test_at_the_bank_what_is_turned_away_is_told_at_once(scene: Scene) -> None:
    """A page that does not show, and a part of one; back at the portal the bank is turned away again."""
    at_the_bank(scene)
    told: list[tuple[str, bool]] = []

    def arrived(_host: str) -> None:
        scene.page.get_by_role("link", name="More").click()

    def turned_away(host: str, whole_page: bool) -> None:
        told.append((host, whole_page))
        if whole_page:
            scene.page.goto(f"{scene.home.origin}/back")

    portal = scene.portal()
    portal.open()
    absence = Absence(arrived, lambda _: None, turned_away, minutes=0.3)
    returned = portal.hand_over("PROCEED", ["RESIT RASMI"], ["127.0.0.1"], absence)
    assert returned.seen == "RESIT RASMI"
    assert set(told) == {("localhost", True), ("parts.example", False)}
    assert scene.other.reached == ["GET /bank"]
    with pytest.raises(PlaywrightError):
        scene.page.goto(f"{scene.other.origin}/bank")
    assert scene.other.reached == ["GET /bank"]


def test_a_bank_that_is_not_on_the_list_is_named_with_the_line_to_write(scene: Scene) -> None:
    """Nothing of it is opened, and nobody is asked to sign in there."""
    at_the_bank(scene)
    portal = scene.portal()
    portal.open()
    arrived: list[str] = []
    absence = Absence(arrived.append, lambda _: None, lambda *_: None, minutes=0.3)
    with pytest.raises(PortalChanged, match=r'bank_hosts = \["127.0.0.1"\]'):
        portal.hand_over("PROCEED", ["RESIT RASMI"], ["*.bank.example"], absence)
    assert (scene.other.reached, arrived) == ([], [])
