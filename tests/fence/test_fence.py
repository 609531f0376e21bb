"""The rule: which hosts the browser may contact, and when."""

import pytest

from assist_bot.fence.banks import BANKS, FPX, bank_hosts
from assist_bot.fence.fence import BY_ITSELF, Fence, TurnedAway, matches
from assist_bot.profile import PortalAccess

PORTAL = "https://assist.perkeso.gov.my"
ELSEWHERE = (
    "https://www.perkeso.gov.my/",
    "https://assist.perkeso.gov.my.evil.example/",
    "https://assist.perkeso.gov.my./",
    "https://assist.perkeso.gov.my:8443/",
    "http://assist.perkeso.gov.my/",
    "wss://socket.example/",
    "https://203.0.113.7/",
    "https://127.0.0.1/",
    "http://[::1]:5000/",
    "https://www.maybank2u.com.my/",
)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_nothing_but_the_portal_is_let_through(url: str) -> None:
    """Another name, port or scheme is another place, and so is any number."""
    fence = Fence(PORTAL)
    assert fence.lets_url(f"{PORTAL}/web/base/home?x=1")
    assert fence.lets_url("wss://assist.perkeso.gov.my/socket")
    assert not fence.lets_url(url)


def test_the_bank_is_let_through_during_the_hand_over_only() -> None:
    """Before and after it is turned away; without a seal always."""
    fence = Fence(PORTAL)
    with fence.open_for(["*.maybank2u.com.my"]):
        assert fence.lets_url("https://www.maybank2u.com.my/home/m2u")
        assert fence.lets_url(PORTAL)
        assert not fence.lets_url("http://www.maybank2u.com.my/")
        assert not fence.lets_url("https://www.evilmaybank2u.com.my/")
    assert not fence.lets_url("https://www.maybank2u.com.my/home/m2u")


@pytest.mark.parametrize(
    ("host", "pattern", "meant"),
    [
        ("bank.example", "bank.example", True),
        ("www.bank.example", "bank.example", False),
        ("evilbank.example", "bank.example", False),
        ("bank.example", "*.bank.example", True),
        ("a.b.bank.example", "*.bank.example", True),
        ("evilbank.example", "*.bank.example", False),
        ("bank.example.evil.example", "*.bank.example", False),
    ],
)
def test_a_host_is_meant_exactly_or_with_all_below_it(host: str, pattern: str, meant: bool) -> None:
    """A star stands for whole parts of a name."""
    assert matches(host, pattern) is meant


@pytest.mark.parametrize("bank", ["Maybank2U", "CIMB Clicks", "Public Bank", "Hong Leong Bank", "Bank Islam"])
def test_only_the_chosen_banks_hosts_are_let_through(bank: str) -> None:
    """FPX, that bank, and what the profile adds: a short list, which a person can read."""
    access = PortalAccess(portal_id="someone@example.com", bank_hosts=("pay.bank.example",))
    hosts = bank_hosts(bank, access)
    assert hosts[:2] == FPX
    assert hosts[-1] == "pay.bank.example"
    assert 4 <= len(hosts) <= 5


def test_of_a_bank_that_is_not_known_all_are_let_through() -> None:
    """The portal may call a bank as nobody expected; nothing else is let through for that."""
    access = PortalAccess(portal_id="someone@example.com")
    hosts = bank_hosts("Some Other Bank", access)
    assert set(hosts) == {*FPX, *(host for hosts in BANKS.values() for host in hosts)}


def test_what_is_turned_away_is_listed_by_host_kind_and_number() -> None:
    """Never a path or a query; what no page asked for was the browser itself."""
    fence = Fence(PORTAL)
    fence.asked("https://cdn.example/850101145566?who=siti", "image")
    fence.asked("https://cdn.example/other", "script")
    fence.asked(f"{PORTAL}/picture", "image")
    for host in ("cdn.example", "cdn.example", "update.example"):
        fence.turn_away(host)
    assert fence.turned_away == [
        TurnedAway("cdn.example", ("image", "script"), 2),
        TurnedAway("update.example", (BY_ITSELF,), 1),
    ]


def test_a_page_cannot_make_the_list_endless() -> None:
    """However many hosts it names, and however long ones."""
    fence = Fence(PORTAL)
    for number in range(5000):
        fence.asked(f"https://{'x' * 200}{number}.example/", "image")
        fence.turn_away(f"{number}.{'y' * 5000}.example\x1b[2J\n")
    assert len(fence.turned_away) <= 101
    assert all(len(each.host) <= 100 and each.host.isprintable() for each in fence.turned_away)
    assert sum(each.times for each in fence.turned_away) == 5000


def test_what_the_bank_misses_is_what_its_pages_asked_for_since() -> None:
    """Neither what the portal's pages were refused before, nor the browser's own."""
    fence = Fence(PORTAL)
    for host in ("before.example", "again.example"):
        fence.asked(f"https://{host}/", "image")
        fence.turn_away(host)
    with fence.open_for(["bank.example"]):
        fence.asked("https://parts.bank2.example/", "script")
        for host in ("parts.bank2.example", "again.example", "update.example"):
            fence.turn_away(host)
        assert sorted(fence.missed) == ["again.example", "parts.bank2.example"]
