"""Which questions there are for this household, in their order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby
from typing import Any

from assist_bot.interview.answers import Answers, merged, value_at
from assist_bot.interview.fields import Place
from assist_bot.interview.questions import ONE_MORE, QUESTIONS, Question

Asked = tuple[Place, Question]
YES = "yes"


def sequence(table: Mapping[str, Any], answers: Answers) -> Iterator[Asked]:
    """Go through the questions about a profile (the file's own `table`) as far as the answers so far tell."""
    yield from _below((), 0, QUESTIONS, table, answers)


def is_one_more(place: Place) -> bool:
    """Say whether it is the question whether there is one more of something."""
    return isinstance(place[-1], int)


def _below(
    at: Place, depth: int, questions: Sequence[Question], table: Mapping[str, Any], answers: Answers
) -> Iterator[Asked]:
    for several, group in groupby(questions, lambda each: _list_at(each, depth)):
        if several:
            yield from _each_of((*at, *several.split(".")), depth, tuple(group), table, answers)
            continue
        for question in group:
            place = (*at, *question.pattern.split("[].")[depth].split("."))
            beside = (*place[:-1], question.unless)
            if not question.unless or not value_at(merged(table, answers), beside):
                yield place, question


def _each_of(
    at: Place, depth: int, questions: Sequence[Question], table: Mapping[str, Any], answers: Answers
) -> Iterator[Asked]:
    for number in count():
        place = (*at, number)
        if value_at(table, place) is None and place != ("employee", 0):  # there is one employee at least
            yield place, Question("", ONE_MORE[str(at[-1])])
            if answers.get(place) != YES:
                return
        yield from _below(place, depth + 1, questions, table, answers)


def _list_at(question: Question, depth: int) -> str:
    parts = question.pattern.split("[].")
    return parts[depth] if len(parts) - 1 > depth else ""
