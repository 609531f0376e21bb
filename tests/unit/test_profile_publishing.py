import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from assist_bot.demo_household import write_household
from assist_bot.profile import example_text, load, schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "profile.schema.json"


def as_json(text: str) -> object:
    """Give a profile as an editor's schema check sees it: dates are text."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def test_the_published_schema_is_the_models_own() -> None:
    """Editors check by the same rules; `assist-bot profile schema` prints them anew."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema()


def test_the_example_is_a_sound_profile(tmp_path: Path) -> None:
    """With papers beside it, it can be loaded as it stands."""
    write_household(tmp_path, date(2026, 6, 1), "https://assist.perkeso.gov.my/employer/login")
    (tmp_path / "mine.toml").write_text(example_text(), encoding="utf-8")
    loaded = load(tmp_path / "mine.toml", "register", date(2026, 6, 1))
    assert [warning.key for warning in loaded.warnings] == ["portal.portal_id"]


def test_every_key_of_the_schema_stands_in_the_example() -> None:
    """What can be said is shown, in use or as a comment."""
    parts = [schema(), *schema()["$defs"].values()]
    keys = {key for part in parts for key in part.get("properties", {})}
    assert {
        key for key in keys if f"{key} = " not in example_text() and f"{key}]" not in example_text()
    } == set()


def test_the_example_fits_the_schema_and_every_line_that_is_commented_out_too() -> None:
    """An editor marks nothing in it."""
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    validator.validate(as_json(example_text()))
    lines = [
        line.removeprefix("# ") if "=" in line or "[" in line else line
        for line in example_text().splitlines()
    ]
    validator.validate(as_json("\n".join(line for line in lines if not line.startswith('"2026-11"'))))


@pytest.mark.parametrize(
    ("line", "other"),
    [('gender = "female"', 'gender = "f"'), ("salary =", "celery ="), ("version = 1", "version = 2")],
)
def test_the_schema_marks_what_loading_refuses(line: str, other: str) -> None:
    """Unknown keys and values stand out in the editor already."""
    validator = jsonschema.Draft202012Validator(schema())
    assert not validator.is_valid(as_json(example_text().replace(line, other)))
