"""A portal that cannot be reached."""

import socket

import pytest

from tests.cli.home import Home


def free_port() -> int:
    """Find a port of this computer on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("host", ["http://127.0.0.1:{port}", "https://assist.invalid"])
def test_a_portal_that_cannot_be_reached_is_exit_code_5(host: str, payer: Home) -> None:
    """Down, or without a network: it says so, and what to do."""
    payer.write_profile(url=host.format(port=free_port()) + "/employer/login")
    result = payer.run("pay", "--json", "--month", "2026-09").result
    assert (result["outcome"], result["exit_code"]) == ("portal", 5)
    assert "could not be reached" in result["message"]
    assert "try again later" in result["message"]


def test_maintenance_is_told_in_the_portals_words(payer: Home) -> None:
    """Exit code 5, and the password is not typed."""
    payer.practice.faults.replace(["maintenance"])
    result = payer.run("pay", "--json", ASSIST_BOT_PATIENCE="4").result
    assert result["exit_code"] == 5
    assert payer.account.log_ins == []
