"""The person who shows what was not found: asked at the terminal, pointing in the browser's window."""

from dataclasses import dataclass

from assist_bot.cli.terminal import Terminal


@dataclass(frozen=True)
class AtTheWindow:
    """Sits before the window. Where nobody answers, nothing is learnt."""

    terminal: Terminal

    def will_point(self, looked_for: str) -> bool:
        """Press Enter, then click; the click is caught, and presses nothing on the page."""
        self.terminal.say(f"Not found on the page: {looked_for}. Find it in the browser's window.")
        question = "Press Enter, then click on it there: the click only points. Type STOP to leave it"
        answer = self.terminal.ask(question)
        return answer is not None and not answer.strip()

    def confirms(self, word: str, name: str) -> bool:
        """Type Y."""
        answer = self.terminal.ask(
            f'Is "{name}", which is lit up now, what the guide calls "{word}"? Type Y or N'
        )
        return (answer or "").strip().upper() in ("Y", "YES")

    def confirms_by_typing(self, word: str, name: str) -> bool:
        """Type the words themselves."""
        self.terminal.say(
            f'"{word}" saves, submits or pays. What you teach will be pressed in its place, now and later.'
        )
        answer = self.terminal.ask(f"Type the words of what is lit up ({name}) if it is the same")
        return " ".join((answer or "").split()).casefold() == " ".join(name.split()).casefold()

    def is_told(self, why: str) -> None:
        """Read it."""
        self.terminal.say(why)
