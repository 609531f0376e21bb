"""What a person reads before an employee is forgotten, and afterwards."""

from pathlib import Path

from assist_bot.filing import kept_as
from assist_bot.forgetting import Begun, Plan, ToBeKept
from assist_bot.forms.making import FOLDER
from assist_bot.language import say
from assist_bot.places import Places


def what_goes(plan: Plan, profile: Path, here: Places) -> list[str]:
    """Name plainly what the first confirmation removes, and what stays whatever is typed."""
    wages = say(", her wages of {wages}", wages=", ".join(plan.wages)) if plan.wages else ""
    paths = say(", the paths of the papers about her") if plan.is_last else ""
    unsettled = ", ".join(plan.to_be_kept.unsettled)
    secrets = say(
        "{secrets} of {portal_id}", secrets=say(" and ").join(plan.secrets), portal_id=plan.portal_id
    )
    return [
        say("Forget {whom} on this computer. This is removed:", whom=plan.whom),
        *_if(
            plan.runs,
            say(
                "  {runs}: pictures, journals and bundles of all runs ({count}); she may be in any",
                runs=here.runs,
                count=len(plan.runs),
            ),
        ),
        *_if(plan.logs, say("  {log_file}: the program's own log", log_file=here.log_file)),
        *_if(
            plan.in_profile,
            say(
                "  {profile}: her [[employee]]{wages}{paths}; all else stays, comments too",
                profile=profile,
                wages=wages,
                paths=paths,
            ),
        ),
        *_if(
            plan.proofs,
            say(
                "  {proofs}: what `assist-bot proof` made ({count}); it can be made again",
                proofs=here.proofs,
                count=len(plan.proofs),
            ),
        ),
        *_if(
            plan.interview.exists(),
            say("  {draft}: the answers of an `init` that is not finished", draft=plan.interview),
        ),
        *_if(
            plan.forms,
            say(
                "  {forms}: forms filled in or ready to copy about an employee ({count}); "
                "`assist-bot prepare` makes those of others again",
                forms=profile.parent / FOLDER,
                count=len(plan.forms),
            ),
        ),
        *_if(
            plan.secrets,
            say("  the credential store: {secrets}, because the profile names nobody else.", secrets=secrets),
        ),
        *_if(
            plan.secrets,
            say('    Without a copy of your own, only "Forgot Password?" then lets you into the portal'),
        ),
        say("This stays:"),
        *_if(not plan.is_last, say("  what is in the credential store: it is the household's")),
        *_if(plan.papers, say("  your own papers about her, which you can delete yourself:")),
        *(f"    {paper}" for paper in plan.papers),
        say("  the words that you taught, and what SOCSO, your bank, your e-mail and your backups have"),
        *_if(
            plan.to_be_kept.unsettled,
            say("  what is begun and not paid for {unsettled}: see to it at the portal", unsettled=unsettled),
        ),
        *_if(
            here.schedule.exists(),
            say("  the schedule that prepares each month; `assist-bot schedule remove` ends it"),
        ),
        *_if(plan.to_be_kept, say("  receipts, letters and the record, about which you are asked next")),
    ]


def what_is_to_be_kept(kept: ToBeKept, here: Places) -> list[str]:
    """Name what an employer has to keep, and what of it the second confirmation removes all the same."""
    shared = say("her lines of {months}; those of others stay", months=", ".join(kept.shared_months))
    others = say(
        "What else is in that folder ({count}) is about others too, and stays.",
        count=len(kept.shared_documents),
    )
    return [
        say("SOCSO tells employers to keep the records of an employee for seven years from the last entry."),
        say("Of her there are:"),
        *_if(kept.documents, say("  {documents}:", documents=here.documents)),
        *(f"    {kept_as(path)}" for path in kept.documents),
        *_if(
            kept.months,
            say(
                "  {ledger}: all that is recorded for {months}",
                ledger=here.ledger,
                months=", ".join(kept.months),
            ),
        ),
        *_if(kept.shared_months, f"  {here.ledger}: {shared}"),
        *_if(kept.shared_documents, others),
    ]


def what_is_gone(plan: Plan, agreed: Begun, profile: Path, still_named: list[int]) -> str:
    """Say how it ended, and what is left for the person to do."""
    kept = say("went too") if agreed.everything else say("were kept")
    papers = ", ".join(map(str, plan.papers))
    parts = [
        say("{name} is forgotten on this computer.", name=plan.whom.name),
        *_if(plan.to_be_kept, say("Her receipts, letters and lines in the record {kept}.", kept=kept)),
        *_if(
            still_named,
            say(
                "{profile} still names her in line {lines}: look there.",
                profile=profile,
                lines=", ".join(map(str, still_named)),
            ),
        ),
        *_if(plan.papers, say("Your own papers about her are yours to delete: {papers}.", papers=papers)),
        *_if(plan.is_last, say("The profile names nobody now: add whom you employ next.")),
    ]
    return " ".join(parts)


def _if(there: object, line: str) -> list[str]:
    return [line] if there else []
