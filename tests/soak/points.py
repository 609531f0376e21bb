"""The points at which something goes wrong, each with a name that stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fixtures.mock_portal.faults import Fault
from fixtures.mock_portal.steps import Step
from tests.soak.seeds import BEGINNINGS

FAULT, WRITE, REQUEST, BROWSER, MONTHS = "fault", "write", "request", "browser", "months"
BEFORE, AFTER = "before", "after"

ANYWHERE = (
    Fault.SLOW,
    Fault.BACKGROUND_SAVE,
    Fault.ERROR_BEFORE,
    Fault.ERROR_AFTER,
    Fault.DROP_BEFORE,
    Fault.DROP_AFTER,
    Fault.SESSION_ENDED,
    Fault.SESSION_ENDED_BAR,
    Fault.MAINTENANCE,
    Fault.LABEL_RENAMED,
    Fault.LABEL_TWICE,
)
"""What the practice portal's gate can do at any step."""

THE_PORTALS_OWN = (Fault.BACKGROUND_SAVE, Fault.SESSION_ENDED, Fault.SESSION_ENDED_BAR, Fault.MAINTENANCE)
AT_THE_BANK = (Step.BANK_LOG_IN_PAGE, Step.BANK_LOG_IN, Step.BANK_APPROVE_PAGE, Step.BANK_APPROVE)
"""The bank has no such pages."""

ONLY_AT = {
    Fault.MONTH_NOT_OFFERED: (Step.CONTRIBUTION_MONTH_PAGE,),
    Fault.EMPLOYEE_NOT_LISTED: (Step.EMPLOYEE_CONTRIBUTIONS_PAGE, Step.SAVE_DRAFT),
    Fault.WRONG_AMOUNT: (Step.SAVE_DRAFT,),
    Fault.LIST_EMPTY: (Step.CONTRIBUTION_LIST_PAGE, Step.DRAFT_LIST_PAGE, Step.PAYMENT_LIST_PAGE),
    Fault.AMOUNT_CHANGED: (
        Step.COMPLETE,
        Step.CONTRIBUTION_CONFIRMATION,
        Step.CONFIRM_SUBMISSION,
        Step.ACR_PAGE,
        Step.PAYMENT_LIST_PAGE,
        Step.ADD_TO_CART,
        Step.PROCEED_TO_SUMMARY,
        Step.CONTINUE,
        Step.BANK_APPROVE_PAGE,
        Step.RECEIPT_PAGE,
        Step.RECEIPT_PDF,
    ),
    Fault.TOTAL_CHANGED: (Step.SAVE_DRAFT, Step.ADD_TO_CART, Step.PROCEED_TO_SUMMARY),
    Fault.UPLOAD_REJECTED: (Step.UPLOAD_DOCUMENT,),
    Fault.PASSWORD_EXPIRED: (Step.LOG_IN,),
    Fault.WRONG_SECURITY_PHRASE: (Step.SECURITY_PHRASE,),
    Fault.BANK_DECLINES: (Step.BANK_APPROVE,),
    Fault.BANK_PENDING: (Step.BANK_APPROVE,),
    Fault.BANK_DEBITS_BUT_FAILS: (Step.BANK_APPROVE,),
    Fault.BANK_NEVER_RETURNS: (Step.BANK_APPROVE,),
    Fault.RETURNED_ELSEWHERE: (Step.BANK_RETURN,),
    Fault.RECEIPT_LATER: (Step.BANK_RETURN,),
    Fault.RECEIPT_DAMAGED: (Step.RECEIPT_PDF,),
    Fault.HELD_FOR_OFFICER: (Step.SUBMIT_REGISTRATION,),
    Fault.ANNOUNCEMENT: (Step.HOME_PAGE, Step.CONTRIBUTION_LIST_PAGE, Step.SUMMARY_PAGE, Step.ACR_PAGE),
    Fault.ANNOUNCEMENT_PAGE: (Step.HOME_PAGE, Step.ACR_PAGE),
    Fault.ANNOUNCEMENT_TO_AGREE: (Step.HOME_PAGE,),
    Fault.TERMS_CHANGED: (Step.LOG_IN,),
    Fault.NOT_FOUND: (Step.CONTRIBUTION_LIST_PAGE, Step.ACR_PAGE),
    Fault.ACCESS_DENIED: (Step.LOG_IN_PAGE, Step.ACR_PAGE),
    Fault.VERIFY_EMAIL: (Step.HOME_PAGE,),
    Fault.ONE_TIME_CODE: (Step.HOME_PAGE, Step.ACR_PAGE),
    Fault.CAPTCHA: (Step.SECURITY_PHRASE, Step.EMPLOYEE_CONTRIBUTIONS_PAGE, Step.CONTRIBUTION_CONFIRMATION),
    Fault.SESSION_ENDING: (Step.CONTRIBUTION_LIST_PAGE, Step.SUMMARY_PAGE),
    Fault.NEW_REQUIRED_FIELD: (
        Step.EMPLOYER_INFORMATION_PAGE,
        Step.EMPLOYEE_CONTRIBUTIONS_PAGE,
        Step.CONTRIBUTION_CONFIRMATION,
    ),
    Fault.UNKNOWN_MESSAGE: (Step.SAVE_EMPLOYER_INFORMATION, Step.SAVE_DRAFT),
    Fault.ANOTHER_EMPLOYER: (Step.SUMMARY_PAGE, Step.ACR_PAGE),
}
"""What a page or the bank can do, and where."""


@dataclass(frozen=True)
class Measured:
    """What an undisturbed run wrote and asked for: the chapter of each line of its journal, and each step, in order."""

    chapters: tuple[str, ...]
    arrived: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """One thing that goes wrong: in which command, of which kind, from which beginning, and where."""

    command: str
    kind: str
    seed: str
    at: str

    @property
    def name(self) -> str:
        """The name under which its result is kept."""
        return f"{self.command} {self.kind} {self.seed} {self.at}"

    @property
    def group(self) -> str:
        """The row of the table that it belongs to."""
        return f"{self.command} {self.kind}"


SAVES = (
    Step.SECURITY_PHRASE,
    Step.LOG_IN,
    Step.ACCEPT_TERMS,
    Step.NEW_PASSWORD,
    Step.SECURITY_QUESTION,
    Step.BASIC_INFORMATION,
    Step.DONE,
    Step.SAVE_EMPLOYER_INFORMATION,
    Step.SEARCH_EMPLOYEE,
    Step.SAVE_EMPLOYEE,
    Step.EMPLOYEES_DONE,
    Step.UPLOAD_DOCUMENT,
    Step.DOCUMENTS_DONE,
    Step.SUBMIT_REGISTRATION,
)
"""Where a registration sends something."""


def points(runs: Mapping[str, Measured]) -> list[Point]:
    """List all points, from what an undisturbed run from each beginning wrote and asked for."""
    found: set[Point] = set()
    for seed, run in runs.items():
        found |= {
            *kills_at_writes(seed, run, runs),
            *kills_at_requests(seed, run, runs),
            *faults(seed, run, runs),
        }
    return sorted(found, key=lambda point: point.name)


def faults(seed: str, run: Measured, runs: Mapping[str, Measured]) -> Iterator[Point]:
    """Give every fault at every step of a payment, and at every save of a registration, where it could strike."""
    beginning = BEGINNINGS[seed]
    for step in map(Step, {*beginning.steps, *run.arrived}):
        for fault in Fault:
            if _mine(step, seed, runs) and _could_strike(fault, step, beginning.command):
                yield Point(beginning.command, FAULT, seed, f"{fault}@{step}")


def _could_strike(fault: Fault, step: Step, command: str) -> bool:
    if fault not in ANYWHERE:
        return step in ONLY_AT[fault]
    if step in AT_THE_BANK and fault in THE_PORTALS_OWN:
        return False
    shapes_a_page = fault in (Fault.LABEL_RENAMED, Fault.LABEL_TWICE)
    return command == "pay" or (step in SAVES) is not shapes_a_page


def kills_at_writes(seed: str, run: Measured, runs: Mapping[str, Measured]) -> Iterator[Point]:
    """Give each line of the journal that this beginning is for, from the first chapter on."""
    for number, chapter in enumerate(run.chapters, start=1):
        if chapter and _mine(chapter, seed, runs):
            yield Point(BEGINNINGS[seed].command, WRITE, seed, str(number))


def kills_at_requests(seed: str, run: Measured, runs: Mapping[str, Measured]) -> Iterator[Point]:
    """Give each request that this beginning is for, before and after its work."""
    command = BEGINNINGS[seed].command
    for place, step in enumerate(run.arrived):
        for moment in (BEFORE, AFTER) if _mine(step, seed, runs) else ():
            at = f"{step} {run.arrived[: place + 1].count(step)} {moment}"
            yield Point(command, REQUEST, seed, at)
            if command == "pay" or step in SAVES:
                yield Point(command, BROWSER, seed, at)


def _mine(word: str, seed: str, runs: Mapping[str, Measured]) -> bool:
    """Say whether a chapter or step is tried from this beginning: its own, or nobody's and met here last."""
    beginning = BEGINNINGS[seed]
    alike = {name: each for name, each in BEGINNINGS.items() if each.command == beginning.command}
    owners = [name for name, each in alike.items() if word in (*each.chapters, *each.steps)]
    met = [name for name in alike if word in (*runs[name].chapters, *runs[name].arrived)]
    return seed in owners if owners else seed == met[-1]
