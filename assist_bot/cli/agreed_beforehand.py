"""The person who is not there while a scheduled run goes on, and agreed to one thing when installing it."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.cli.asking import AtTheTerminal
from assist_bot.cli.terminal import Terminal
from assist_bot.contribution import CheckedDraft
from assist_bot.errors import ContributionRefused, Waiting
from assist_bot.language import say
from assist_bot.money import ringgit


@dataclass(frozen=True)
class AgreedBeforehand(AtTheTerminal):
    """Agrees to submit a month up to the total in ringgit that was typed beforehand; to nothing else, no payment."""

    at_most: Decimal | None = None

    def approves_contribution(self, checked: CheckedDraft) -> None:
        """Agree where every figure is exactly our own, and the total no more than what was agreed to."""
        stays = say(
            "Nothing was submitted. The draft of {total} for {month} stays at the portal.",
            total=ringgit(checked.total),
            month=checked.month.name,
        )
        if checked.accepted_differences:
            raise ContributionRefused(
                stays, say("Run `assist-bot pay --month {month}`.", month=checked.month)
            )
        if self.at_most is None or checked.total > self.at_most:
            agreed = ringgit(self.at_most) if self.at_most is not None else say("nothing")
            raise Waiting(
                say("{stays} What you agreed to beforehand is {agreed} at most.", stays=stays, agreed=agreed),
                say(
                    "Run `assist-bot pay --month {month} --until acr`; where it is more from now on, run "
                    "`assist-bot schedule install --until acr` again.",
                    month=checked.month,
                ),
            )


def nobody_there(terminal: Terminal, at_most: Decimal | None) -> AgreedBeforehand:
    """Give the one who asks nobody, has no window and waits for nobody."""
    return AgreedBeforehand(
        terminal, yes=False, no_input=True, window_visible=False, wait=None, at_most=at_most
    )
