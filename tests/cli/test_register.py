"""`assist-bot register` from the command line to the letters."""

from pathlib import Path

from assist_bot.filing import LETTERS, title_of
from tests.cli.home import PASSWORD, PORTAL_ID, Home


def test_register_gives_code_reference_and_letters(home: Home) -> None:
    """The object names them; the new password is in the store, and the first visit is over."""
    result = home.run("register", "--yes", "--json").result
    submitted = home.account.registrations[0]
    assert set(result) == {
        "outcome",
        "exit_code",
        "message",
        "employer_code",
        "reference",
        "letters",
        "papers",
        "run_folder",
    }
    assert (result["outcome"], result["exit_code"]) == ("done", 0)
    assert result["employer_code"] == home.account.employer_code
    assert result["reference"] == submitted.reference
    assert [title_of(Path(letter).name) for letter in result["letters"]] == [
        LETTERS[letter] for letter in home.account.letters
    ]
    assert result["papers"] == result["letters"]
    assert all(Path(letter).read_bytes().startswith(b"%PDF") for letter in result["letters"])
    new = home.store[f"assist-bot {PORTAL_ID}"]
    assert new == home.account.password != PASSWORD
    assert set(home.store) == {f"assist-bot {PORTAL_ID}", f"assist-bot {PORTAL_ID}#security-answer"}


def test_nobody_agrees_to_the_terms_in_the_persons_place(home: Home) -> None:
    """With --no-input and without --yes it stops at the terms, which are kept to be read."""
    result = home.run("register", "--no-input", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert "--yes" in result["message"]
    assert Path(result["run_folder"], "terms-of-use.txt").exists() or list(
        home.folder.rglob("terms-of-use.txt")
    )
    assert home.account.first_visit_stage == "terms"
    assert home.account.password is None
