"""The portal as a person sees it: looking, filling in, and the verbs that send something."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from assist_bot.errors import DryRunEnds, PortalChanged, PortalUnavailable
from assist_bot.language import say
from assist_bot.portal.bank import Absence, Returned, listen_to_the_bank, wait_for_return
from assist_bot.portal.finding import Found, await_words, find, shows
from assist_bot.portal.surveying import Surveying

BLANK = "This field cannot be blank."


@dataclass(frozen=True)
class Portal(Surveying):
    """The portal with all its verbs. With `read_only` those that would save anything raise DryRunEnds instead."""

    def click_once(self, word: str, then: str | Sequence[str], just_before: Callable[[], None]) -> str:
        """Press a button whose form must not arrive twice, though nothing is saved by it: a log-in that is counted.

        `just_before` the press is the moment to record it. `then` are whole titles or messages, as for `see`.
        """
        with self._step("click", word), self.place.window.sender.once():
            button = find(self.place, "button", word, sends=True)[0]
            just_before()
            return self._press_and_await(button, then, whole=True)

    @contextmanager
    def past_no_return(self) -> Iterator[None]:
        """Press nothing by itself meanwhile, no notice either: something is sent, and its answer is to be read."""
        with self.place.surprises.hands_off() if self.place.surprises else nullcontext():
            yield

    def save(self, word: str, then: str | Sequence[str], *, with_file: bool = False) -> str:
        """Press what saves or submits, once; wait for what the page must show then, and say which it showed.

        Raises DryRunEnds in a dry run, before the press. A form `with_file` goes the browser's own way.
        """
        with self._step("save", word, saves=not self.read_only) as step:
            button = find(self.place, "button", word, sends=True)[0]
            self.photograph(f"Before {word}")
            if self.read_only:
                raise DryRunEnds(say('Stopped before "{word}".', word=word), say("A dry run saves nothing."))
            window = self.place.window
            with self.past_no_return(), nullcontext() if with_file else window.sender.once():
                seen = self._press_and_await(button, then)
            step.read_back(seen)
            self.photograph(f"After {word}")
        return seen

    def ready(self, word: str) -> None:
        """Make sure that a button is there before anything about it is recorded. Raises DryRunEnds in a dry run."""
        with self._step("see", word):
            find(self.place, "button", word, sends=True)
            if self.read_only:
                self.photograph(f"Before {word}")
                raise DryRunEnds(say('Stopped before "{word}".', word=word), say("A dry run saves nothing."))

    def hand_over(
        self,
        word: str,
        then: Sequence[str],
        hosts: Sequence[str],
        absence: Absence,
    ) -> Returned:
        """Press the button that leads to the bank, and wait for the person's return.

        Until then `hosts` are let through. To be made sure of with `ready` first. Nothing is typed or pressed at the
        bank, and no picture is taken there. Raises PortalUnavailable when the person does not come back to the portal
        in time, PortalChanged when the button leads to another host.
        """
        with self._step("save", word, saves=True) as step:
            button = find(self.place, "button", word, sends=True)[0]
            self.photograph(f"Before {word}")
            window, spoken = self.place.window, list[str]()
            window.last_words = ""
            listen_to_the_bank(window, window.page, spoken)
            with window.fence.open_for(hosts), self.past_no_return(), window.sender.once():
                self._press(button)
                said = wait_for_return(window, spoken, absence, lambda: shows(self.place, (*then, BLANK)))
                seen = self._seen_on_return(then)
            step.read_back(seen or say("none of the pages expected"))
            self.photograph(seen or "Back from the bank")
        return Returned(seen, said)

    def _seen_on_return(self, then: Sequence[str]) -> str:
        try:
            return await_words(self.place, then, whole=False, fresh=False)
        except PortalChanged:
            return ""

    def _press_and_await(self, button: Found, then: str | Sequence[str], *, whole: bool = False) -> str:
        try:
            self._press(button)
            return self._await(then, whole=whole)
        except PortalUnavailable:
            if self.place.window.sender.lost:
                self.place.window.close()  # so that nothing on the page can send it again
            raise
