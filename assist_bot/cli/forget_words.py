"""What a person reads before an employee is forgotten, and afterwards."""

from pathlib import Path

from assist_bot.filing import kept_as
from assist_bot.forgetting import Begun, Plan, ToBeKept
from assist_bot.forms.making import FOLDER
from assist_bot.places import Places


def what_goes(plan: Plan, profile: Path, here: Places) -> list[str]:
    """Name plainly what the first confirmation removes, and what stays whatever is typed."""
    wages = f", her wages of {', '.join(plan.wages)}" if plan.wages else ""
    paths = ", the paths of the papers about her" if plan.is_last else ""
    unsettled = ", ".join(plan.to_be_kept.unsettled)
    secrets = f"{' and '.join(plan.secrets)} of {plan.portal_id}"
    return [
        f"Forget {plan.whom} on this computer. This is removed:",
        *_if(
            plan.runs,
            f"  {here.runs}: pictures, journals and bundles of all runs ({len(plan.runs)}); she may be in any",
        ),
        *_if(
            plan.proofs,
            f"  {here.proofs}: what `assist-bot proof` made ({len(plan.proofs)}); it can be made again",
        ),
        *_if(plan.logs, f"  {here.log_file}: the program's own log"),
        *_if(plan.interview.exists(), f"  {plan.interview}: the answers of an `init` that is not finished"),
        *_if(
            plan.forms,
            f"  {profile.parent / FOLDER}: forms filled in or ready to copy about an employee ({len(plan.forms)}); "
            "`assist-bot prepare` makes those of others again",
        ),
        *_if(plan.in_profile, f"  {profile}: her [[employee]]{wages}{paths}; all else stays, comments too"),
        *_if(plan.secrets, f"  the credential store: {secrets}, because the profile names nobody else."),
        *_if(
            plan.secrets,
            '    Without a copy of your own, only "Forgot Password?" then lets you into the portal',
        ),
        "This stays:",
        *_if(not plan.is_last, "  what is in the credential store: it is the household's"),
        *_if(plan.papers, "  your own papers about her, which you can delete yourself:"),
        *(f"    {paper}" for paper in plan.papers),
        "  the words that you taught, and what SOCSO, your bank, your e-mail and your backups have",
        *_if(
            plan.to_be_kept.unsettled,
            f"  what is begun and not paid for {unsettled}: see to it at the portal",
        ),
        *_if(
            here.schedule.exists(),
            "  the schedule that prepares each month; `assist-bot schedule remove` ends it",
        ),
        *_if(plan.to_be_kept, "  receipts, letters and the record, about which you are asked next"),
    ]


def what_is_to_be_kept(kept: ToBeKept, here: Places) -> list[str]:
    """Name what an employer has to keep, and what of it the second confirmation removes all the same."""
    shared = f"her lines of {', '.join(kept.shared_months)}; those of others stay"
    others = f"What else is in that folder ({len(kept.shared_documents)}) is about others too, and stays."
    return [
        "SOCSO tells employers to keep the records of an employee for seven years from the last entry.",
        "Of her there are:",
        *_if(kept.documents, f"  {here.documents}:"),
        *(f"    {kept_as(path)}" for path in kept.documents),
        *_if(kept.months, f"  {here.ledger}: all that is recorded for {', '.join(kept.months)}"),
        *_if(kept.shared_months, f"  {here.ledger}: {shared}"),
        *_if(kept.shared_documents, others),
    ]


def what_is_gone(plan: Plan, agreed: Begun, profile: Path, still_named: list[int]) -> str:
    """Say how it ended, and what is left for the person to do."""
    kept = "went too" if agreed.everything else "were kept"
    papers = ", ".join(map(str, plan.papers))
    parts = [
        f"{plan.whom.name} is forgotten on this computer.",
        *_if(plan.to_be_kept, f"Her receipts, letters and lines in the record {kept}."),
        *_if(
            still_named, f"{profile} still names her in line {', '.join(map(str, still_named))}: look there."
        ),
        *_if(plan.papers, f"Your own papers about her are yours to delete: {papers}."),
        *_if(plan.is_last, "The profile names nobody now: add whom you employ next."),
    ]
    return " ".join(parts)


def _if(there: object, line: str) -> list[str]:
    return [line] if there else []
