"""The interview at the terminal: one question after the other, each answer checked and kept before the next."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assist_bot.cli.interview_words import Offer, example_of, question_lines, told_so_far
from assist_bot.cli.terminal import Terminal
from assist_bot.errors import Waiting
from assist_bot.interview.answers import Answers, merged, shown, value_at
from assist_bot.interview.checking import notes_at, paper_problem_at, problem_at
from assist_bot.interview.draft import keep
from assist_bot.interview.fields import Place, field_at
from assist_bot.interview.questions import Question, one_of_two
from assist_bot.interview.sequence import YES, Asked, is_one_more, sequence
from assist_bot.interview.suggestions import passport_for, suggestion_for, zone_on
from assist_bot.language import say, say_marked
from assist_bot.machine_readable_zone import engine, how_to_get_one

BACK, ON, NOTHING = "<", ">", "-"


@dataclass
class Interview:
    """What an interview stands on: the file's own table, the answers so far, and whoever is asked."""

    profile: Path
    draft: Path
    table: dict[str, Any]
    answers: Answers
    today: date
    terminal: Terminal = field(default_factory=Terminal)
    only_what_is_needed: bool = False
    scans: list[Path] = field(default_factory=list)
    taken_back: dict[Place, str] = field(default_factory=dict)

    @property
    def whole(self) -> dict[str, Any]:
        """The profile as it would be with the answers so far."""
        return merged(self.table, self.answers)

    def pending(self) -> Asked | None:
        """Give the next question, as far as the answers tell; None when nothing is left to ask."""
        for place, question in sequence(self.table, self.answers):
            if place not in self.answers and not (
                self.only_what_is_needed and self._can_wait(place, question)
            ):
                return place, question
        return None

    def keep(self, place: Place, typed: str | None) -> None:
        """Take an answer, and keep it at once."""
        self.answers[place] = typed
        self.taken_back.pop(place, None)
        keep(self.draft, self.profile, self.answers)

    def take_back(self) -> None:
        """Go back to the last answer; it is offered when its question comes again."""
        if not self.answers:
            self.terminal.say(say("This is the first question."))
            return
        place, typed = self.answers.popitem()
        if typed:
            self.taken_back[place] = typed
        keep(self.draft, self.profile, self.answers)

    def _can_wait(self, place: Place, question: Question) -> bool:
        if is_one_more(place):
            return True
        if value_at(self.table, place) is not None:
            return problem_at(place, self.whole, self.answers, self.today) is None
        return field_at(place).optional and not one_of_two(question)


def ask_all(interview: Interview) -> None:
    """Ask until nothing is left to ask and the person agrees that it is written."""
    while True:
        pending = interview.pending()
        if pending:
            _ask_one(interview, *pending)
            continue
        interview.terminal.say(say("That is all. This is what you answered:"))
        for line in told_so_far(interview.answers):
            interview.terminal.say(f"  {line}")
        answer = _line(interview, say("Press Enter to write it to the file, or < to go back"))
        if answer == BACK:
            interview.only_what_is_needed = False
            interview.take_back()
        elif not answer:
            return


def _ask_one(interview: Interview, place: Place, question: Question) -> None:
    if is_one_more(place):
        _ask_for_one_more(interview, place, question)
        return
    _tell_of_the_scan(interview, place)
    offer = _offer(interview, place)
    for line in question_lines(_number(interview, place), question, field_at(place), offer):
        interview.terminal.say(line)
    while not _answered(interview, place, offer):
        pass


def _number(interview: Interview, place: Place) -> str:
    places = [each for each, _ in sequence(interview.table, interview.answers) if not is_one_more(each)]
    return say("{number} of {count}", number=places.index(place) + 1, count=len(places))


def _offer(interview: Interview, place: Place) -> Offer:
    """Give what stands in the file, what else can be offered, and where that comes from."""
    present = value_at(interview.table, place)
    if present is None and place[:2] == ("employee", 0) and place[2] == "documents":
        present = value_at(interview.table, place[2:])  # the common one is hers where she has none of her own
    there = field_at(place).usual if present is None else shown(present)
    if place in interview.taken_back:
        return Offer(there, interview.taken_back[place], say("as you answered before"))
    return Offer(there, *suggestion_for(place, interview.whole, interview.profile.parent))


def _answered(interview: Interview, place: Place, offer: Offer) -> bool:
    """Ask once; say whether there is an answer that is right, or the wish to go elsewhere."""
    typed = _line(interview, say("Your answer"))
    if typed == BACK:
        interview.take_back()
        return True
    if typed == ON:
        interview.only_what_is_needed = True
        if field_at(place).optional or offer.present:
            return True
        typed = ""
    answer = "" if typed == NOTHING else typed or offer.taken
    wrong = _what_is_wrong(interview, place, answer)
    if wrong:
        interview.terminal.say(wrong)
        return False
    interview.keep(place, answer)
    for note in notes_at(place, interview.whole, interview.today):
        interview.terminal.say(say("  Note: {note}.", note=note))
    return True


def _what_is_wrong(interview: Interview, place: Place, answer: str | None) -> str:
    """Say what is wrong with an answer, and an example; "" where it is right."""
    known = field_at(place)
    if answer == "" and not known.optional:
        return say("This one is needed, for example: {example}", example=example_of(known))
    whole = merged(interview.table, {**interview.answers, place: answer})
    problem = problem_at(place, whole, interview.answers, interview.today)
    if problem is None and answer:
        problem = paper_problem_at(place, whole, interview.profile.parent)
    if problem is None:
        return ""
    return say(
        "That is not right: it {what}. For example: {example}",
        what=problem.message.rstrip("."),
        example=example_of(known),
    )


def _ask_for_one_more(interview: Interview, place: Place, question: Question) -> None:
    answer = _line(interview, say_marked(question.asks) + say(" Type Y, or press Enter for no"))
    if answer == BACK:
        interview.take_back()
    else:
        interview.keep(place, YES if answer.upper() in ("Y", "YES", "YA") else "")


def _tell_of_the_scan(interview: Interview, place: Place) -> None:
    """Read the passport's scan before the first question that it may answer, and say so: it takes its time."""
    if place[0] != "employee" or place[-1] == "passport_copy":
        return
    scan = passport_for(place, interview.whole, interview.profile.parent)
    if scan is None or scan in interview.scans or not scan.is_file():
        return
    interview.scans.append(scan)
    interview.terminal.say(say("Reading the passport's scan; this takes a minute at most."))
    if zone_on(scan):
        told = say("Its machine-readable lines were read: compare what is offered below with it.")
    elif engine():
        told = say("Its machine-readable lines could not be read, so you are asked for everything.")
    else:
        told = say("Nothing on this computer reads pictures, so you are asked. {how}", how=how_to_get_one())
    interview.terminal.say(told)


def _line(interview: Interview, prompt: str) -> str:
    answer = interview.terminal.ask(prompt)
    if answer is None:
        raise Waiting(
            say(
                "These questions are for a person, and nobody answered; {file} is as it was.",
                file=interview.profile,
            ),
            say("What was answered is kept. Run `assist-bot init` at a terminal; it goes on from there."),
        )
    return answer.strip()
