import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from assist_bot.demo_household import paper
from assist_bot.scans import judge
from tests.passports import lines, scan

A4 = (1240, 1754)


def sheet() -> Image.Image:
    """Take a sheet from the scanner with nothing on it."""
    return Image.new("L", A4, 238)


def shaded() -> Image.Image:
    """Photograph an empty sheet by a window: dark on one side."""
    return Image.linear_gradient("L").rotate(90).resize(A4).point(lambda grey: 120 + grey // 2)


def dusty() -> Image.Image:
    """Scan an empty sheet on a dusty glass, with the shadow of its edge."""
    picture = sheet()
    pen = ImageDraw.Draw(picture)
    for place in range(20):
        pen.point((60 * place + 30, 80 * place + 50), 0)
    pen.rectangle((0, 0, 20, A4[1]), fill=30)
    return picture


def one_line() -> Image.Image:
    """Write a single line on a sheet."""
    picture = sheet()
    ImageDraw.Draw(picture).text((200, 300), "Passport copy of SITI AMINAH", font_size=40, fill=40)
    return picture


def saved(picture: Image.Image, path: Path) -> Path:
    """Save a picture as what its name says, alone or as the one page of a PDF."""
    if path.suffix == ".pdf":
        document = FPDF(unit="pt")
        document.add_page(format=picture.size)
        document.image(picture, 0, 0, *picture.size)
        path.write_bytes(bytes(document.output()))
    else:
        picture.save(path)
    return path


@pytest.mark.parametrize("kind", ["png", "pdf"])
@pytest.mark.parametrize(
    ("picture", "blank"),
    [(sheet(), True), (shaded(), True), (dusty(), True), (one_line(), False), (scan(lines()), False)],
    ids=["sheet", "shaded", "dusty", "one line", "passport"],
)
def test_a_blank_scan_is_told_from_one_with_something_on_it(
    tmp_path: Path, picture: Image.Image, kind: str, blank: bool
) -> None:
    """Whatever the light, the dust and the edge of the glass; a single line is enough."""
    assert judge(saved(picture, tmp_path / f"scan.{kind}")).blank is blank


def test_a_pdf_is_blank_only_if_each_page_is(tmp_path: Path) -> None:
    """The back of a sheet may well be empty."""
    path = tmp_path / "both-sides.pdf"
    with (
        pikepdf.open(saved(sheet(), tmp_path / "a.pdf")) as pdf,
        pikepdf.open(io.BytesIO(paper("x"))) as more,
    ):
        pdf.pages.extend(more.pages)
        pdf.save(path)
    assert judge(path).blank is False
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert judge(path).blank is True


def test_what_cannot_be_seen_from_here_is_said_to_be_so(tmp_path: Path) -> None:
    """A page that is only drawn, a picture that is damaged, and a locked PDF: none of them is called blank."""
    drawn, damaged, locked = (tmp_path / name for name in ("drawn.pdf", "damaged.jpg", "locked.pdf"))
    document = FPDF()
    document.add_page()
    document.line(10, 10, 100, 100)
    drawn.write_bytes(bytes(document.output()))
    damaged.write_bytes(b"\xff\xd8\xff\xe0 a picture \xff\xd9")
    with pikepdf.open(drawn) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert [judge(path).blank for path in (drawn, damaged, locked)] == [None] * 3


def test_a_coarse_scan_is_told_by_its_pixels(tmp_path: Path) -> None:
    """Fewer than a thousand on the long side; a PDF of text has none to count."""
    fine = judge(saved(one_line(), tmp_path / "fine.png"))
    coarse = judge(saved(one_line().resize((450, 640)), tmp_path / "coarse.png"))
    assert (fine.long_side, fine.coarse, coarse.long_side, coarse.coarse) == (1754, False, 640, True)
    (tmp_path / "text.pdf").write_bytes(paper("Borang 1"))
    assert judge(tmp_path / "text.pdf").coarse is False


def test_a_picture_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    """160 million pixels in a few kilobytes."""
    saved(Image.new("1", (16_000, 10_000)), tmp_path / "huge.png")
    assert judge(tmp_path / "huge.png").blank is None


def test_a_picture_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    """A few pixels, it says, and 200 million bytes behind them."""
    path = tmp_path / "swelling.pdf"
    with pikepdf.open(saved(sheet(), path), allow_overwriting_input=True) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        image.write(swollen(200), filter=pikepdf.Name.FlateDecode)
        image.Width, image.Height = 100, 100
        pdf.save(path)
    assert path.stat().st_size < 1_000_000
    assert judge(path).blank is None


def swollen(megabytes: int) -> bytes:
    """Pack many zeros."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
