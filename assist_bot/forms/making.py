"""The files of the forms, in the folder `forms` beside the profile, made from the blanks in the folder `blanks`.

A filled form that is newer than its blank and the profile stays as it is, for the person may have added to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_bot.errors import MachineError
from assist_bot.forms.blank import Blank, blank_in, form_of
from assist_bot.forms.filling import as_it_stands, fill
from assist_bot.forms.known import Field, Form, forms
from assist_bot.forms.page import page
from assist_bot.forms.placing import Placing, by_hand, place
from assist_bot.forms.values import Values, values_for
from assist_bot.language import say
from assist_bot.profile import ForeignEmployee, Profile
from assist_bot.run_folder import safe_name, write_private

FOLDER = "forms"
BLANKS = "blanks"
CHECK, HAND = "check", "copy by hand"
"""How the names of the pages end: what was filled in, and what is to be copied."""


@dataclass(frozen=True)
class Made:
    """What there is of a form: the page to copy from or to check, and the filled PDF, or why there is none."""

    page: Path
    pdf: Path | None = None
    placing: Placing | None = None
    trouble: str = ""
    by_hand: tuple[Field, ...] = ()
    """What is known and stands in no field of the filled form."""
    has_blank: bool = False


def blanks_for(form: Form, profile_folder: Path) -> tuple[Path, ...]:
    """List the blanks of a form that the person put into the folder, the same content once."""
    folder = profile_folder / BLANKS
    found = [
        path for path in sorted(folder.glob("*")) if path.suffix.lower() == ".pdf" and form_of(path) == form
    ]
    return tuple({path.read_bytes(): path for path in found}.values())


def unknown_blanks(profile_folder: Path) -> list[Path]:
    """List what else lies in that folder: files whose name does not tell which form they are."""
    files = sorted((profile_folder / BLANKS).glob("*"))
    return [path for path in files if path.is_file() and path.suffix.lower() == ".pdf" and not form_of(path)]


def make(form: Form, profile: Profile, employee: ForeignEmployee | None, profile_file: Path) -> Made:
    """Write what can be made of a form, for its owner's eyes only. Raises MachineError where it cannot be written."""
    folder, whom = profile_file.parent, employee.name if employee else ""
    values = values_for(profile, employee)
    stem = safe_name(f"{form.number} {form.short} {whom}".strip())
    pdf = folder / FOLDER / f"{stem}.pdf"
    try:
        for name in (FOLDER, BLANKS):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        blanks = blanks_for(form, folder)
        found = _filled(form, values, blanks, pdf, profile_file)
        if isinstance(found, str):
            shown = _show(pdf, page(form, values, whom), HAND, instead_of=CHECK)
            return Made(shown, trouble=found, has_blank=bool(blanks))
        shown = _show(pdf, page(form, values, whom, found, pdf.name), CHECK, instead_of=HAND)
    except OSError as error:
        raise _cannot_write(folder / FOLDER, error) from error
    return Made(shown, pdf, found, by_hand=by_hand(found, form, values), has_blank=True)


def about_employees(profile_folder: Path) -> list[Path]:
    """List the files of forms that are about employees, whoever they are: they can be made again at any time."""
    hers = [f"{form.number} {form.short} " for form in forms() if form.about == "employee"]
    files = sorted((profile_folder / FOLDER).glob("*"))
    return [path for path in files if path.is_file() and path.name.startswith(tuple(hers))]


def write_e_mail(folder: Path, name: str, content: bytes) -> Path:
    """Keep a draft among the forms. Raises MachineError where it cannot be written."""
    path = folder / FOLDER / name
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise _cannot_write(path, error) from error
    return path


def _show(pdf: Path, text: str, ending: str, *, instead_of: str) -> Path:
    """Write the page that stands beside a filled form, or in its place."""
    shown = pdf.with_name(f"{pdf.stem} - {ending}.html")
    _replace(shown, text.encode())
    pdf.with_name(f"{pdf.stem} - {instead_of}.html").unlink(missing_ok=True)
    return shown


def _filled(
    form: Form, values: Values, blanks: Sequence[Path], pdf: Path, profile_file: Path
) -> Placing | str:
    """Fill the blank in, and give what stands where; or say why there is nothing to fill in."""
    if len(blanks) != 1:
        several = say("several different blanks of it are there: {names}", names=_names(blanks))
        return several if blanks else say("no blank of it is there")
    blank = blank_in(blanks[0])
    if blank is None:
        return say("{name} cannot be opened as a PDF", name=blanks[0].name)
    placing = place(blank.fields, form, values)
    if not placing.placed:
        known = say("{name} has no field whose name is known", name=blanks[0].name)
        return known if blank.fields else say("{name} has no fields to be filled in", name=blanks[0].name)
    newest = max(path.stat().st_mtime for path in (profile_file, blanks[0]))
    if pdf.exists() and pdf.stat().st_mtime > newest:
        return _kept(pdf, placing)
    return _written(blank, placing, pdf)


def _kept(pdf: Path, placing: Placing) -> Placing | str:
    try:
        return as_it_stands(pdf.read_bytes(), placing)
    except Exception:  # noqa: BLE001  a damaged PDF makes pypdf raise nearly anything
        return say("{name} is damaged: remove it, and it is made anew", name=pdf.name)


def _written(blank: Blank, placing: Placing, pdf: Path) -> Placing | str:
    try:
        content, placing = fill(blank.content, placing)
    except Exception:  # noqa: BLE001  an odd PDF makes pypdf raise nearly anything
        return say("its blank cannot be filled in by this program")
    _replace(pdf, content)
    return placing


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _replace(path: Path, content: bytes) -> None:
    """Write a private file in one go: cut off, the old one is still there."""
    new = path.with_name(f".{path.name}.new")
    write_private(new, content)
    new.replace(path)


def _cannot_write(path: Path, error: OSError) -> MachineError:
    return MachineError(
        say(
            "Nothing can be written to {path}: {reason}.",
            path=path,
            reason=error.strerror or type(error).__name__,
        ),
        say("Make room or give yourself the right to write there."),
    )
