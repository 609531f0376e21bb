"""What is installed to run and to test the program is named in full beforehand, with what each file must be."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
PINS = (PROJECT / "requirements.txt").read_text("utf-8")
PROGRAM = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
HERE = {name: str(value) for name, value in default_environment().items()}
ELSEWHERE = [
    {**HERE, **system, "python_version": short, "python_full_version": f"{short}.9"}
    for system, short in itertools.product(
        (
            {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
            {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
            {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
        ),
        ("3.11", "3.12", "3.13"),
    )
]
"""Every system and every Python on which the program is to run."""


def blocks() -> list[tuple[Requirement, list[str]]]:
    """Read each pin of the file with its hashes."""
    lines = PINS.replace("\\\n", " ").splitlines()
    pins = [line for line in lines if line and not line.startswith(("#", "--"))]
    return [(Requirement(line.partition("--hash=")[0]), re.findall(r"--hash=(\S+)", line)) for line in pins]


def pinned(environment: dict[str, str]) -> dict[str, str]:
    """Give the version of every library that is installed there. Two versions of one would be a fault."""
    named = [
        (canonicalize_name(pin.name), str(pin.specifier).removeprefix("=="))
        for pin, _ in blocks()
        if pin.marker is None or pin.marker.evaluate(environment)
    ]
    assert len(named) == len(dict(named)), "a library is pinned twice"
    return dict(named)


def listed() -> list[Requirement]:
    """Read what pyproject.toml lists: to run, to test, and to build the project itself."""
    project = PROGRAM["project"]
    extras = itertools.chain(*project["optional-dependencies"].values())
    return [
        Requirement(each)
        for each in (*project["dependencies"], *extras, *PROGRAM["build-system"]["requires"])
    ]


def needed(environment: dict[str, str]) -> Iterator[Requirement]:
    """Give what is listed, and what that needs there in turn, so far as it is installed here to be asked."""
    waiting, asked = [(each, "") for each in listed()], set[tuple[str, str]]()
    while waiting:
        wish, extra = waiting.pop()
        if wish.marker and not wish.marker.evaluate({**environment, "extra": extra}):
            continue
        yield wish
        for wanted in {"", *wish.extras} - {extra for name, extra in asked if name == wish.name}:
            asked.add((wish.name, wanted))
            waiting += [(Requirement(each), wanted) for each in _requires(wish.name)]


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_exactly_what_is_needed_is_pinned() -> None:
    """On this computer no library is installed that nothing needs, and none is left to be chosen later."""
    assert set(pinned(HERE)) == {canonicalize_name(each.name) for each in needed(HERE)}


@pytest.mark.parametrize(
    "environment", ELSEWHERE, ids=lambda each: f"{each['sys_platform']}-{each['python_version']}"
)
def test_every_system_has_its_pins(environment: dict[str, str]) -> None:
    """Linux, macOS and Windows, Python 3.11 to 3.13: what is needed there is pinned, at a version that will do."""
    versions = pinned(environment)
    for each in needed(environment):
        assert each.specifier.contains(versions[canonicalize_name(each.name)], prereleases=True), each


def test_what_is_installed_is_what_is_pinned() -> None:
    """These tests run on the versions that a person gets."""
    here = pinned(HERE)
    assert {name: version(name) for name in here} == here


def test_every_pin_has_its_hashes() -> None:
    """A library's file that was exchanged afterwards is refused, and so is one in source form, which runs at once."""
    assert len(blocks()) > len(listed())
    for pin, hashes in blocks():
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), pin
        assert re.fullmatch(r"==[^=*,]+", str(pin.specifier)), pin
    assert "\n--only-binary :all:\n" in PINS


def test_no_pin_says_where_it_comes_from() -> None:
    """The person's own settings decide from where; no address, no file of a computer, no other option."""
    assert "://" not in PINS
    assert "@" not in PINS
    options = {line.split()[0] for line in PINS.splitlines() if line.startswith("-")}
    assert options == {"--only-binary"}


def test_the_set_up_takes_nothing_else() -> None:
    """`make` installs the pinned libraries, then the project without its dependencies and with the pinned builder."""
    rules = (PROJECT / "Makefile").read_text("utf-8")
    installs = [line.split(" install ")[1].split() for line in rules.splitlines() if "-m pip install" in line]
    *_, libraries, project = installs
    assert libraries[-2:] == ["--requirement", "requirements.txt"]
    assert {"--no-deps", "--no-build-isolation"} <= set(project)
