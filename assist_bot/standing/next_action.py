"""The one thing to do next: the most urgent, in one sentence, as a command to type where there is one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import MachineError
from assist_bot.language import day, mark, say, say_marked
from assist_bot.standing.facts import Facts
from assist_bot.standing.months import MonthStanding, MonthState
from assist_bot.standing.papers import Paper, PaperStanding, present
from assist_bot.standing.registration import RegistrationStanding, RegistrationStep

_REGISTER_WITHIN = timedelta(days=30)  # of hiring, by SOCSO's public pages
_RENEWALS = {
    (
        Paper.PASSPORT,
        False,
    ): mark("{name}'s passport expires on {expiry}: her embassy renews it; then correct the profile."),
    (
        Paper.PASSPORT,
        True,
    ): mark("{name}'s passport expired on {expiry}: her embassy renews it; then correct the profile."),
    (Paper.WORK_PERMIT, False): (
        mark(
            "{name}'s work permit expires on {expiry}: the Immigration Department renews it; then correct the profile."
        )
    ),
    (Paper.WORK_PERMIT, True): (
        mark(
            "{name}'s work permit expired on {expiry}: the Immigration Department renews it; then correct the profile."
        )
    ),
}
"""By the paper, and whether it has expired."""


class Act(StrEnum):
    """What kind of thing it is."""

    MEND = "mend"  # the profile or the record
    LOG_IN = "log_in"  # log-ins are held back until the person has seen to the password
    LOOK = "look"  # something is in doubt: the command looks at the portal before anything else
    REGISTER = "register"
    WAIT = "wait"  # for SOCSO
    PAY = "pay"
    RENEW = "renew"  # a passport or permit, which is not this program's business
    NOTHING = "nothing"


@dataclass(frozen=True)
class NextAction:
    """What to do, with a command where there is one; `by` is the day on which it is due, or begins where nothing is."""

    act: Act
    sentence: str
    command: str = ""
    months: tuple[ContributionMonth, ...] = ()
    by: date | None = None


def next_action(
    facts: Facts,
    registration: RegistrationStanding,
    months: Sequence[MonthStanding],
    papers: Sequence[PaperStanding],
) -> NextAction:
    """Choose what is most urgent: what keeps everything else from being done, doubts, and then by the day it is due."""
    first = next(_before_anything(facts, registration, months), None)
    if first is not None:
        return first
    waiting = [*_to_pay(months, facts.today), *_to_renew(papers)]

    def urgency(each: NextAction) -> tuple[bool, date]:
        by = each.by or date.max
        return each.act is not Act.PAY or by >= facts.today, by  # late interest grows day by day

    return min(waiting, key=urgency, default=None) or _nothing(months)


def _before_anything(
    facts: Facts, registration: RegistrationStanding, months: Iterable[MonthStanding]
) -> Iterator[NextAction]:
    for hindrance in sorted(facts.hindrances, key=lambda each: not isinstance(each, MachineError)):
        yield NextAction(Act.MEND, str(hindrance))
    if facts.log_ins_held_back:
        yield NextAction(
            Act.LOG_IN,
            say(
                "The last log-ins did not succeed, and one more wrong one could lock the account: log in at the portal "
                "yourself, and enter the right password with `assist-bot credentials set`. If the portal no longer "
                "takes your portal ID, ask SOCSO on {help_line}.",
            ),
            "assist-bot credentials set",
        )
    for each in months:
        if each.state is MonthState.IN_DOUBT:
            yield _look(each)
    yield from _registering(facts, registration)


def _look(standing: MonthStanding) -> NextAction:
    month, command = standing.month, f"assist-bot pay --month {standing.month}"
    sentence = say(
        "Something was sent for {month} and its answer is not known: do not pay it by hand; `{command}` looks at the "
        "portal before anything else.",
        month=month.name,
        command=command,
    )
    return NextAction(Act.LOOK, sentence, command, (month,), month.due)


def _registering(facts: Facts, registration: RegistrationStanding) -> Iterator[NextAction]:
    starts = [employee.employment_start for employee in present(facts)]
    if registration.is_done or not starts:
        return
    command, by = "assist-bot register", min(starts) + _REGISTER_WITHIN
    match registration.step:
        case RegistrationStep.PORTAL_ID_AWAITED:
            yield NextAction(
                Act.WAIT,
                say(
                    "Wait for SOCSO's e-mail with your portal ID, then store its password with `assist-bot credentials "
                    "set` and run `{command}`. If it has not come after three working days, ask SOCSO on {help_line}.",
                    command=command,
                ),
                by=by,
            )
        case RegistrationStep.HELD:
            yield NextAction(
                Act.WAIT,
                say(
                    "Wait for SOCSO's officer; when SOCSO has written to you, run `{command}`. To ask: {help_line}.",
                    command=command,
                ),
                command,
            )
        case RegistrationStep.IN_DOUBT:
            yield NextAction(
                Act.LOOK,
                say(
                    "The registration was sent and its answer is not known: `{command}` looks at the portal before "
                    "anything else.",
                    command=command,
                ),
                command,
            )
        case _:
            yield NextAction(Act.REGISTER, _to_register(command, by, facts.today), command, by=by)


def _to_register(command: str, by: date, today: date) -> str:
    if by < today:
        return say(
            "Register with `{command}`: that was due within 30 days of hiring. It looks first whether you are "
            "registered already.",
            command=command,
        )
    return say("Register by {by}, within 30 days of hiring, with `{command}`.", command=command, by=day(by))


def _to_pay(months: Sequence[MonthStanding], today: date) -> Iterator[NextAction]:
    """Give a payment of each month that is open and in no doubt; several that are late are one."""
    to_pay = [each for each in months if each.state.is_open and each.month.payable_from <= today]
    late = [each for each in to_pay if each.month.due < today and not each.only_additional]
    if len(late) > 1:
        yield _pay_arrears(late)
    for each in to_pay:
        if len(late) <= 1 or each not in late:
            yield _pay(each, today)


def _pay_arrears(late: Sequence[MonthStanding]) -> NextAction:
    command = "assist-bot pay --arrears"
    sentence = say(
        "{count} months are late, the oldest is {month}: pay them with `{command}`, which asks the portal first what "
        "is unpaid.",
        count=len(late),
        month=late[0].month.name,
        command=command,
    )
    return NextAction(Act.PAY, sentence, command, tuple(each.month for each in late), late[0].month.due)


def _pay(standing: MonthStanding, today: date) -> NextAction:
    month = standing.month
    command = f"assist-bot pay --month {month}" + (" --additional" if standing.only_additional else "")
    if month.due < today:
        sentence = say(
            "{month} was due by {due}: pay it with `{command}`.",
            month=month.name,
            due=day(month.due),
            command=command,
        )
    else:
        sentence = say(
            "Pay {month} by {due}, with `{command}`.", month=month.name, due=day(month.due), command=command
        )
    return NextAction(Act.PAY, sentence, command, (month,), month.due)


def _to_renew(papers: Iterable[PaperStanding]) -> Iterator[NextAction]:
    for each in papers:
        if each.presses:
            sentence = say_marked(
                _RENEWALS[each.paper, each.days_left < 0], name=each.employee, expiry=day(each.expiry)
            )
            yield NextAction(Act.RENEW, sentence, by=each.expiry)


def _nothing(months: Iterable[MonthStanding]) -> NextAction:
    coming = next((each.month for each in months if each.state is MonthState.NOT_DUE), None)
    if coming is None:
        return NextAction(Act.NOTHING, say("There is nothing to do."))
    sentence = say(
        "There is nothing to do until {day}; from then on {month} can be paid.",
        day=day(coming.payable_from),
        month=coming.name,
    )
    return NextAction(Act.NOTHING, sentence, months=(coming,), by=coming.payable_from)
