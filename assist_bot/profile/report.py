"""From pydantic's errors to what the person reads: the key, what is wrong, an example that would be right.

List entries are counted from 1: employee[1] is the first. No value is quoted: it may be an identity number.
"""

import json
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Problem
from assist_bot.profile.model import Profile

_WORDS = {
    "missing": mark("is missing"),
    "model_type": mark("is to be a section"),
    "model_attributes_type": mark("is to be a section"),
    "dict_type": mark("is to be a section"),
    "mapping_type": mark("is to be a section"),
    "tuple_type": mark("is to be a list"),
    "string_type": mark("is to be text, in quotation marks"),
    "too_short": mark("is empty"),
    "too_long": mark("has too many entries"),
    "missing_keyword": mark("is missing"),
}
_TAGS = ("amount", "by name", "[key]")


def key_of(*parts: str | int) -> str:
    """Write where something stands, as in employee[1].passport.expiry or wages."2026-10"."""
    key = ""
    for part in parts:
        if isinstance(part, int):
            key += f"[{part + 1}]"
        else:
            hidden = shown(part)
            key += "." * bool(key) + (hidden if re.fullmatch(r"[A-Za-z0-9_]+", hidden) else f'"{hidden}"')
    return key


def shown(text: str) -> str:
    """Write a text so that no identity number can be read in it: only the last four signs of one."""
    digits = sum(sign.isdigit() for sign in text)
    return text if digits < 5 or re.fullmatch(r"\d{1,4}[-/]\d{1,4}", text) else "••••" + text[-4:]  # noqa: PLR2004


def problems_of(error: ValidationError) -> list[Problem]:
    """List everything that pydantic found, each with its key and an example."""
    schema = _schema()
    details = error.errors(include_url=False, include_input=False)
    inside = {detail["loc"][:-1] for detail in details}
    return [
        _problem(detail, schema)
        for detail in details
        if detail["type"] != "too_short"
        or not any(place[: len(detail["loc"])] == detail["loc"] for place in inside)
    ]


@cache
def _schema() -> dict[str, Any]:
    return Profile.model_json_schema()


def _problem(detail: ErrorDetails, schema: dict[str, Any]) -> Problem:
    place = [part for part in detail["loc"] if part not in _TAGS]
    if detail["type"] == "extra_forbidden":
        return _unknown_key(place, schema)
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        message = say("is to be {expected}", expected=context["expected"]).replace("'", '"')
    else:
        message = context.get("message") or _in_words(detail)
    return Problem(key_of(*place), message, context.get("example") or _example(place, schema))


def _in_words(detail: ErrorDetails) -> str:
    known = _WORDS.get(detail["type"])
    return say_marked(known) if known else detail["msg"]


def _unknown_key(place: Sequence[str | int], schema: dict[str, Any]) -> Problem:
    known = list(_resolved(_at(place[:-1], schema), schema).get("properties", {}))
    near = get_close_matches(str(place[-1]), known, n=1, cutoff=0.6)
    asked = (
        say("; is {near} meant?", near=near[0])
        if near
        else say("; known here: {known}", known=", ".join(known))
    )
    example = _example([*place[:-1], near[0]], schema) if near else ""
    return Problem(key_of(*place), say("is not a key of the profile{asked}", asked=asked), example)


def _example(place: Sequence[str | int], schema: dict[str, Any]) -> str:
    names = [part for part in place if isinstance(part, str)]
    node = _at(place, schema)
    if node.get("examples"):
        return assignment(names[-1], node["examples"][0])
    kind = _resolved(node, schema)
    if kind.get("type") == "array":
        return f"[[{names[-1]}]]"
    if names and "properties" in kind:
        return f"[{'.'.join(names)}]"
    return ""


def assignment(name: str, value: object) -> str:
    """Write a key and its example as the file has them."""
    if isinstance(value, dict):
        (key, amount), *_ = value.items()
        return f'"{key}" = "{amount}"'
    written = (
        value if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else json.dumps(value)
    )
    return f"{name} = {written}"


def _at(place: Iterable[str | int], schema: dict[str, Any]) -> dict[str, Any]:
    """Walk down the schema; nothing where it does not go that far."""
    node: dict[str, Any] = schema
    for part in place:
        node = _resolved(node, schema)
        if isinstance(part, int):
            node = node.get("items", {}) if not node.get("examples") else node
        else:
            node = node.get("properties", {}).get(part, node if "examples" in node else {})
    return node


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for choice in node.get("anyOf", []):
        if "$ref" in choice:
            return _resolved(choice, schema)
    if "$ref" in node:
        found: dict[str, Any] = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return found
    return node
