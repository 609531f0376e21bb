"""Whether every paper that is needed is there, can be handed in, and is given only once."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from assist_bot.language import say
from assist_bot.outcome import Problem
from assist_bot.profile.employee import Papers
from assist_bot.profile.look import employees_in, look, text_at
from assist_bot.profile.paper_files import fault_in
from assist_bot.profile.papers import DESCRIPTIONS
from assist_bot.profile.report import key_of

HERS = ("form_2_employee", "next_of_kin_form", "passport_copy", "work_permit_copy")
"""The papers that are about the employee; the others are about the household."""


def anchor_papers(table: Mapping[str, Any], folder: Path) -> None:
    """Make every paper's path absolute: as seen from the profile's folder, with ~ as the home folder."""
    sections = (table, *(employee for _, employee in employees_in(table)))
    named = [(look(section, "documents"), name) for section in sections for name in DESCRIPTIONS]
    for papers, name in (*named, (look(table, "portal_id_request"), "signed_form")):
        if text_at(papers, name):
            written = os.path.expanduser(text_at(papers, name))  # noqa: PTH111  Path's own raises for ~stranger
            papers[name] = os.path.normpath(folder / written)


def paper_problems(table: Mapping[str, Any]) -> list[Problem]:
    """List everything wrong with the papers of those who are employed."""
    problems: dict[str, Problem] = {}
    seen: dict[str, str] = {}
    for key, name, path in wanted_papers(table):
        if key in problems or key in seen.values():
            continue
        example = f'{name} = "{Papers.model_fields[name].examples[0]}"'  # type: ignore[index]  # each has one
        if path is None:
            problems[key] = Problem(
                key, say('is missing: the paper for "{paper}"', paper=DESCRIPTIONS[name]), example
            )
        elif fault := fault_in(path):
            problems[key] = Problem(key, f"{fault[0]}. {fault[1]}", example)
        elif twin := seen.get(_mark(path)):
            problems[key] = Problem(key, say("is the same paper as {twin}", twin=twin), example)
        else:
            seen[_mark(path)] = key
    return list(problems.values())


def shared_papers(table: Mapping[str, Any]) -> list[Problem]:
    """Warn of one paper given for several employees, each of whom has her own passport and permit."""
    sharing: dict[str, int] = {}
    for key, name, path in wanted_papers(table):
        if path and name in HERS and key.startswith("documents."):
            sharing[key] = sharing.get(key, 0) + 1
    return [
        Problem(
            key,
            say(
                "is one paper for {count} employees: is it about all of them? Each may have her own",
                count=count,
            ),
            "[employee.documents]",
        )
        for key, count in sharing.items()
        if count > 1
    ]


def wanted_papers(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Path | None]]:
    """Go through key, name and path of each needed paper; a value that is no text is reported elsewhere."""
    present = [entry for entry in employees_in(table) if look(entry[1], "employment_end") is None]
    for place, employee in present or [(0, {})]:
        for name in DESCRIPTIONS:
            own, common = look(employee, "documents", name), look(table, "documents", name)
            is_own = own is not None or (common is None and look(employee, "documents") is not None)
            given = common if own is None else own
            key = key_of("employee", place, "documents", name) if is_own else key_of("documents", name)
            if given is None or (isinstance(given, str) and given.strip()):
                yield key, name, None if given is None else Path(given)


def _mark(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
