"""What stops a run, or wants an answer first, whatever was being looked for: its words, and the error it makes."""

from collections.abc import Callable, Sequence
from typing import Any

from assist_bot.errors import (
    PortalChanged,
    PortalError,
    PortalRejected,
    PortalUnavailable,
    SessionEnded,
    Stop,
    Waiting,
)
from assist_bot.language import mark, say, say_marked
from assist_bot.portal.words import Words, fold

_BEHIND_THE_LOG_IN = ("session ended", "agreement", "expiring")
_PRESSED = ("notice", "expiring")
_KINDS = (
    "maintenance",
    "no page",
    "denied",
    "verify",
    "session ended",
    "challenge",
    "notice",
    "agreement",
    "rejected",
)
"""In the order in which they count where a page shows several."""
_MORE = {"notice": ("close", "onward", "own", "agree", "failures"), "expiring": ("button",)}
"""The further lists of words that it takes to recognise a kind."""


def alarms(words: Words, *, logged_in: bool, hands_off: bool) -> list[dict[str, Any]]:
    """List what to look for where the page does not show what is wanted. With `hands_off` nothing to be pressed."""
    return _looked_for(words, _KINDS, logged_in=logged_in, hands_off=hands_off)


def before_pressing(words: Words, *, sends: bool, logged_in: bool, hands_off: bool) -> list[dict[str, Any]]:
    """List what to look for although the page shows what is wanted; more of it where the press sends something."""
    kinds = ("expiring", "challenge", "required") if sends else ("expiring",)
    return _looked_for(words, kinds, logged_in=logged_in, hands_off=hands_off)


def challenges(words: Words) -> list[dict[str, Any]]:
    """List how to recognise what only a person can answer."""
    return _looked_for(words, ("challenge",), logged_in=False, hands_off=False)


def _looked_for(
    words: Words, kinds: Sequence[str], *, logged_in: bool, hands_off: bool
) -> list[dict[str, Any]]:
    left_out = (() if logged_in else _BEHIND_THE_LOG_IN) + (_PRESSED if hands_off else ())
    return [
        {
            "kind": kind,
            "names": _names(words, kind),
            "fresh": kind == "rejected",
            **{each: _names(words, f"{kind}: {each}") for each in _MORE.get(kind, ())},
        }
        for kind in kinds
        if kind not in left_out
    ]


def _names(words: Words, message: str) -> list[str]:
    return list(words.names(f'message "{message}"')[1:])


def alarmed(said: dict[str, Any]) -> Stop:
    """Make the error for what the page shows, in the portal's own words."""
    kind, text = str(said["kind"]), " ".join(str(said.get("text") or "").split())
    label = str(said.get("label") or "")
    beside = say(' beside "{label}"', label=label) if label and fold(label) not in fold(text) else ""
    return _MADE[kind](text, beside)


def refused(status: int, text: str) -> PortalUnavailable:
    """Make the error for a page that came with an error's number in place of the one asked for."""
    said = f': "{text}"' if text else ""
    kind = {401: "denied", 403: "denied", 404: "no page", 410: "no page"}.get(status, "maintenance")
    return PortalUnavailable(
        say("The portal answered with an error ({status}){said}.", status=status, said=said),
        say_marked(_REMEDIES[kind]),
    )


_REMEDIES = {
    "maintenance": mark("Try again later."),
    "no page": mark(
        "Check the portal's address in the profile, and try again later: the page may have "
        "moved. If it stays so, the way to it has changed."
    ),
    "denied": mark(
        "Log in at the portal yourself, in your ordinary browser. If it refuses you there too, "
        "ask SOCSO on {help_line}; if not, wait an hour and run the command again."
    ),
}


def _unavailable(kind: str) -> Callable[[str, str], Stop]:
    return lambda text, _: PortalUnavailable(say('The portal says: "{text}".', text=text), _REMEDIES[kind])


def _session(text: str, _beside: str) -> Stop:
    return SessionEnded(
        say('The portal has ended the log-in ("{text}").', text=text[:120]),
        say("Run the command again; it goes on where the portal is."),
    )


def _verify(text: str, _beside: str) -> Stop:
    return Waiting(
        say('The portal wants an e-mail address to be verified first: "{text}".', text=text),
        say("Open the e-mail that SOCSO sent you and follow its link, then run the command again."),
    )


def _challenge(text: str, _beside: str) -> Stop:
    return Waiting(
        say('The portal asks for "{text}", which only you can answer.', text=text),
        say(
            "It was left unanswered. Run the command again with --headed, at a computer with a "
            "screen and without --no-input: it waits while you answer in the window."
        ),
    )


def _agreement(text: str, _beside: str) -> Stop:
    return Waiting(
        say('The portal asks you to agree to something: "{text}".', text=text),
        say(
            "Nothing was agreed to for you. Log in at the portal yourself, read it and answer it, "
            "then run the command again."
        ),
    )


def _in_the_way(text: str, _beside: str) -> Stop:
    return PortalError(
        say('Something else stands before the portal\'s page and does not go away: "{text}".', text=text),
        say("Log in at the portal yourself, read it and close it, then run the command again."),
    )


def _required(text: str, _beside: str) -> Stop:
    return PortalChanged(
        say('The portal requires "{text}", which is empty and is not known here.', text=text),
        say(
            "Nothing was saved. Fill it in and save the page at the portal yourself, then run the "
            "command again."
        ),
    )


def _rejected(text: str, beside: str) -> Stop:
    return PortalRejected(
        say('The portal did not take what was entered{beside}: "{text}".', beside=beside, text=text),
        say("Mend it in the profile and run the command again."),
    )


def _complaint(text: str, beside: str) -> Stop:
    return PortalRejected(
        say('The portal says{beside}: "{text}".', beside=beside, text=text),
        say(
            "If that is about something that was entered, mend it in the profile. Look at the "
            "pictures of this run, then run the command again."
        ),
    )


_MADE: dict[str, Callable[[str, str], Stop]] = {
    **{kind: _unavailable(kind) for kind in _REMEDIES},
    "session ended": _session,
    "verify": _verify,
    "challenge": _challenge,
    "agreement": _agreement,
    "announcement": _in_the_way,
    "expiring": _in_the_way,
    "required": _required,
    "rejected": _rejected,
    "complaint": _complaint,
}
