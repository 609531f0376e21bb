"""The shape of the program, read from its imports: one direction, and few who know the outside world."""

import ast
import graphlib
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PROGRAM = ("assist_bot", "flows", "fixtures")
OURS = (*PROGRAM, "tests", "benchmarks")

ORDER = (
    {"language"},
    {"outcome", "errors"},
    {
        "money",
        "vocabulary",
        "private_fields",
        "hiding",
        "wording",
        "run_folder",
        "filing",
        "step",
        "verdict",
        "clock",
        "owner_only",
        "places",
        "leftovers",
        "given",
        "page",
    },
    {"logs", "profile"},
    {"contribution", "journal", "scans", "forms"},
    {
        "fence",
        "ledger",
        "credentials",
        "receipts",
        "receipt_pdf",
        "stop_telling",
        "retelling",
        "review",
        "person",
        "retention",
        "notifying",
        "machine_readable_zone",
    },
    {
        "portal",
        "browser_installing",
        "driver",
        "browser_finding",
        "browser_starting",
        "browser",
        "checkup",
        "checklist",
        "interview",
        "forgetting",
        "proof",
    },
    {"standing", "scheduling"},
    {"flows"},
    {"demo_household", "cli"},
    {"__main__"},
)
"""The parts, the lowest first. A part may import those below it and those beside it, never one above."""

ONLY_KNOWN_BY = {
    "playwright": {"portal", "browser", "browser_finding", "browser_installing", "browser_starting"},
    "keyring": {"credentials"},
    "apprise": {"notifying"},
    "typer": {"cli", "__main__"},
    "rich": {"cli"},
    "icalendar": {"cli"},
    "fixtures": {"cli"},
}
"""What only these parts may import: a library, or the practice portal."""

PLAIN = {"collections.abc", "contextlib", "dataclasses", "datetime", "decimal", "enum", "pathlib", "typing"}
"""What a flow may take from the standard library: the types of what it handles, and nothing that acts."""

COMES_WITH = {"markupsafe": "jinja2", "pydantic_core": "pydantic", "werkzeug": "flask"}
"""Libraries whose use is part of using another one that is listed."""


def modules(*roots: str) -> dict[str, Path]:
    """Return the files of these packages under their module names."""
    files = (file for root in roots for file in (PROJECT / root).rglob("*.py"))
    return {
        ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in files
    }


MODULES = modules(*OURS)


def imports(file: Path) -> Iterator[str]:
    """Give every module that the file imports, wherever the import stands in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{file}: a relative import"
            assert not node.level, f"{file}: a relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def part(module: str) -> str:
    """Return the part that a module belongs to: its first name inside `assist_bot`, or its package."""
    names = module.split(".")
    return names[1] if names[0] == "assist_bot" and len(names) > 1 else names[0]


def edges(*roots: str) -> Iterator[tuple[str, str]]:
    """Give every import of these packages as (importing module, imported module)."""
    for module, file in modules(*roots).items():
        yield from ((module, imported) for imported in imports(file))


def level(module: str) -> int:
    """Return how high the module stands in the order."""
    for height, parts in enumerate(ORDER):
        if part(module) in parts:
            return height
    pytest.fail(f"{module} has no place in ORDER yet")


def test_imports_go_in_one_direction() -> None:
    """Nothing imports a part that stands above it."""
    upwards = [
        f"{module} imports {imported}"
        for module, imported in edges("assist_bot", "flows")
        if imported.startswith(("assist_bot.", "flows")) and module != "assist_bot"
        if level(imported) > level(module)
    ]
    assert not upwards


def test_the_first_page_imports_nothing() -> None:
    """`assist_bot/__init__.py` is a map, not machinery."""
    assert not list(imports(PROJECT / "assist_bot" / "__init__.py"))


@pytest.mark.parametrize("roots", [("assist_bot", "flows"), ("fixtures",)])
def test_no_imports_run_in_a_circle(roots: tuple[str, ...]) -> None:
    """Every module can be read after those that it imports."""
    graph: dict[str, set[str]] = {}
    for module, imported in edges(*roots):
        graph.setdefault(module, set()).add(imported)
    graphlib.TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("library", ONLY_KNOWN_BY)
def test_the_outside_world_is_known_to_few(library: str) -> None:
    """Playwright, keyring, the terminal and the practice portal stay behind the parts made for them."""
    others = [
        module
        for module, imported in edges("assist_bot", "flows")
        if imported.split(".")[0] == library and part(module) not in ONLY_KNOWN_BY[library]
    ]
    assert not others


def test_flows_are_plain() -> None:
    """A flow says the guide's steps with our own words and the standard library's types only."""
    outside = [
        f"{module} imports {imported}"
        for module, imported in edges("flows")
        if imported.split(".")[0] not in {"assist_bot", "flows"} and imported not in PLAIN
    ]
    assert not outside


def test_the_practice_portal_knows_nothing_of_the_bot() -> None:
    """It stands for SOCSO's portal: were it to share our code, it would share our mistakes."""
    ours = {*OURS} - {"fixtures"}
    assert not [edge for edge in edges("fixtures") if edge[1].split(".")[0] in ours]


def test_the_program_does_not_import_its_tests() -> None:
    """Tests and benchmarks are not in the wheel."""
    assert not [edge for edge in edges(*PROGRAM) if edge[1].split(".")[0] in {"tests", "benchmarks"}]


@pytest.mark.parametrize(("roots", "extras"), [(PROGRAM, ()), (("tests", "benchmarks"), ("test",))])
def test_every_library_in_use_is_listed(roots: tuple[str, ...], extras: tuple[str, ...]) -> None:
    """What is imported stands in pyproject.toml; what only tests need stands among the tests' libraries."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [
        *project["dependencies"],
        *(one for extra in extras for one in project["optional-dependencies"][extra]),
    ]
    names = {_plain(re.split(r"[\[<>=~! ;]", requirement)[0]) for requirement in listed}
    makers = packages_distributions()
    for module, imported in edges(*roots):
        top = imported.split(".")[0]
        if top in sys.stdlib_module_names or top in OURS:
            continue
        providers = {_plain(COMES_WITH.get(top, maker)) for maker in makers.get(top, [top])}
        assert providers & names, f"{module} imports {imported}, which pyproject.toml does not list"


BESIDE_THE_CAMERA = re.compile(
    r"captureScreenshot|startScreencast|printToPDF|record_video|record_har|\.tracing\b|\.pdf\(|\.har\b"
)
"""Other ways in which a browser records what it shows."""


def calls(file: Path) -> Iterator[tuple[str, str]]:
    """Give the calls of methods in a file: each name with what it is called on."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, ast.unparse(node.func.value)


def test_pictures_are_taken_in_one_place() -> None:
    """Whatever a new verb does: a picture comes from the camera, which hides what is private, and once in its text."""
    taken = [
        module
        for module, file in modules(*PROGRAM).items()
        for name, _ in calls(file)
        if name == "screenshot"
    ]
    assert taken == ["assist_bot.portal.camera"]
    given = {
        module
        for module, file in modules(*PROGRAM).items()
        for name, owner in calls(file)
        if name == "photograph" and owner.endswith("journal")
    }
    assert given == {"assist_bot.portal.camera"}
    otherwise = [
        module
        for module, file in modules(*PROGRAM).items()
        if BESIDE_THE_CAMERA.search(file.read_text(encoding="utf-8"))
    ]
    assert not otherwise


def test_the_journal_is_written_in_one_place() -> None:
    """Its lines in one method, after everything in them was cleaned; nobody else writes into that file."""
    journal = PROJECT / "assist_bot" / "journal.py"
    methods = [
        node for node in ast.walk(ast.parse(journal.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    writing = [each for each in methods if "FILE_NAME" in ast.unparse(each)]
    assert [each.name for each in writing] == ["_record"]
    assert "cleaned = self._hidden.clean(facts, _LONGEST_TEXT)" in ast.unparse(writing[0])
    assert "json.dumps(event" in ast.unparse(writing[0])
    writers = [
        module
        for module, file in modules("assist_bot", "flows").items()
        if re.search(r"write_private\([^)]*(FILE_NAME|journal\.jsonl)", file.read_text("utf-8"))
    ]
    assert writers == ["assist_bot.journal"]


def _plain(name: str) -> str:
    """Return a distribution's name as all its spellings compare equal."""
    return re.sub(r"[-_.]+", "-", name).lower()
