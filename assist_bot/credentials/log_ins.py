"""What is remembered of log-ins, without any password: `log-ins.json`, one entry for each portal ID."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assist_bot.errors import MachineError
from assist_bot.language import say
from assist_bot.places import write_private

KEPT_REJECTIONS = 5
TRIES_IN_A_ROW = 2
"""One less than what locks the account, as far as is known."""


@dataclass(frozen=True)
class LogIns:
    """The record of one portal ID. Every change is on the disk when its method returns."""

    folder: Path
    portal_id: str

    def was_rejected(self, password: str) -> bool:
        """Whether the portal has refused this very password."""
        return any(_matches(print_, password) for print_ in self._entry().get("rejected", []))

    def reject(self, password: str) -> None:
        """Remember that the portal refused this password."""
        if not self.was_rejected(password):
            others = self._entry().get("rejected", [])
            self._keep(rejected=[*others, _print(password)][-KEPT_REJECTIONS:])

    @property
    def tries_left(self) -> int:
        """How many more log-ins may be tried in a row before the portal has let one in."""
        return max(TRIES_IN_A_ROW - int(self._entry().get("tries", 0)), 0)

    def trying(self) -> None:
        """Remember, before it is sent, that a log-in is tried: were its answer lost, it may have been a wrong one."""
        self._keep(tries=int(self._entry().get("tries", 0)) + 1)

    def begin_anew(self, password: str) -> None:
        """Forget all tries, and that the portal refused this password: it holds."""
        self.forgive(password)
        if self._entry().get("tries"):
            self._keep(tries=0)

    def forgive_all(self) -> None:
        """Forget whatever the portal refused."""
        self._keep(rejected=[])

    def forgive(self, password: str) -> None:
        """Forget that the portal refused this password."""
        rejected = self._entry().get("rejected", [])
        others = [print_ for print_ in rejected if not _matches(print_, password)]
        if others != rejected:
            self._keep(rejected=others)

    @property
    def first_visit_is_done(self) -> bool:
        """Whether the first visit is known to be over."""
        return bool(self._entry().get("first_visit_done"))

    def first_visit_done(self) -> None:
        """Remember that the first visit is over."""
        if not self.first_visit_is_done:
            self._keep(first_visit_done=True)

    def change_of(self, password: str) -> str:
        """How far the change to this password, kept in no store, has come: "", "begun" or "confirmed"."""
        change = self._entry().get("change")
        return str(change["state"]) if change and _matches(change["password"], password) else ""

    def change(self, state: str, password: str) -> None:
        """Remember that the change to this password has begun, or that the portal has accepted it."""
        self._keep(change={"state": state, "password": _print(password)})

    def forget(self) -> None:
        """Forget everything about this portal ID."""
        everyone = self._everyone()
        if everyone.pop(self.portal_id, None) is not None:
            write_private(self._file, json.dumps(everyone, indent=1))

    @property
    def _file(self) -> Path:
        return self.folder / "log-ins.json"

    def _everyone(self) -> dict[str, dict[str, Any]]:
        try:
            everyone = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(everyone, dict):
                return everyone
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            pass
        raise MachineError(
            say("The record of log-ins cannot be read: {file}.", file=self._file),
            say("Delete that file: it holds no password, only which ones the portal refused."),
        )

    def _entry(self) -> dict[str, Any]:
        return self._everyone().get(self.portal_id, {})

    def _keep(self, **changed: object) -> None:
        everyone = self._everyone()
        everyone[self.portal_id] = {**everyone.get(self.portal_id, {}), **changed}
        write_private(self._file, json.dumps(everyone, indent=1))


def _print(password: str) -> dict[str, str]:
    """Make a salted print, from which the password cannot be worked out in useful time."""
    salt = secrets.token_bytes(16)
    return {"salt": salt.hex(), "scrypt": _scrypt(password, salt).hex()}


def _matches(print_: dict[str, str], password: str) -> bool:
    expected = bytes.fromhex(print_["scrypt"])
    return hmac.compare_digest(expected, _scrypt(password, bytes.fromhex(print_["salt"])))


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
