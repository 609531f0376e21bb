"""From a file to its keys and values. What cannot even be read as a profile ends here, in one sentence."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from assist_bot.errors import ProfileError
from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Problem

NEWEST = 1
_LARGEST = 1024 * 1024
_BEGIN = mark(
    "Begin with `assist-bot init`, which asks for everything and writes it, or with `assist-bot profile example`, "
    "which prints one to fill in; or name yours with --profile FILE."
)
_AS_UTF8 = mark("Open it in an editor and save it again as UTF-8.")


def read_table(path: Path) -> dict[str, Any]:
    """Read a profile's keys and values, decimals exactly. Raises ProfileError where that fails."""
    table = _parsed(_decoded(_content(path), path), path)
    version = table.get("version")
    if isinstance(version, int) and version > NEWEST:
        problem = Problem(
            "version",
            say("is {version}, but this assist-bot knows only {newest}", version=version, newest=NEWEST),
            f"version = {NEWEST}",
        )
        raise ProfileError(
            say("{path} was written for a newer assist-bot (version {version}).", path=path, version=version),
            say("Update assist-bot."),
            [problem],
        )
    return table


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            _stop(say("{path} is a folder, not a profile.", path=path), say_marked(_BEGIN))
        if path.exists() and not path.is_file():
            _stop(say("{path} is not an ordinary file.", path=path), say_marked(_BEGIN))
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        _stop(say("There is no profile at {path}.", path=path), say_marked(_BEGIN))
    except PermissionError:
        _stop(
            say("The profile {path} may not be read.", path=path), say("Give yourself the right to read it.")
        )
    except (OSError, ValueError) as error:
        _stop(
            say(
                "The profile {path} cannot be read ({reason}).",
                path=path,
                reason=getattr(error, "strerror", None) or error,
            ),
            say_marked(_BEGIN),
        )
    if len(content) > _LARGEST:
        _stop(say("{path} is far too large to be a profile.", path=path), say_marked(_BEGIN))
    return content


def _decoded(content: bytes, path: Path) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content:
        _stop(
            say("The profile {path} is in UTF-16 or another encoding than UTF-8.", path=path),
            say_marked(_AS_UTF8),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _stop(
            say(
                "The profile {path} is in another encoding than UTF-8: see line {line}.", path=path, line=line
            ),
            say_marked(_AS_UTF8),
        )
    if not text.strip():
        _stop(say("The profile {path} is empty.", path=path), say_marked(_BEGIN))
    return text


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ValueError, ArithmeticError, RecursionError) as error:
        line = _line_of(str(error), text)
        _stop(
            say(
                "The profile {path} cannot be read from line {line} on: {reason}.",
                path=path,
                line=line,
                reason=_said(str(error)),
            ),
            _hint(text, line),
            line,
        )


def _line_of(message: str, text: str) -> int:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else text.count("\n") + 1


def _said(message: str) -> str:
    """Keep tomllib's own words without its coordinates; they quote keys at most, never values."""
    return re.sub(r" \(at .*\)$", "", message)[:200].rstrip(".")


def _hint(text: str, line: int) -> str:
    lines = text.splitlines()
    said = lines[line - 1] if line <= len(lines) else ""
    if "\\" in said:
        return say("In a path write / for each backslash.")
    if re.search(r"[\u201c\u201d\u2018\u2019]", said):
        return say('Write straight quotation marks, as in name = "SITI AMINAH".')
    if re.search(r"=\s*0\d", said):
        return say('Write a number that begins with 0 in quotation marks, as in postcode = "01000".')
    return say('Write each value as name = "value", and texts in quotation marks.')


def _stop(fact: str, remedy: str, line: int | None = None) -> NoReturn:
    problems = [] if line is None else [Problem(f"line {line}", fact, remedy)]
    raise ProfileError(fact, remedy, problems) from None
