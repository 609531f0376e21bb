"""What is put into a page is put together from several files."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from assist_bot.portal import scripts

SCRIPTS: dict[str, Callable[[], str]] = {
    "answerer": scripts.answerer,
    "masking": lambda: scripts.masking("cover"),
    "looking round": scripts.looking_round,
    "pointing": lambda: scripts.pointing("describe"),
    "veiling": lambda: scripts.veiling("veil"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_two_of_its_files_give_the_same_name(name: str) -> None:
    """A name that is declared twice would keep the whole from running in any page."""
    declared = re.findall(r"^(?:const|let|class|function) (\w+)", SCRIPTS[name](), re.MULTILINE)
    assert declared
    assert [each for each, times in Counter(declared).items() if times > 1] == []
