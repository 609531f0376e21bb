"""A scheduled run on the practice portal, and what the person hears of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import Ledger, State
from assist_bot.scheduling.agreed import Agreed, Until, write
from fixtures.mock_portal.steps import Step
from tests.cli.home import PORTAL_ID, Home
from tests.cli.in_process import Computer
from tests.unit.keyrings import LockedStore

TOKEN = "Tr0mpet-of-the-night"
RUN = ("schedule", "run")
TOTAL = Decimal("43.45")


class Inbox:
    """Takes messages, as a service would that apprise knows."""

    def __init__(self, port: int) -> None:
        self.url = f"json://127.0.0.1:{port}/{TOKEN}"
        self.messages: list[tuple[str, str]] = []

    def take(self) -> tuple[str, str]:
        """Give the one message that came since the last look."""
        (message,) = self.messages
        self.messages.clear()
        return message


@contextmanager
def inbox_open(status: int = 200) -> Iterator[Inbox]:
    """Run the service on this computer."""
    inbox: Inbox

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take a message."""
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == f"/{TOKEN}":
                inbox.messages.append((said["title"], said["message"]))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Taking) as server:
        inbox = Inbox(server.server_port)
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield inbox
        server.shutdown()
        thread.join()


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """Give a service that takes everything."""
    with inbox_open() as running:
        yield running


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Computer:
    """Give a computer on which it was agreed to prepare drafts."""
    here = Computer(tmp_path / "computer", monkeypatch, capsys)
    agree(here.folder)
    return here


def agree(folder: Path, until: Until = "draft", at_most: Decimal | None = None) -> None:
    """Note what was agreed to, as installing it does."""
    write(
        folder / "schedule.json",
        Agreed(until, at_most, "by_hand", ("assist-bot",), ContributionMonth(2026, 11)),
    )


def paid(computer: Computer, month: str) -> None:
    """Have the portal's word on record that a month is paid."""
    with Ledger.open(computer.folder / "ledger.sqlite", run_folder=computer.folder) as ledger:
        ledger.reconcile(
            PORTAL_ID, ContributionMonth.parse(month), State.PAID, total=TOTAL, acr="ACR1", receipt="R1"
        )


def telling(url: str) -> str:
    """Write the part of the profile that says where messages go."""
    return f'[notify]\nurl = "{url}"'


def test_a_scheduled_month_is_drafted_or_submitted_as_agreed_and_never_paid(
    payer: Home, inbox: Inbox
) -> None:
    """With draft nothing is submitted, until the ACR one thing; at no time is a bank opened."""
    payer.write_profile(tail=telling(inbox.url))
    agree(payer.folder)
    ran = payer.run(*RUN)
    assert ran.code == 0
    title, text = inbox.take()
    assert title == "assist-bot: November 2026: the draft is ready"
    assert (
        "over RM43.45 is saved and checked. Nothing is submitted or paid. It is due by 15 December 2026."
        in text
    )
    assert "`assist-bot pay --month 2026-11`" in text
    assert ran.stdout == f"{title}\n{text}\n"
    assert [draft.month for draft in payer.account.drafts] == ["2026-11"]
    assert payer.account.submissions == []

    agree(payer.folder, "acr", TOTAL)
    assert payer.run(*RUN).code == 0
    assert inbox.take()[0] == "assist-bot: November 2026: submitted, to be paid by you"
    assert [each.month for each in payer.account.submissions] == ["2026-11"]
    assert payer.account.payments == []
    journals = [file.read_text("utf-8") for file in payer.folder.glob("runs/*/journal.jsonl")]
    assert len(journals) == 2
    assert "submitting up to RM43.45 by itself" in "".join(journals)
    assert payer.practice.bank_origin not in "".join(journals)
    sent = {each.step for each in payer.practice.memory.requests}
    assert Step.COMPLETE in sent
    assert not sent & {
        Step.ADD_TO_CART,
        Step.PROCEED_TO_SUMMARY,
        Step.CONTINUE,
        Step.PROCEED,
        Step.BANK_LOG_IN,
    }


def test_a_month_that_was_not_prepared_is_told_whatever_the_reason(computer: Computer, inbox: Inbox) -> None:
    """A locked store, a profile to mend: with the day on which it is due; and nobody is named."""
    computer.write_profile(telling(inbox.url))
    computer.use(LockedStore())
    computer.now("2026-12-12")
    locked = computer.run(*RUN)
    title, text = inbox.take()
    assert (locked.code, title) == (4, "assist-bot: November 2026 was NOT prepared")
    assert "It is due by 15 December 2026: days left, 3. It is tried again on 14 December 2026." in text
    assert "1-300-22-8000" in text

    profile = computer.folder / "profile.toml"
    profile.write_text(profile.read_text().replace("occupation", "ocupation"))
    computer.now("2027-01-20")
    mending = computer.run(*RUN)
    title, text = inbox.take()
    assert (mending.code, title) == (3, "assist-bot: January 2027 was NOT prepared")
    assert "did not happen before this one" in text
    computer.now("2027-01-31")
    shown = " ".join(computer.run("schedule", "show").stdout.split())
    assert "20 January 2027, for January 2027: not prepared." in shown
    assert "Runs since then that did not happen: 3." in shown
    assert not [name for name in ("SITI", "TAN MEI", "1500") if name in title + text]


def test_a_month_that_is_paid_is_told_once_and_earlier_ones_that_are_not_each_time(
    computer: Computer, inbox: Inbox
) -> None:
    """Silence is never good news, and the same news is told once."""
    computer.write_profile(telling(inbox.url))
    paid(computer, "2026-11")
    assert computer.run(*RUN).code == 0
    assert inbox.take()[0] == "assist-bot: November 2026: nothing to do"
    assert computer.run(*RUN).code == 0
    assert inbox.messages == []
    computer.now("2027-01-16")
    paid(computer, "2027-01")
    computer.run(*RUN)
    assert "Not on record as paid, and late: December 2026." in inbox.take()[1]


def test_a_message_that_nobody_takes_changes_nothing_and_its_address_is_told_nowhere(
    computer: Computer,
) -> None:
    """The run ends as it would; `schedule show` says that nobody heard of it, and only the profile has the address."""
    with inbox_open(status=500) as refusing:
        computer.write_profile(telling(refusing.url))
        test = computer.run("notify", "test", "--json")
        assert test.result["exit_code"] == 9
        assert "1 (json)" in test.result["message"]
        ran = computer.run(*RUN)
    assert ran.code == 9
    shown = computer.run("schedule", "show")
    assert "That of the last run did not go out." in shown.stdout
    files = [file for file in computer.folder.rglob("*") if file.is_file()]
    assert [file.name for file in files if TOKEN.encode() in file.read_bytes()] == ["profile.toml"]
    said = "".join(part for each in (test, ran, shown) for part in (each.stdout, each.stderr))
    assert TOKEN not in said


def test_a_test_message_arrives_and_an_address_may_be_given_instead(
    computer: Computer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an address, or with one that is not understood, the profile is to be mended."""
    missing = computer.run("notify", "test", "--json").result
    assert (missing["exit_code"], missing["problems"][0]["key"]) == (3, "notify.url")
    computer.write_profile(telling(f"nosuchservice://{TOKEN}"))
    unknown = computer.run("notify", "test")
    assert unknown.code == 3
    assert "1 (nosuchservice)" in unknown.stderr
    assert TOKEN not in unknown.stderr
    computer.write_profile()
    monkeypatch.setenv("ASSIST_BOT_NOTIFY_URL", inbox.url)
    assert computer.run("notify", "test").code == 0
    assert inbox.take()[0] == "assist-bot: a test"
