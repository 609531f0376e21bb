import io
import os
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from fpdf import FPDF
from PIL import Image

from assist_bot.profile.paper_files import LARGEST, fault_in
from assist_bot.scans import FLOOR, CannotShrink, judge, originals_of, pages_of, shrink
from tests.passports import lines, scan

SIZE = (1800, 1270)
NOISE = Image.frombytes("RGB", SIZE, os.urandom(SIZE[0] * SIZE[1] * 3))


def noisy() -> Image.Image:
    """Draw a scan as large as a phone makes them: the page under the grain of its camera."""
    return Image.blend(scan(lines(), SIZE).convert("RGB"), NOISE, 0.5)


def pdf_of(*pictures: Image.Image) -> bytes:
    """Put pictures into a PDF, one a page, as a scanner does."""
    document = FPDF(unit="pt")
    document.set_image_filter("FlateDecode")
    for picture in pictures:
        document.add_page(format=picture.size)
        document.image(picture, 0, 0, *picture.size)
    return bytes(document.output())


def coded(picture: Image.Image, kind: str) -> bytes:
    """Code a picture with nothing lost."""
    out = io.BytesIO()
    picture.save(out, kind, quality=100, subsampling=0, exif=camera()) if kind == "JPEG" else picture.save(
        out, kind
    )
    return out.getvalue()


def camera() -> Image.Exif:
    """Make what a camera writes into its pictures: lying on the side, and where it was."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "JALAN MERANTI"
    return exif


@pytest.mark.parametrize("name", ["passport.pdf", "passport.jpg", "passport.png"])
def test_a_scan_that_is_too_large_is_made_smaller_and_the_original_stays(tmp_path: Path, name: str) -> None:
    """Under its own name, readable, of its kind, with at least 1200 pixels; the other says that it is the original."""
    path = tmp_path / name
    kind = {"pdf": "PDF", "jpg": "JPEG", "png": "PNG"}[name[-3:]]
    path.write_bytes(pdf_of(noisy()) if kind == "PDF" else coded(noisy(), kind))
    before = sha256(path.read_bytes()).hexdigest()
    assert path.stat().st_size > LARGEST
    done = shrink(path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(
        [name, f"passport (original, before shrinking){path.suffix}"]
    )
    assert sha256(done.original.read_bytes()).hexdigest() == before
    assert path.stat().st_size == done.after <= LARGEST
    assert fault_in(path) is None
    found = judge(path)
    assert found.blank is False
    assert found.long_side >= FLOOR
    assert b"JALAN MERANTI" not in path.read_bytes()


def test_a_phones_picture_stands_upright_afterwards(tmp_path: Path) -> None:
    """What the camera noted about it goes, so it is turned first."""
    path = tmp_path / "passport.jpg"
    path.write_bytes(coded(noisy(), "JPEG"))
    shrink(path)
    with Image.open(path) as picture:
        assert picture.height > picture.width


def test_what_is_written_in_a_pdf_stays_text_and_every_page_stays(tmp_path: Path) -> None:
    """Only its pictures are coded anew."""
    path = tmp_path / "papers.pdf"
    document = FPDF()
    document.set_image_filter("FlateDecode")
    for place in range(2):
        document.add_page()
        document.set_font("Helvetica", size=12)
        document.cell(text=f"Page {place + 1}")
        document.image(noisy().rotate(place), 10, 40, 180)
    path.write_bytes(bytes(document.output()))
    shrink(path)
    assert [page.text for page in pages_of(path)] == ["Page 1", "Page 2"]


def test_what_cannot_be_made_small_enough_is_left_as_it_was(tmp_path: Path) -> None:
    """No copy, no original, no half file; one sentence says why."""
    path = tmp_path / "drawn.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["large"] = os.urandom(LARGEST)
        pdf.save(path)
    before = path.read_bytes()
    with pytest.raises(CannotShrink, match=r"over 5 MB\.$"):
        shrink(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["drawn.pdf"]


def test_a_locked_or_damaged_paper_is_left_as_it_was(tmp_path: Path) -> None:
    """Neither can be taken apart."""
    locked, damaged = tmp_path / "locked.pdf", tmp_path / "damaged.jpg"
    with pikepdf.open(io.BytesIO(pdf_of(noisy()))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    damaged.write_bytes(coded(noisy(), "JPEG")[:200] + b"\0" * LARGEST)
    for each in (locked, damaged):
        before = each.read_bytes()
        with pytest.raises(CannotShrink):
            shrink(each)
        assert each.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_an_original_that_is_kept_already_is_not_written_over(tmp_path: Path) -> None:
    """The next one gets a number. What a kill left half done goes."""
    path = tmp_path / "passport.jpg"
    (tmp_path / "passport (original, before shrinking).jpg").write_bytes(b"the first")
    (tmp_path / ".assist-bot-shrinking-x1.jpg").write_bytes(b"left by a kill")
    path.write_bytes(coded(noisy(), "JPEG"))
    assert shrink(path).original.name == "passport (original, before shrinking, 2).jpg"
    assert (tmp_path / "passport (original, before shrinking).jpg").read_bytes() == b"the first"
    assert sorted(originals_of(path)) == sorted(each for each in tmp_path.iterdir() if each != path)
