from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.outcome import Outcome
from assist_bot.profile import load
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "https://assist.perkeso.gov.my/employer/login"


def refusal(path: Path) -> ProfileError:
    """Give what a person is told about a profile that cannot be read."""
    with pytest.raises(ProfileError) as caught:
        load(path, "pay", TODAY)
    return caught.value


def rewritten(folder: Path, encoding: str) -> Path:
    """Write a sound profile with a name beyond ASCII in an encoding."""
    path = write_profile(folder, TODAY, PORTAL, city='"KAMPUNG CAFÉ"')
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    return path


def test_a_missing_profile_says_where_it_was_looked_for_and_how_to_begin(tmp_path: Path) -> None:
    """The person who has none yet is led to the example."""
    error = refusal(tmp_path / "profile.toml")
    assert str(tmp_path / "profile.toml") in error.fact
    assert "assist-bot init" in error.remedy
    assert error.outcome is Outcome.MEND_PROFILE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"])
def test_a_profile_in_another_encoding_is_refused_in_one_sentence(tmp_path: Path, encoding: str) -> None:
    """Editors save in other encodings; the remedy says what to do about it."""
    error = refusal(rewritten(tmp_path, encoding))
    assert "UTF-8" in error.fact
    assert "save it again as UTF-8" in error.remedy


def test_another_encoding_is_shown_by_its_line(tmp_path: Path) -> None:
    """The line with the first letter that is no UTF-8 is named."""
    path = tmp_path / "profile.toml"
    path.write_bytes(b"version = 1\n[employer]\ncity = 'CAF\xc9'\n")
    assert "line 3" in refusal(path).fact


def test_the_mark_that_windows_editors_put_first_does_no_harm(tmp_path: Path) -> None:
    """UTF-8 with a byte order mark is read like any other."""
    assert (
        load(rewritten(tmp_path, "utf-8-sig"), "register", TODAY).profile.employer.address.city
        == "KAMPUNG CAFÉ"
    )


def test_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """A profile saved with CRLF is read like any other."""
    path = write_profile(tmp_path, TODAY, PORTAL)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(path, "register", TODAY).profile.version == 1


@pytest.mark.parametrize(
    ("content", "fact"), [(b"", "is empty"), (b" \n\n", "is empty"), (b"#" * 1_100_000, "far too large")]
)
def test_what_is_no_profile_is_refused(tmp_path: Path, content: bytes, fact: str) -> None:
    """Empty and oversized files end in one sentence."""
    path = tmp_path / "profile.toml"
    path.write_bytes(content)
    assert fact in refusal(path).fact


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    """--profile given a folder is told so."""
    assert "is a folder" in refusal(tmp_path).fact


def test_a_path_through_a_file_is_no_profile(tmp_path: Path) -> None:
    """A path that cannot exist is refused like any that cannot be read."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "profile" in refusal(tmp_path / "file" / "profile.toml").fact


def test_a_profile_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    """A link in a circle ends in one sentence, not in a traceback."""
    path = tmp_path / "profile.toml"
    path.symlink_to(path)
    assert "cannot be read" in refusal(path).fact


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("name = SITI", "quotation marks"),
        ('name = "C:\\Users\\me"', "write / for each backslash"),
        ("name = \u201cSITI\u201d", "straight quotation marks"),
        ("postcode = 01000", "in quotation marks"),
        ('version = 1\nversion = 1"', "quotation marks"),
        ("[employer]\n[employer]", "value"),
    ],
)
def test_broken_toml_names_the_line_and_a_way_to_mend_it(tmp_path: Path, line: str, remedy: str) -> None:
    """The common slips each have their own remedy."""
    path = tmp_path / "profile.toml"
    path.write_text(f"# mine\n{line}\n", encoding="utf-8")
    error = refusal(path)
    assert "line 2" in error.fact or "line 3" in error.fact
    assert remedy in error.remedy
    assert len(error.problems) == 1


def test_a_profile_of_a_newer_version_asks_for_an_update_and_nothing_else(tmp_path: Path) -> None:
    """What an older program cannot know is not picked at."""
    error = refusal(write_profile(tmp_path, TODAY, PORTAL, version="2", tail="[unheard_of]"))
    assert "newer" in error.fact
    assert "Update" in error.remedy
    assert [problem.key for problem in error.problems] == ["version"]


@pytest.mark.parametrize("version", ["", "0", '"1"', "true"])
def test_a_version_that_is_none_is_to_be_mended(tmp_path: Path, version: str) -> None:
    """Only the number 1 is a version."""
    error = refusal(write_profile(tmp_path, TODAY, PORTAL, version=version))
    assert [(problem.key, problem.example) for problem in error.problems] == [("version", "version = 1")]
