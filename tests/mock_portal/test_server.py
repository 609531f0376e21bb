import json
import signal
import subprocess
import sys
import urllib.request
from http.client import RemoteDisconnected
from pathlib import Path

import pytest

from fixtures.mock_portal.server import start


def read(url: str) -> str:
    """Give what an address of this computer answers."""
    assert url.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - the address is the practice portal's
        return str(answer.read().decode())


def test_portal_and_bank_are_two_origins_of_this_computer() -> None:
    """The bank is on another port, and the log-in page is where the address says."""
    with start(clock="2026-11-20") as portal:
        assert portal.origin != portal.bank_origin
        assert "EMPLOYER LOGIN" in read(portal.url)


def test_a_dropped_connection_has_no_answer() -> None:
    """The browser hears nothing at all, once."""
    with start(faults=["drop-after@log-in-page"]) as portal:
        with pytest.raises(RemoteDisconnected):
            read(portal.url)
        assert "EMPLOYER LOGIN" in read(portal.url)


def test_the_program_says_where_it_is_and_stops_when_told(tmp_path: Path) -> None:
    """One line of JSON when it is ready, the seed in its memory, and a clean end."""
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({"accounts": [{"portal_id": "payer@example.com", "first_visit": False}]}))
    command = [sys.executable, "-m", "fixtures.mock_portal", "--seed", str(seed), "--clock", "2026-11-20"]
    with subprocess.Popen(
        [*command, "--fault", "slow@home-page"], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout
        where = json.loads(program.stdout.readline())
        memory = json.loads(read(where["memory"]))
        program.send_signal(signal.SIGTERM)
        assert program.wait(10) == 0
        assert program.stdout.read() == ""
    assert set(memory["accounts"]) == {"someone@example.com", "payer@example.com"}


def test_the_desk_sets_the_clock_the_faults_and_an_account() -> None:
    """A test in another process can prepare everything, and a wish that is not understood is refused."""
    with start() as portal:
        here = portal.practice
        for path, wish in (
            ("clock", {"now": "2026-11-20T09:30:00"}),
            ("faults", [{"fault": "slow", "step": "home-page", "times": "always"}]),
            ("account", {"portal_id": "a@example.com", "employees": [{"name": "SITI", "passport": "C1"}]}),
        ):
            send(f"{portal.origin}/practice/{path}", wish)
        assert here.clock.now().isoformat().startswith("2026-11-20T09:30")
        assert here.faults.aims[0].times is None
        assert portal.memory.accounts["a@example.com"].employees[0].name == "SITI"
        with pytest.raises(urllib.error.HTTPError, match="400"):
            send(f"{portal.origin}/practice/account", {"portal_id": "a@example.com", "employes": []})


def send(url: str, wish: object) -> None:
    """Post a wish to the desk."""
    assert url.startswith("http://127.0.0.1:")
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(wish).encode(), headers)  # noqa: S310 - the practice portal's
    with urllib.request.urlopen(request):  # noqa: S310 - the address is the practice portal's
        pass
