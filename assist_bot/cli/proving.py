"""`assist-bot proof`: registration and contributions of an employee as one PDF, from what is kept on this computer."""

from dataclasses import dataclass
from pathlib import Path

from assist_bot import clock, logs
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.terminal import Terminal
from assist_bot.contribution import ContributionMonth, last_month
from assist_bot.contribution.category import COVERED_FROM
from assist_bot.errors import ProofRefused
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.outcome import MonthResult, Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, places, prepare, write_private
from assist_bot.profile import ForeignEmployee, Profile, load, plain
from assist_bot.proof import Month, Proof, Standing, joined, proof_for
from assist_bot.proof.papers import Shelf
from assist_bot.run_folder import safe_name

_OUTCOMES = {
    Standing.PAID: Outcome.DONE,
    Standing.NOT_OWED: Outcome.NOTHING_TO_DO,
    Standing.IN_DOUBT: Outcome.UNKNOWN,
}


@dataclass(frozen=True)
class ProofWishes:
    """What is asked for: months as 2026-10 ("": the usual ones), whose proof ("": everybody's), and the file."""

    first: str = ""
    last: str = ""
    employee: str = ""
    output: Path | None = None


def command(wishes: ProofWishes, profile: Path | None, *, as_json: bool) -> None:
    """Make a proof for each employee who is meant, and leave with the exit code: 8 where one is not complete."""
    logs.begin(None)
    with ending_plainly() as ended:
        here = places()
        Terminal().say_if(told(prepare(here)))
        ended.result = _prove(wishes, profile or here.profile, here)
    exit_with(ended.result, as_json=as_json)


def _prove(wishes: ProofWishes, path: Path, here: Places) -> Result:
    today = clock.today_without_portal()
    profile = load(path, "pay", today).profile
    employees = _who(profile, wishes)
    if wishes.output is not None and wishes.output.exists():
        raise ProofRefused(
            say("{path} is there already; nothing was overwritten.", path=wishes.output),
            say("Name another file with --output, or remove that one."),
        )
    with Ledger.open(here.ledger, read_only=True) as ledger:
        employer = profile.portal.portal_id
        entries = tuple(each for each in ledger.entries() if each.employer == employer)
        registration = ledger.registration(employer)
        shelf = Shelf(here.documents, tuple(each for each in ledger.papers() if each.employer == employer))
    proofs = dict[Path, Proof]()
    for employee in employees:
        first, last = _range(wishes, employee, last_month(today))
        proof = proof_for(
            profile, employee, entries, registration, shelf, first=first, last=last, today=today
        )
        file = wishes.output or _free(here.proofs, proof, proofs)
        write_private(file, joined(proof))
        proofs[file] = proof
    return _told(proofs)


def _who(profile: Profile, wishes: ProofWishes) -> list[ForeignEmployee]:
    """Find whose proofs are meant: an office verifies one contract at a time, so each has a file of its own."""
    wanted = plain(wishes.employee)
    meant = [
        each
        for each in profile.employees
        if wanted in ("", plain(each.name), plain(each.passport.number)[-4:])
    ]
    known = ", ".join(each.name for each in profile.employees)
    if not meant or (wanted and len(meant) > 1):
        raise ProofRefused(
            say(
                '"{name}" is not exactly one employee of the profile; no proof was made.',
                name=wishes.employee,
            ),
            say(
                "Give her name, or the end of her passport number, with --employee. In the profile: {known}.",
                known=known,
            ),
        )
    if wishes.output is not None and len(meant) > 1:
        raise ProofRefused(
            say("One file was named, and each employee has a proof of her own; no proof was made."),
            say("Say whose it is with --employee. In the profile: {known}.", known=known),
        )
    return meant


def _range(
    wishes: ProofWishes, employee: ForeignEmployee, until: ContributionMonth
) -> tuple[ContributionMonth, ContributionMonth]:
    begun = max(ContributionMonth.of(employee.employment_start), COVERED_FROM)
    first = ContributionMonth.parse(wishes.first) if wishes.first else begun
    last = ContributionMonth.parse(wishes.last) if wishes.last else until
    if last < first and (wishes.first or wishes.last):
        raise ProofRefused(
            say(
                "There is no month from {first} to {last}; no proof was made.",
                first=first.name,
                last=last.name,
            ),
            say("Name the months with --from and --to, the first one first."),
        )
    return first, last


def _free(folder: Path, proof: Proof, taken: dict[Path, Proof]) -> Path:
    """Name the file; one of an earlier day is replaced, for a proof can be made again, but not one of this run."""
    name = safe_name(f"SOCSO proof {proof.first} to {proof.last} {proof.employee.name}.pdf")
    file, count = folder / name, 1
    while file in taken:
        count += 1
        file = folder / f"{Path(name).stem} ({count}).pdf"
    return file


def _told(proofs: dict[Path, Proof]) -> Result:
    missing = [(proof.employee.name, sentence) for proof in proofs.values() for sentence in proof.missing]
    months = [_month(each) for proof in proofs.values() for each in proof.months if len(proofs) == 1]
    names = ", ".join(proof.employee.name for proof in proofs.values())
    if not missing:
        message = say("The proof for {names} is complete.", names=names)
        return Result(Outcome.DONE, message, months=months, papers=tuple(proofs))
    sentences = [say("The proof for {names} is made, and it is not complete.", names=names)]
    sentences += [sentence if len(proofs) == 1 else f"{name}: {sentence}" for name, sentence in missing]
    sentences.append(_remedy(proofs))
    return Result(Outcome.WAITING, "\n".join(sentences), months=months, papers=tuple(proofs))


def _remedy(proofs: dict[Path, Proof]) -> str:
    """Say what to do about what is missing: the portal knows more than this computer may."""
    standings = {each.standing for proof in proofs.values() for each in proof.months}
    remedies = []
    if any(not proof.letter.pdf for proof in proofs.values()):
        remedies.append(say("`assist-bot register` fetches the registration letter."))
    if standings & {Standing.NOT_PAID, Standing.IN_DOUBT, Standing.INCOMPLETE, Standing.BY_HAND}:
        remedies.append(
            say(
                "`assist-bot pay --month MONTH --check` looks at the portal, and fetches the receipt of a month "
                "that is paid there; what was paid elsewhere is recorded with --receipt. Then make the proof again. "
                "Questions: SOCSO, {help_line}."
            )
        )
    return " ".join(remedies)


def _month(month: Month) -> MonthResult:
    outcome = _OUTCOMES.get(month.standing, Outcome.WAITING)
    return MonthResult(
        str(month.month), str(outcome), month.words, month.amount, acr=month.acr, receipt=month.receipt
    )
