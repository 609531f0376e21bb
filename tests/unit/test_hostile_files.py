"""Files that mean harm: a paper, a receipt, the words file, the profile. A clear answer, soon, and in little memory."""

import zlib
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist_bot.errors import MachineError, ProfileError
from assist_bot.ledger.file import open_file
from assist_bot.portal.own_words import read_own_words
from assist_bot.profile.paper_files import fault_in
from assist_bot.profile.reading import read_table
from assist_bot.receipt_pdf import text_of

CATALOG, TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"


def pdf(*things: bytes, more: bytes = b"") -> bytes:
    """Put a PDF together from its objects."""
    text, places = b"%PDF-1.7\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        text
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(things) + 1,
            table,
            len(things) + 1,
            more,
            len(text),
        )
    )


def swelling(megabytes: int, *, kind: bytes = b"") -> bytes:
    """Make a stream that is a thousand times as large when it is unpacked."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (kind, len(packed), packed)


def doubling(levels: int) -> list[bytes]:
    """Make a tree of pages that has each branch twice: many millions of pages in a few lines."""
    branches = [
        b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 9>>" % (at + 1, at + 1) for at in range(2, levels + 2)
    ]
    return [CATALOG, *branches, b"<</Type/Page>>"]


UNREADABLE = {
    "a tree of pages that runs in a circle": pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
    "a tree of pages that doubles": pdf(*doubling(28)),
    "many pages, it says": pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 999999999999>>"),
    "a table that swells": b"%PDF-1.7\n1 0 obj\n"
    + swelling(100, kind=b"/Type/XRef/Size 9/W[1 4 2]/Root 2 0 R")
    + b"\nendobj\nstartxref\n9\n%%EOF",
    "lists within lists": pdf(CATALOG, b"[" * 300_000),
    "objects that swell": pdf(CATALOG, swelling(100, kind=b"/Type/ObjStm/N 999999/First 9")),
    "nothing else": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_paper_that_means_harm_is_not_taken(tmp_path: Path, what: str) -> None:
    """It is named as damaged, or as one without pages, before any browser opens."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(UNREADABLE[what])
    fault = fault_in(paper)
    assert fault is not None
    assert fault[0].startswith(("is damaged", "has no pages"))


@pytest.mark.parametrize("what", [*UNREADABLE, "a page that swells"])
def test_a_receipt_that_means_harm_has_no_text(what: str) -> None:
    """Then the receipt's page alone is what there is."""
    data = UNREADABLE.get(what) or pdf(CATALOG, TREE, PAGE, swelling(100))
    assert text_of(data) is None


WORDS = {
    "tables within tables": b"a = " + b"[" * 20_000,
    "a giant": b"#" * 2_000_000,
    "another encoding": '["My Sites"]'.encode("utf-16"),
    "no bytes of text": bytes(range(128, 256)),
    "a text without end": b'["My Sites"]\nenglish = ["' + b"x" * 100_000,
}


@pytest.mark.parametrize("what", WORDS)
def test_words_that_mean_harm_are_refused(tmp_path: Path, what: str) -> None:
    """In a sentence that does not quote the file at length."""
    file = tmp_path / "words.toml"
    file.write_bytes(WORDS[what])
    with pytest.raises(ProfileError) as stopped:
        read_own_words(file)
    assert len(str(stopped.value)) < 600 + len(str(file))


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(alphabet="[]{}=\"'\\.,\n #a1\u202e", max_size=80).map(str.encode))
def test_any_bytes_are_a_file_or_a_clear_stop(data: bytes) -> None:
    """As the profile, the words file and the ledger: nothing but what is said to be raised is raised."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        file.write_bytes(data)
        for read in (read_table, read_own_words):
            with suppress(ProfileError):
                read(file)
        with pytest.raises(MachineError):
            open_file(file, read_only=True)
