"""The ledger: whole, without open doubts, with no month left half-way, and its papers as they were kept."""

from collections.abc import Iterator

from assist_bot.checkup.checking import ok, warning
from assist_bot.filing import fingerprint
from assist_bot.language import day, mark, say
from assist_bot.ledger import Entry, KeptPaper, Ledger, PaperKind, RegistrationState
from assist_bot.outcome import Check
from assist_bot.places import Places

RECORD = mark("Record")
PAPERS = mark("Papers")


def look_at_record(here: Places, employer: str) -> Iterator[Check]:
    """Open the ledger, which looks through all of it, and tell what is open. Raises MachineError for a damaged one."""
    if not here.ledger.exists():
        yield ok(RECORD, say("There is none yet; the first run makes it."))
        return
    with Ledger.open(here.ledger, read_only=True) as ledger:
        entries = ledger.entries()
        registration = ledger.registration(employer) if employer else None
        papers = ledger.papers()
    settled = sum(entry.settled for entry in entries)
    yield ok(
        RECORD,
        say(
            "{ledger} is whole: {count} submissions, {settled} of them settled.",
            ledger=here.ledger,
            count=len(entries),
            settled=settled,
        ),
    )
    for entry in entries:
        if entry.in_doubt:
            yield _in_doubt(entry)
        elif not entry.settled:
            yield _half_way(entry)
    if registration is not None and registration.state is not RegistrationState.REGISTERED:
        yield warning(
            RECORD,
            say(
                "The registration is {state}, since {when}.",
                state=registration.state,
                when=day(registration.changed),
            ),
            say("Run `assist-bot register`: it looks at the portal and goes on from there."),
        )
    yield from _look_at_papers(here, papers)


def _look_at_papers(here: Places, papers: tuple[KeptPaper, ...]) -> Iterator[Check]:
    """Tell which receipts, slips and letters are gone, or have another content than when they were kept."""
    wrong = 0
    for paper in papers:
        path = here.documents / paper.file
        if not path.is_file():
            sentence = say("{path} is gone; it was kept on record.", path=path)
        elif fingerprint(path.read_bytes()) != paper.sha256:
            sentence = say("{path} was changed since it was kept.", path=path)
        else:
            continue
        wrong += 1
        yield warning(PAPERS, sentence, _fetched_again(paper))
    if papers and not wrong:
        yield ok(
            PAPERS,
            say(
                "{count} papers in {folder} are as they were kept.", count=len(papers), folder=here.documents
            ),
        )


def _fetched_again(paper: KeptPaper) -> str:
    match paper.kind:
        case PaperKind.LETTER:
            return say(
                "Put it back from a backup, or run `assist-bot register`: it fetches the letters again."
            )
        case PaperKind.RECEIPT:
            return say(
                "Put it back from a backup, or run `assist-bot pay --month {month} --check`: it fetches it again.",
                month=paper.month,
            )
        case PaperKind.SLIP:
            return say("Put it back from a backup, or print it again at the portal (PRINT ACR).")


def _in_doubt(entry: Entry) -> Check:
    return warning(
        RECORD,
        say("Something was sent for {month} and its answer is not known.", month=entry.month.name),
        say(
            "Run `assist-bot pay --month {month}`: it looks at the portal before anything else.",
            month=entry.month,
        ),
    )


def _half_way(entry: Entry) -> Check:
    return warning(
        RECORD,
        say("{month} is begun and not paid ({state}).", month=entry.month.name, state=entry.state),
        say("Run `assist-bot pay --month {month}`: it goes on from there.", month=entry.month),
    )
