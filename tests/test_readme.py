"""What the README says is so: its commands, options, tables, settings, profile and links."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

import pytest
import typer

from assist_bot.browser import PATIENCE
from assist_bot.checklist.portal_id import E_MAIL
from assist_bot.cli.app import app
from assist_bot.cli.command_line import language_first
from assist_bot.cli.doctor import SERIOUS
from assist_bot.cli.forgetting import EVERYTHING
from assist_bot.cli.teaching import NO_WINDOW
from assist_bot.credentials.command import COMMAND_SECONDS
from assist_bot.demo_household import PAPERS, paper
from assist_bot.filing import letter_name, receipt_name, slip_name
from assist_bot.forms.awaiting import WORKING_DAYS
from assist_bot.forms.making import BLANKS, FOLDER
from assist_bot.given import SECRETS, credential
from assist_bot.language import Language
from assist_bot.ledger.looks import SECOND_LOOK_AFTER
from assist_bot.outcome import (
    EXIT_CODES,
    Check,
    ChecklistItem,
    ChecklistSection,
    MonthResult,
    Outcome,
    Problem,
    Result,
    WordResult,
)
from assist_bot.places import Places, prepare, write_private
from assist_bot.portal.bundle import BUNDLE
from assist_bot.portal.own_words import read_own_words
from assist_bot.portal.words import words
from assist_bot.profile import PortalIdRequest, Retention, load, schema
from assist_bot.profile.model import CredentialSource
from assist_bot.profile.paper_files import LARGEST
from assist_bot.profile.validity import SOON
from assist_bot.scans.shrinking import FLOOR, original_of

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text("utf-8")
CODE = [
    path.read_text("utf-8")
    for folder in ("assist_bot", "flows", "fixtures")
    for path in (PROJECT / folder).rglob("*.py")
]
BLOCKS = [line.strip() for line in README.splitlines() if line.startswith("    ")]


_DESCRIBED = (Result, Problem, Check, WordResult, ChecklistSection, ChecklistItem)
COMMANDS: tuple[Literal["register", "pay"], ...] = ("register", "pay")
ROOT: Any = typer.main.get_command(app)


def commands(name: str) -> list[str]:
    """List the lines of the README that a person is to type, and that begin with this word."""
    return [line for line in BLOCKS if line.split()[0] == name]


def options(command: Any) -> Iterator[str]:  # noqa: ANN401 - typer publishes no type for it
    """Give every option of a command and of the commands below it."""
    for parameter in command.params:
        yield from (*parameter.opts, *parameter.secondary_opts)
    for below in getattr(command, "commands", {}).values():
        yield from options(below)


def table(first_heading: str) -> list[list[str]]:
    """Read the rows of the table whose first heading this is."""
    _, _, rest = README.partition(f"| {first_heading} |")
    rows = rest.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("line", commands("assist-bot"))
def test_every_command_is_one(line: str) -> None:
    """Typed as it stands, it is understood: command, options and their values."""
    command, words = ROOT, language_first(shlex.split(line)[1:])
    if words[:1] == ["--lang"]:
        assert words[1] in get_args(Language)
        words = words[2:]
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    command.make_context(line, words).close()


@pytest.mark.parametrize("line", commands("make"))
def test_every_make_command_has_its_rule(line: str) -> None:
    """`make demo`, `make test`."""
    rule = line.split()[1]
    assert re.search(rf"^{rule}:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_two_commands_are_there() -> None:
    """The ones that set up everything."""
    assert commands("make") == ["make demo", "make test"]


def test_every_option_that_is_mentioned_exists() -> None:
    """Also those in the running text; pip has its own."""
    known = set(options(ROOT))
    ours = re.sub(r"^ +\S*pip install .*$", "", README, flags=re.MULTILINE)
    mentioned = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", ours))
    assert mentioned <= known, mentioned - known
    assert {"--dry-run", "--json", "--no-input", "--yes", "--until", "--wait-for-bank"} <= mentioned


def test_the_exit_codes_are_those_of_the_program() -> None:
    """Every outcome stands in the table, in the row of its code."""
    told = {int(code): set(re.findall(r"`(\w+)`", outcomes)) for code, outcomes, _ in table("Exit code")}
    assert told == {
        code: {str(outcome) for outcome in Outcome if EXIT_CODES[outcome] == code}
        for code in EXIT_CODES.values()
    }


def test_the_fields_of_the_object_are_those_of_the_program() -> None:
    """Every field of a result, of a problem and of what `doctor` finds is named where --json is described."""
    _, _, scripts = README.partition("## For scripts")
    told = set(re.findall(r"`(\w+)`", scripts.partition("| Exit code")[0]))
    names = {field.name for kind in _DESCRIBED for field in fields(kind)}
    assert told == names | {"exit_code"}
    of_months = re.search(r"`months`,\s+each with its own(.*?);", scripts, re.DOTALL)
    assert of_months
    assert re.findall(r"`(\w+)`", of_months[1]) == [field.name for field in fields(MonthResult)]
    assert set(Result(Outcome.DONE, "").as_json()) == {"outcome", "exit_code", "message"}


def test_every_setting_is_read_somewhere_and_none_is_left_out() -> None:
    """The table of variables holds exactly what the code looks at."""
    told = {re.findall(r"`(\w+)`", name)[0] for name, _ in table("Variable")}
    read = {name for text in CODE for name in re.findall(r"\"(ASSIST_BOT_[A-Z_]+)\"", text)}
    assert told == read
    assert set(re.findall(r"ASSIST_BOT_[A-Z_]+", README)) == told


def test_the_patience_is_the_one_that_is_told() -> None:
    """Thirty seconds, unless it is set."""
    assert f"seconds to wait for the portal, {PATIENCE:.0f} if not set" in README


def test_the_time_between_two_looks_is_the_one_that_is_told() -> None:
    """Thirty minutes, unless it is set."""
    minutes = SECOND_LOOK_AFTER / timedelta(minutes=1)
    assert f"at least {minutes:.0f} minutes after the first" in README
    assert (
        next(each for each in ROOT.commands["pay"].params if each.name == "second_look_after").default
        == minutes
    )


def test_the_file_of_a_stop_is_the_one_that_is_told() -> None:
    """The one to be sent, and the exit code without a screen."""
    assert f"`{BUNDLE}.zip`" in README
    assert f"Without\na screen it ends at once, with exit code {NO_WINDOW.exit_code}" in README


def test_the_order_of_the_problems_is_the_one_that_is_told() -> None:
    """What is to be mended first."""
    assert f"in the order {', '.join(str(EXIT_CODES[each]) for each in SERIOUS)} of" in README


def test_the_profile_is_sound(tmp_path: Path) -> None:
    """The one in the README can be filled in as it stands, and is accepted for both commands."""
    text = README.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "papers").mkdir()
    for name, title in PAPERS.items():
        (tmp_path / "papers" / f"{name}.pdf").write_bytes(paper(title))
    profile = tmp_path / "profile.toml"
    profile.write_text(text, "utf-8")
    for command in COMMANDS:
        loaded = load(profile, command, date(2026, 7, 1))
        assert [warning.key for warning in loaded.warnings] == ["portal.portal_id"]  # it is not yet one's own
    assert tomllib.loads(text)["version"] == 1


def test_the_sources_of_the_password_are_told_in_their_order() -> None:
    """Store, systemd credential, variable, command; the names, and the seconds that the command has."""
    part = README.partition("## The password")[2].partition("\n## ")[0]
    assert re.findall(
        r"^\d\. (?:the |a )?(credential store|systemd|variable|command)", part, re.MULTILINE
    ) == [
        *("credential store", "systemd", "variable", "command"),
    ]
    assert set(re.findall(r"assist-bot-[a-z-]+", part)) == {credential(name) for name in SECRETS}
    assert set(re.findall(r"ASSIST_BOT_\w+", part)) == set(SECRETS)
    assert f"for {COMMAND_SECONDS} seconds at most" in part
    example = tomllib.loads(part.partition("```toml\n")[2].partition("```")[0])
    assert CredentialSource(**example["credentials"]).command == ("pass", "show", "assist")


def test_the_example_of_own_words_is_one(tmp_path: Path) -> None:
    """Saved as it stands, it adds the names that it says."""
    text = README.partition("## The portal's words")[2].partition("```toml\n")[2].partition("```")[0]
    here = Places(config=tmp_path, state=tmp_path)
    here.own_words.write_text(text, "utf-8")
    known = words(read_own_words(here.own_words))
    assert known.names("My Sites")[-1] == "all sites"
    assert known.malay_names("Bank List")[-2:] == ("pilihan bank", "bank anda")
    assert {here.own_words.name, here.seen_words.name} == {"words.toml", "seen_words.json"}
    assert here.own_words.parent == here.profile.parent


def test_the_next_of_kin_and_the_request_are_read_as_they_stand(tmp_path: Path) -> None:
    """Added to the README's own profile; the address, the days and the draft's name are the program's."""
    part = README.partition("## The four forms, and the portal ID")[2].partition("\n## ")[0]
    kin, request = re.findall(r"```toml\n(.*?)```", part, re.DOTALL)
    text = README.partition("```toml\n")[2].partition("```")[0]
    profile = tmp_path / "profile.toml"
    profile.write_text(text.replace("[documents]", f"{kin}\n[documents]") + request, "utf-8")
    loaded = load(profile, "pay", date(2026, 7, 1)).profile
    assert [each.relationship for each in loaded.employees[0].next_of_kin] == ["husband"]
    assert loaded.portal_id_request.send_to == PortalIdRequest().send_to
    assert PortalIdRequest().send_to in part.partition("```toml\n[portal_id_request]")[0]
    assert f"up to {WORKING_DAYS} working\ndays" in part
    assert f"`{E_MAIL}`" in part
    assert all(f"`{name}`" in part for name in (FOLDER, BLANKS))


def test_what_stays_on_disk_is_what_is_told(tmp_path: Path) -> None:
    """The days of evidence, the table that changes them, the second word, and the modes of folders and files."""
    section = README.partition("## What stays on this computer")[2].partition("\n## ")[0]
    assert f"older than {Retention().evidence_days} days" in section
    text = README.partition("```toml\n")[2].partition("```")[0]
    retention = section.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "profile.toml").write_text(f"{text}\n{retention}", "utf-8")
    assert load(tmp_path / "profile.toml", "pay", date(2026, 7, 1)).profile.retention.evidence_days == 90
    assert f"type {EVERYTHING}" in " ".join(section.split())
    here = Places(tmp_path / "home", tmp_path / "home")
    prepare(here)
    write_private(here.seen_words, "{}")
    modes = {f"{path.stat().st_mode & 0o777:04o}" for path in (here.state, here.runs, here.seen_words)}
    assert modes == set(re.findall(r"\b0[0-7]{3}\b", section))


def test_what_is_told_of_preparing_is_so(tmp_path: Path) -> None:
    """The days, the size, the floor, and the name of the original."""
    part = README.partition("## Before: what the guide asks for")[2].partition("\n## ")[0]
    assert f"in {SOON.days} days" in part
    assert f"over {LARGEST // 1024**2} MB" in part
    assert f"below {FLOOR} pixels" in part
    assert f"`{original_of(tmp_path / 'passport.pdf').name}`" in part
    assert f"and {EXIT_CODES[Outcome.INCOMPLETE]} while" in part


def test_the_names_of_kept_papers_are_the_ones_that_are_told() -> None:
    """In the folders of their years."""
    told = [line for line in BLOCKS if line.startswith("2026/")]
    day = date(2026, 11, 27)
    assert told == [
        f"2026/{name}"
        for name in (
            receipt_name("2026-10", Decimal("32.60")),
            slip_name("2026-10", "ACR082260152714"),
            letter_name(day, "Letter of successful registration.pdf"),
        )
    ]


def test_the_published_schema_is_the_one_that_is_printed() -> None:
    """docs/profile.schema.json, to which the README points."""
    assert json.loads((PROJECT / "docs" / "profile.schema.json").read_text("utf-8")) == schema()


def test_every_link_leads_somewhere() -> None:
    """Links to files of the project."""
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert all((PROJECT / link).exists() for link in links if "://" not in link)


def test_help_knows_the_commands_that_are_told() -> None:
    """`assist-bot --help` of the real program lists what the README describes."""
    done = subprocess.run(
        [sys.executable, "-m", "assist_bot", "--help"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    described = {line.split()[1] for line in commands("assist-bot")} - {"--lang"}
    assert described == {
        "init",
        "prepare",
        "register",
        "pay",
        "teach",
        "amount",
        "demo",
        "status",
        "calendar",
        "doctor",
        "proof",
        "forget",
        "credentials",
        "profile",
        "ledger",
        "schedule",
        "notify",
    }
    assert all(re.search(rf"^  {name} ", done.stdout, re.MULTILINE) for name in described)
    assert not done.stderr
