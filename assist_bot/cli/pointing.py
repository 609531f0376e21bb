"""The person who shows what was not found: asked at the terminal, pointing in the browser's window."""

from dataclasses import dataclass

from assist_bot.cli.terminal import Terminal
from assist_bot.language import say


@dataclass(frozen=True)
class AtTheWindow:
    """Sits before the window. Where nobody answers, nothing is learnt."""

    terminal: Terminal

    def will_point(self, looked_for: str) -> bool:
        """Press Enter, then click; the click is caught, and presses nothing on the page."""
        self.terminal.say(
            say(
                "Not found on the page: {looked_for}. Find it in the browser's window.", looked_for=looked_for
            )
        )
        question = say("Press Enter, then click on it there: the click only points. Type STOP to leave it")
        answer = self.terminal.ask(question)
        return answer is not None and not answer.strip()

    def confirms(self, word: str, name: str) -> bool:
        """Type Y."""
        answer = self.terminal.ask(
            say(
                'Is "{name}", which is lit up now, what the guide calls "{word}"? Type Y or N',
                name=name,
                word=word,
            )
        )
        return (answer or "").strip().upper() in ("Y", "YES")

    def confirms_by_typing(self, word: str, name: str) -> bool:
        """Type the words themselves."""
        self.terminal.say(
            say(
                '"{word}" saves, submits or pays. What you teach will be pressed in its place, now and '
                "later.",
                word=word,
            )
        )
        answer = self.terminal.ask(
            say("Type the words of what is lit up ({name}) if it is the same", name=name)
        )
        return " ".join((answer or "").split()).casefold() == " ".join(name.split()).casefold()

    def is_told(self, why: str) -> None:
        """Read it."""
        self.terminal.say(why)
