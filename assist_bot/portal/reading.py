"""What the page says: values, tables, texts and files; and choosing, which is reading a list and pressing one entry."""

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Download
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from assist_bot.errors import NotOffered, PortalChanged, PortalUnavailable
from assist_bot.language import say
from assist_bot.portal import controls
from assist_bot.portal.files import LARGEST
from assist_bot.portal.finding import Found, Place
from assist_bot.portal.window import Window
from assist_bot.portal.words import fold


def value(place: Place, label: str, looks_like: str = "") -> str | None:
    """Wait for the value that stands with a label; None when none comes."""
    answer = place.window.until("read", place.query(names=list(place.words.names(label)), like=looks_like))
    place.notice(answer, label)
    if answer.get("state") == "several":
        raise PortalChanged(
            say('The portal\'s page shows several values for "{label}".', label=label),
            say("None of them was taken."),
        )
    return answer.get("value")


def value_now(place: Place, label: str, looks_like: str = "") -> str | None:
    """Read the value that stands with a label, without waiting."""
    answer = place.window.ask("read", place.query(names=list(place.words.names(label)), like=looks_like))
    place.notice(answer, label)
    return answer.get("value")


def lines_now(place: Place, label: str) -> list[str]:
    """Read the boxes of one label that are filled in, or the text beside it, without waiting."""
    query = place.query(want="lines", names=list(place.words.names(label)), options=[], reading=True)
    answer = place.window.ask("find", {**query, "patient": False})
    if answer["state"] == "found":
        boxes = [Found(element) for element, _ in place.window.taken(answer)]
        return [line for line in map(controls.shown_in, boxes) if line]
    beside = value_now(place, label)
    return [beside] if beside else []


def rows(place: Place, columns: Sequence[str], optional: Sequence[str]) -> list[dict[str, str]]:
    """Read the rows of a table that show on this page of the list, each by the guide's words for its columns."""
    answer = place.window.until("table", place.query())
    if not answer:
        raise PortalChanged(
            say("The portal's page does not show {where}.", where=_where(place)),
            say("Look at the pictures of this run."),
        )
    place.notice(answer)
    return [_by_our_words(place, row, columns, optional) for row in answer["rows"]]


def _by_our_words(
    place: Place, row: dict[str, str], columns: Sequence[str], optional: Sequence[str]
) -> dict[str, str]:
    texts = {}
    for column in (*columns, *optional):
        found = [heading for heading in row if fold(heading) in place.words.names(column)]
        if len(found) == 1:
            texts[column] = row[found[0]]
            place.notice({"named": [fold(found[0])]}, column)
        elif found or column not in optional:
            raise PortalChanged(
                say(
                    'The portal\'s list has {count} columns called "{column}"; it has {columns}.',
                    count=len(found) or say("no"),
                    column=column,
                    columns=_listed(list(row)),
                ),
                say("Look at the pictures of this run."),
            )
    return texts


def ticks(place: Place) -> dict[str, bool]:
    """Read the tick boxes of a place: what stands beside each, and whether it is ticked."""
    answer = place.window.until("ticks", place.query())
    if not answer:
        raise PortalChanged(
            say("The portal's page does not show {where}.", where=_where(place)),
            say("Look at the pictures of this run."),
        )
    return {str(each["text"]): bool(each["ticked"]) for each in answer["ticks"]}


def can(place: Place, want: str, word: str) -> bool:
    """Say whether there is exactly one such control now."""
    query = place.query(
        want=want, names=list(place.words.names(word)), options=[], nameless=False, patient=False
    )
    return bool(place.window.ask("find", query)["state"] == "found")


def has(place: Place) -> bool:
    """Say whether the page has this section, row or cell now."""
    return bool(place.window.ask("text", place.query()))


def text(place: Place) -> str:
    """Read the text of a place."""
    answer = place.window.until("text", place.query())
    if not answer:
        raise PortalChanged(
            say("The portal's page does not show {where}.", where=_where(place)),
            say("Look at the pictures of this run."),
        )
    return str(answer["text"])


def _where(place: Place) -> str:
    return " > ".join(f'"{step["word"]}"' for step in place.steps) or "any text"


def choose(place: Place, found: Found, label: str, names: Sequence[str]) -> str:
    """Choose in whatever kind of control it is, waiting for options that are still being loaded."""
    kind = found.element.evaluate(
        "(element) => element.tagName + (element.getAttribute('role') || element.type)"
    )
    if kind.endswith("radio"):
        return names[0] if controls.mark_radio(found) else ""
    began = time.monotonic()
    while True:
        missing = (
            controls.choose_native(found, names)
            if kind.startswith("SELECT")
            else controls.choose_from_list(place, found, names)
        )
        if not missing:
            break
        if time.monotonic() - began > place.window.patience or _settled(missing, began):
            raise NotOffered(
                say(
                    '"{label}" does not offer "{wanted}"; it offers {offered}.',
                    label=label,
                    wanted=names[0],
                    offered=_listed(missing),
                ),
                say("Write it in the profile as the portal does."),
            )
        place.window.raise_trouble()
        with suppress(PlaywrightTimeout):
            place.window.page.wait_for_load_state("networkidle", timeout=500)
    return controls.shown_in(found)


def _settled(missing: Sequence[str], began: float) -> bool:
    """Say whether a list is what it will be: one with entries after a moment, an empty one never."""
    return missing != ["nothing"] and len(missing) > 1 and time.monotonic() - began > 3 * controls.OPENING


def _listed(options: Sequence[str]) -> str:
    few = ", ".join(options[:12])
    return say("{few} and {count} more", few=few, count=len(options) - 12) if len(options) > 12 else few  # noqa: PLR2004  # enough to see


def download(window: Window, found: Found) -> bytes:
    """Press a link and take the file that comes. Raises PortalUnavailable when none comes."""
    window.forget_trouble()
    try:
        with window.page.expect_download(timeout=window.patience * 1000) as coming:
            found.element.click(timeout=controls.PRESSING)
        return _content(coming.value)
    except PlaywrightError as error:
        window.raise_trouble()
        raise PortalUnavailable(
            say("The portal did not hand out the file."), say("Run the command again.")
        ) from error


def _content(coming: Download) -> bytes:
    failure = coming.failure()
    if failure:
        raise PortalUnavailable(
            say("The file from the portal broke off ({failure}).", failure=failure),
            say("Run the command again."),
        )
    path = Path(coming.path())
    if path.stat().st_size > LARGEST:
        raise PortalUnavailable(say("The file from the portal is far too large."), say("It was not kept."))
    return path.read_bytes()
