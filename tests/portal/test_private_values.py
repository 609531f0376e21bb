"""What the bot reads in a field that is private stands in full nowhere, whoever it is about and whichever verb reads it."""

from collections.abc import Callable

import pytest

from assist_bot.errors import PortalChanged
from assist_bot.portal.portal import Portal
from tests.portal.gallery import Gallery

NUMBER = "F99-88776"
PAGE = f"""<h4>Facts</h4><dl><dt>Passport No.</dt><dd>{NUMBER}</dd></dl>
<h4>Form</h4><label>Work Permit No.</label><input value="{NUMBER}" oninput="this.value = '{NUMBER}'">
<h4>List</h4><table><tr><th>Identification No.</th><th>Name</th></tr><tr><td>{NUMBER}</td><td>SITI</td></tr></table>
<h4>Said</h4><p>The passport {NUMBER} is known.</p>"""

VERBS: dict[str, Callable[[Portal], object]] = {
    "read": lambda portal: portal.section("Facts").read("Passport No."),
    "value": lambda portal: portal.section("Facts").value("Passport No."),
    "lines": lambda portal: portal.section("Form").lines("Work Permit No."),
    "fill": lambda portal: portal.section("Form").fill("Work Permit No.", "PE7654321"),
    "rows": lambda portal: [
        row["Identification No."] for row in portal.section("List").rows("Identification No.")
    ],
    "text": lambda portal: portal.section("Said").text(),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_number_that_is_read_is_hidden_from_then_on(gallery: Gallery, verb: str) -> None:
    """In the step itself, in the error about it, and in whatever is told of it afterwards."""
    portal = gallery.show(PAGE)
    try:
        told = str(VERBS[verb](portal))
    except PortalChanged as error:
        told = str(error)
    assert NUMBER in told, "the flow sees it in full"
    portal.journal.warn(told)
    written = (portal.journal.folder / "journal.jsonl").read_text("utf-8")
    assert "8776" in written
    assert "F99" not in written
    assert "PE76" not in written
