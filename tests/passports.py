"""Passports that nobody has: their machine-readable lines, and scans of them."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from assist_bot.machine_readable_zone.zone import check_digit

FONT = next(
    (
        path
        for path in (
            Path("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"),
            Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
            Path("C:/Windows/Fonts/consola.ttf"),
            Path("/System/Library/Fonts/Menlo.ttc"),
        )
        if path.exists()
    ),
    None,
)
"""Letters of one width, as in a passport; None where this computer has none that is known here."""


def lines(  # noqa: PLR0913, PLR0917  one for each thing that a zone says
    number: str = "C1234567",
    code: str = "IDN",
    names: str = "AMINAH<<SITI",
    born: str = "911121",
    sex: str = "F",
    expiry: str = "301119",
    own: str = "",
) -> str:
    """Write the two lines with their check digits."""
    padded, rest = number.ljust(9, "<"), own.ljust(14, "<")
    parts = [each + check_digit(each) for each in (padded, born, expiry, rest)]
    second = f"{parts[0]}{code}{parts[1]}{sex}{parts[2]}{parts[3]}{check_digit(''.join(parts))}"
    return f"{f'P<{code}{names}':<<44}\n{second}"


def scan(text: str, size: tuple[int, int] = (1600, 1130)) -> Image.Image:
    """Draw the page of a passport as it lies on a scanner, with these lines at its foot."""
    picture = Image.new("L", size, 245)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 120, 480, 660), fill=120)
    letters = ImageFont.truetype(FONT, 50) if FONT else ImageFont.load_default(50)
    for place, line in enumerate(text.splitlines()):
        pen.text((size[0] * 0.06, size[1] - 240 + 90 * place), line, font=letters, fill=20)
    pen.text((560, 200), "SPECIMEN PASSPORT", font=letters, fill=60)
    return picture
