"""How a household stands, as one small page to be opened in a browser."""

from pathlib import Path

from assist_bot import __version__
from assist_bot.cli.status_words import Kind, month_lines, notes, paper_lines, registration_line
from assist_bot.language import day
from assist_bot.page import page
from assist_bot.places import write_private
from assist_bot.standing import Act, HouseholdStanding

_KINDS: dict[Act, Kind] = {
    Act.MEND: "bad",
    Act.LOG_IN: "bad",
    Act.LOOK: "alarm",
    Act.REGISTER: "wait",
    Act.WAIT: "wait",
    Act.PAY: "wait",
    Act.RENEW: "wait",
    Act.NOTHING: "good",
}


def write_page(file: Path, standing: HouseholdStanding, title: str) -> None:
    """Write the page for its owner's eyes only, in place of one that was there. Raises MachineError."""
    action = standing.next_action
    text = page(
        "status.html.j2",
        title=title,
        today=day(standing.today),
        action=action.sentence,
        kind=_KINDS[action.act],
        registration=registration_line(standing.registration),
        papers=paper_lines(standing.papers),
        months=month_lines(standing),
        notes=notes(standing),
        version=__version__,
    )
    write_private(file.absolute(), text)
