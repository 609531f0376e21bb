"""What helps to write a profile: the commented example, and the JSON Schema for editors."""

from importlib.resources import files
from typing import Any

from assist_bot.profile.model import Profile


def example_text() -> str:
    """Give the commented example, as text to save and fill in."""
    return (files("assist_bot") / "data" / "profile.example.toml").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a profile, for editors."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "assist-bot profile"}
    return {**Profile.model_json_schema(), **head}
