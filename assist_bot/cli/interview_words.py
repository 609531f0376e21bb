"""What a person reads while a profile is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from assist_bot.hiding import hide, mask_for
from assist_bot.interview.answers import Answers, shown, value_of
from assist_bot.interview.fields import Field, Kind, field_at
from assist_bot.interview.questions import QUESTIONS, Question
from assist_bot.interview.sequence import is_one_more
from assist_bot.language import mark, say, say_marked
from assist_bot.profile.report import key_of

HOW_IT_WORKS = (
    mark("Have her passport with the work permit, and your MyKad, at hand."),
    mark(
        "Each answer is kept at once, on this computer only: stop at any time (Ctrl-C), and go on later "
        "in the same way."
    ),
    mark("Enter takes what is offered, or leaves for later what can wait.  <  goes back to the last answer."),
    mark(">  goes on to what is still needed.  -  takes an answer out again."),
)

_NUMBERS = ("mykad", "passport", "number", "identity_number", "mobile", "telephone")


@dataclass(frozen=True)
class Offer:
    """What Enter would take: what stands in the file, or else what is offered, and where that comes from."""

    present: str = ""
    offered: str = ""
    source: str = ""

    @property
    def taken(self) -> str | None:
        """What Enter means as an answer."""
        return None if self.present else self.offered


def question_lines(number: str, question: Question, known: Field, offer: Offer) -> Iterator[str]:
    """Write a question: what, where to find it, an example, and what Enter means."""
    yield ""
    yield f"{number}. {say_marked(question.asks)}"
    if question.where:
        yield f"   {say_marked(question.where)}"
    yield f"   {_enter(known, offer, brief(question.pattern, offer.present))}"


def brief(pattern: str, text: str) -> str:
    """Write what was given before; of identity and telephone numbers the last characters, as everywhere."""
    if pattern.rpartition(".")[2] not in _NUMBERS:
        return text
    return hide(text, filter(None, [mask_for(text, keep_ending=True)]))


def _enter(known: Field, offer: Offer, present: str) -> str:
    if offer.present:
        keeps = say("Enter keeps: {present}", present=present)
        differs = offer.offered and offer.offered.casefold() != offer.present.casefold()
        if not differs:
            return keeps
        return f"{keeps}. " + say("But {source}: {offered}", source=offer.source, offered=offer.offered)
    if offer.offered:
        return say("Enter takes, {source}: {offered}", source=offer.source, offered=offer.offered)
    if known.kind is Kind.CHOICE:
        return say("One of: {choices}", choices=", ".join(known.choices))
    example = say("For example: {example}", example=example_of(known))
    return say("{example} (Enter: none, or later)", example=example) if known.optional else example


def example_of(known: Field) -> str:
    """Give an example as a person would type it."""
    if known.kind is Kind.DAY:
        return shown(known.example)
    return known.example


def told_so_far(answers: Answers) -> Iterator[str]:
    """Tell what was answered before."""
    for place, typed in answers.items():
        if typed and not is_one_more(place):
            yield f"{label(key_of(*place))}: {brief(key_of(*place), shown(value_of(typed, field_at(place))))}"


def label(key: str) -> str:
    """Give the question's own words for a key such as employee[1].salary; the key itself where none is asked."""
    first, _, rest = key.partition("]")
    name, _, number = first.partition("[")
    pattern = f"{name}[]{rest}" if number else key
    asked = next((each.asks for each in QUESTIONS if each.pattern == pattern), "")
    return say_marked(asked) if asked else key


def what_comes_next(*, has_password: bool) -> str:
    """Say what to do now."""
    if not has_password:
        return say(
            "Next: `assist-bot prepare` shows what SOCSO needs before it gives you a portal ID; when the temporary "
            "password has come, `assist-bot credentials set` stores it."
        )
    return say(
        "Next: `assist-bot prepare` shows whether a paper is still missing; then `assist-bot register --dry-run` shows "
        "what would be done at the portal, and saves nothing."
    )
