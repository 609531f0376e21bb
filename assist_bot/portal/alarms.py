"""What stops a run, or wants an answer first, whatever was being looked for: its words, and the error it makes."""

from collections.abc import Callable
from typing import Any

from assist_bot.errors import PortalError, PortalRejected, PortalUnavailable, SessionEnded, Stop, Waiting
from assist_bot.portal.words import Words, fold

_BEHIND_THE_LOG_IN = ("session ended",)
_PRESSED = ("notice",)
_KINDS = ("maintenance", "session ended", "notice", "rejected")
"""In the order in which they count where a page shows several."""
_MORE = {"notice": ("close", "onward", "own", "agree", "failures")}
"""The further lists of words that it takes to recognise a kind."""


def alarms(words: Words, *, logged_in: bool, hands_off: bool) -> list[dict[str, Any]]:
    """List for the page what to look for, in which words. With `hands_off` nothing that would be pressed."""
    left_out = (() if logged_in else _BEHIND_THE_LOG_IN) + (_PRESSED if hands_off else ())
    kinds = [kind for kind in _KINDS if kind not in left_out]
    return [
        {
            "kind": kind,
            "names": _names(words, kind),
            "fresh": kind == "rejected",
            **{each: _names(words, f"{kind}: {each}") for each in _MORE.get(kind, ())},
        }
        for kind in kinds
    ]


def _names(words: Words, message: str) -> list[str]:
    return list(words.names(f'message "{message}"')[1:])


def alarmed(said: dict[str, Any]) -> Stop:
    """Make the error for what the page shows, in the portal's own words."""
    kind, text = str(said["kind"]), " ".join(str(said.get("text") or "").split())
    if kind == "rejected":
        return _rejected(text, str(said.get("label") or ""))
    return _MADE.get(kind, _in_the_way)(text)


def _maintenance(text: str) -> PortalError:
    return PortalUnavailable(f'The portal says: "{text}".', "Try again later.")


def _session(text: str) -> PortalError:
    return SessionEnded(
        f'The portal has ended the log-in ("{text[:120]}").',
        "Run the command again; it goes on where the portal is.",
    )


def _agreement(text: str) -> Waiting:
    return Waiting(
        f'The portal asks you to agree to something: "{text}".',
        "Nothing was agreed to for you. Log in at the portal yourself, read it and answer it, then run the command "
        "again.",
    )


def _in_the_way(text: str) -> PortalError:
    return PortalError(
        f'Something else stands before the portal\'s page and does not go away: "{text}".',
        "Log in at the portal yourself, read it and close it, then run the command again.",
    )


def _rejected(text: str, label: str) -> PortalError:
    beside = f' beside "{label}"' if label and fold(label) not in fold(text) else ""
    return PortalRejected(
        f'The portal did not take what was entered{beside}: "{text}".',
        "Mend it in the profile and run the command again.",
    )


_MADE: dict[str, Callable[[str], Stop]] = {
    "maintenance": _maintenance,
    "session ended": _session,
    "agreement": _agreement,
}
