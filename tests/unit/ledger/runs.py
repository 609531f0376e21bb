"""One run of the ledger in a process of its own, to be killed or raced: `python -m tests.unit.ledger.runs FILE WHAT`.

It prints "inside" once it stands where something has been sent, and then waits until it is killed or told to go on.
"""

import sys
from pathlib import Path

from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Ledger
from tests.unit.ledger.acts import ACR
from tests.unit.owing import EMPLOYER, OCTOBER, checked


def submit(ledger: Ledger) -> None:
    """Submit, with a wait between the sending and the answer."""
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        wait()
        submitting.submitted(ACR)


def pay(ledger: Ledger) -> None:
    """Pay, with a wait at the bank."""
    with ledger.paying(EMPLOYER, OCTOBER, ACR, checked().total) as paying:
        wait()
        paying.paid("R123")


def register(ledger: Ledger) -> None:
    """Register, with a wait between the sending and the answer."""
    with ledger.registering(EMPLOYER) as registering:
        wait()
        registering.registered("E1102070081W", "CRN1")


def write(ledger: Ledger) -> None:
    """Write one event after the other, without end."""
    wait()
    while True:
        ledger.drafted(EMPLOYER, checked())


def wait() -> None:
    """Say that the place is reached, and wait for a line."""
    sys.stdout.write("inside\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(file: str, what: str) -> None:
    """Open the ledger and do what is asked; a refusal is said and is no error."""
    acts = {"submit": submit, "pay": pay, "register": register, "write": write}
    with Ledger.open(Path(file)) as ledger:
        try:
            acts[what](ledger)
        except ContributionRefused as refused:
            sys.stdout.write(f"refused: {refused.fact}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
