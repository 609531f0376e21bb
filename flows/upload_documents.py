"""Upload Supporting Document: what the checklist on the page requires, each under its description, none twice."""

from pathlib import Path

from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold
from assist_bot.profile import SupportingDocument

CHECKLIST = "Supporting Document(s) Checklist"
UPLOADED = "Uploaded Supporting Document(s) Listing"
DIALOG = "Upload Supporting Document"
PROVIDED = ("Borang SIP 1", "Borang Pendaftaran DS")


def upload_documents(portal: Portal, papers: tuple[SupportingDocument, ...]) -> None:
    """Upload everything that the checklist requires and the listing lacks, and go on to the preview."""
    portal.chapter("Upload Supporting Document")
    portal.see(CHECKLIST)
    for description in portal.section(CHECKLIST).ticks():
        for path in not_uploaded(portal, description, files_for(portal, description, papers)):
            upload(portal, description, path)
    portal.save("SAVE & CONTINUE", then="SUBMIT")


def files_for(portal: Portal, description: str, papers: tuple[SupportingDocument, ...]) -> list[Path]:
    """Give the files for one description: the profile's, or the one that the portal itself provides."""
    names = portal.place.words.names(description)
    mine = [
        paper.path
        for paper in papers
        if fold(paper.description) in names or _known_as(portal, paper, description)
    ]
    if mine:
        return mine
    if _listed(portal, description):
        return []
    provided = portal.our_word(description, *PROVIDED)
    if provided not in PROVIDED:
        raise ProfileError(
            say(
                'The portal requires "{description}", and the profile names no such paper.',
                description=description,
            ),
            say(
                "Nothing was submitted. Add it under [documents], or upload it at the portal yourself; "
                "then run again."
            ),
        )
    return [portal.journal.keep(f"{provided}.pdf", portal.download(provided))]


def not_uploaded(portal: Portal, description: str, paths: list[Path]) -> list[Path]:
    """Give the files that do not stand in the listing under this description; two may be called alike."""
    listed = [fold(row["Document"]) for row in _listed(portal, description)]
    missing = []
    for path in paths:
        if fold(path.name) in listed:
            listed.remove(fold(path.name))
        else:
            missing.append(path)
    return missing


def upload(portal: Portal, description: str, path: Path) -> None:
    """Upload one file. A form with a file is never sent again without a look at the listing."""
    portal.click("ADD DOCUMENT", then="Description")
    dialog = portal.section(DIALOG)
    dialog.choose("Description", description)
    dialog.attach(description, path)
    dialog.save("ADD DOCUMENT", then="has been successfully uploaded", with_file=True)


def listed_twice(portal: Portal, papers: tuple[SupportingDocument, ...]) -> list[str]:
    """Name every document that stands in the listing more often than there are such papers.

    A run that was killed may have sent one that the portal took only after the next run had looked.
    """
    if not portal.has(UPLOADED):
        return []
    rows = portal.section(UPLOADED).rows("Document", "Description")
    listed = [(row["Document"], row["Description"]) for row in rows]
    return [
        say(
            '"{name}" is uploaded {count} times as "{description}"',
            name=name,
            count=listed.count((name, description)),
            description=description,
        )
        for name, description in dict.fromkeys(listed)
        if listed.count((name, description)) > max(1, _papers_called(portal, name, description, papers))
    ]


def _papers_called(
    portal: Portal, name: str, description: str, papers: tuple[SupportingDocument, ...]
) -> int:
    return sum(
        1 for paper in papers if fold(paper.path.name) == fold(name) and _known_as(portal, paper, description)
    )


def _listed(portal: Portal, description: str) -> list[dict[str, str]]:
    rows = portal.section(UPLOADED).rows("Document", "Description")
    return [row for row in rows if fold(row["Description"]) == fold(description)]


def _known_as(portal: Portal, paper: SupportingDocument, description: str) -> bool:
    return fold(description) in portal.place.words.names(paper.description)
