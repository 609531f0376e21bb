"""From the guide's words to exactly one control on the page, or an error that says what was seen instead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import ElementHandle

from assist_bot.errors import PortalChanged, PortalError, PortalRejected, PortalUnavailable, SessionEnded
from assist_bot.portal.window import Window
from assist_bot.portal.words import Words, fold

MESSAGES = {
    "maintenance": 'message "maintenance"',
    "session": 'message "session ended"',
    "rejected": 'message "rejected"',
}


@dataclass(frozen=True)
class Found:
    """One control; `hidden` is the select that a select2 box stands for."""

    element: ElementHandle
    hidden: ElementHandle | None = None


@dataclass(frozen=True)
class Place:
    """Where on the page a verb looks: the steps from the whole page down to a section, a row, a cell."""

    window: Window
    words: Words
    steps: tuple[dict[str, Any], ...] = ()
    logged_in: bool = False

    def inside(self, kind: str, word: str, **more: object) -> "Place":
        """Narrow the place down to a section, a row or a column."""
        step = {"kind": kind, "word": word, "names": list(self.words.names(word)), **more}
        return replace(self, steps=(*self.steps, step))

    def query(self, **more: object) -> dict[str, Any]:
        """Put together a question to the page about this place."""
        return {"scope": list(self.steps), "alarms": self._alarms(), **more}

    def _alarms(self) -> list[dict[str, Any]]:
        kinds = [kind for kind in MESSAGES if kind != "session" or self.logged_in]
        return [
            {
                "kind": kind,
                "names": list(self.words.names(MESSAGES[kind])[1:]),
                "whole": False,
                "fresh": kind == "rejected",
            }
            for kind in kinds
        ]


def find(
    place: Place, want: str, word: str, *, options: Sequence[str] = (), nameless: bool = False
) -> list[Found]:
    """Find what the word names: exactly one control, except where `want` is "lines".

    Raises PortalChanged when there is none or more than one, and what the page itself says when it says that it is
    closed, that the session has ended, or that it does not take what was entered.
    """
    query = place.query(
        want=want,
        names=list(place.words.names(word)),
        options=[name for option in options for name in place.words.names(option)],
        nameless=nameless,
        gives_up=True,
    )
    said, seen = place.window.find("find", query)
    if said["state"] == "folded":  # a part of the page that shows under its heading when that is pressed
        seen[0][0].click()
        said, seen = place.window.find("find", query)
    if said["state"] == "found":
        return [Found(*each) for each in seen]
    raise _stopped(said, f'"{word}"' if want != "file" else f'the file box for "{word}"')


def await_words(
    place: Place, expected: Sequence[str], *, whole: bool, fresh: bool, patience: float | None = None
) -> str:
    """Wait until the page shows one of the expected words, and give the one (as it was asked for)."""
    names = {name: word for word in expected for name in place.words.names(word)}
    query = place.query(names=list(names), whole=whole, fresh=fresh)
    answer = place.window.until("await", query, patience)
    if answer["state"] == "shown":
        return names[answer["name"]]
    listed = " or ".join(f'"{word}"' for word in expected)
    raise _stopped(answer, listed)


def shows(place: Place, expected: Sequence[str]) -> bool:
    """Say whether the page shows any of these words now."""
    names = [name for word in expected for name in place.words.names(word)]
    answer = place.window.ask(
        "await", {**place.query(names=names, whole=False), "alarms": [], "patient": True}
    )
    return bool(answer)


def _stopped(said: dict[str, Any], wanted: str) -> PortalError:
    if said["state"] == "alarm":
        return alarmed(str(said["kind"]), str(said["text"]), str(said.get("label") or ""))
    seen = [str(line) for line in said.get("report") or said.get("lines") or []][:6]
    where = f" (looked for {said['what']})" if said.get("what") else ""
    saw = f" It shows: {'; '.join(seen)}." if seen else ""
    saw += f' It said in a window of the browser: "{said["told"]}".' if said.get("told") else ""
    facts = {
        "several": f"The portal shows more than one {wanted}{where}.",
        "disabled": f"{wanted} is switched off on the portal's page.",
        "covered": f"{wanted} is covered by something else on the portal's page.",
    }
    fact = facts.get(str(said["state"]), f"The portal's page does not show {wanted}{where}.")
    return PortalChanged(
        fact + saw,
        "Nothing was guessed. Look at the pictures of this run; the portal may have changed.",
    )


def alarmed(kind: str, text: str, label: str) -> PortalError:
    """Make the error for a page that stops any run, in the portal's own words."""
    said = " ".join(text.split())
    if kind == "maintenance":
        return PortalUnavailable(f'The portal says: "{said}".', "Try again later.")
    if kind == "session":
        return SessionEnded(
            f'The portal has ended the log-in ("{said[:120]}").',
            "Run the command again; it goes on where the portal is.",
        )
    beside = f' beside "{label}"' if label and fold(label) not in fold(said) else ""
    return PortalRejected(
        f'The portal did not take what was entered{beside}: "{said}".',
        "Mend it in the profile and run the command again.",
    )
