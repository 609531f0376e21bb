"""What may stand where. What is not listed is forbidden."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from tests.canaries.reading import Piece
from tests.canaries.values import ALL, Canary, Kind, as_text, stands_in

EVERYTHING = frozenset(Kind)

MAY_STAND: tuple[tuple[str, frozenset[Kind]], ...] = (
    # What the household itself wrote.
    ("profile.toml", EVERYTHING - {Kind.SECRET}),
    ("papers/*", EVERYTHING - {Kind.SECRET}),
    # SOCSO's forms, filled in or ready to copy, and the e-mail that carries one.
    ("forms/*", EVERYTHING - {Kind.SECRET}),
    # What the household answered so far, until its profile is written.
    ("init.json", EVERYTHING - {Kind.SECRET}),
    # The credential store, which in these tests is a file.
    ("store.json", frozenset({Kind.SECRET})),
    # What the portal itself hands out is kept as it is.
    ("documents/*.pdf", EVERYTHING - {Kind.SECRET}),
    ("runs/*/*.pdf", EVERYTHING - {Kind.SECRET}),
    # A proof for an office: names and amounts, and numbers only where the portal's own papers have them.
    ("proofs/*.pdf", frozenset({Kind.PRIVATE})),
    # The browser's private folder and the rehearsal's, after a kill until the next start.
    ("browser/*", EVERYTHING - {Kind.SECRET}),
    ("rehearsal-*/*", EVERYTHING - {Kind.SECRET}),
    # What the person has to check and to keep.
    ("runs/*/journal.jsonl", frozenset({Kind.PRIVATE})),
    ("runs/*/review.html", frozenset({Kind.PRIVATE})),
    ("ledger.sqlite*", frozenset({Kind.PRIVATE})),
    ("result", frozenset({Kind.PRIVATE})),
)
"""Which kinds of values may stand in which places; the first pattern that fits counts."""


class Found(NamedTuple):
    """A value that stands somewhere."""

    place: str
    what: str


def found_in(pieces: Iterable[Piece], canaries: Sequence[Canary] = ALL) -> list[tuple[Piece, Canary]]:
    """List where each value stands, allowed or not."""
    return [
        (piece, canary)
        for piece in pieces
        for text in [as_text(piece.data)]
        for canary in canaries
        if stands_in(canary, text)
    ]


def leaks(pieces: Iterable[Piece], canaries: Sequence[Canary] = ALL) -> list[Found]:
    """List each value that stands where it may not."""
    return [
        Found(piece.place, canary.name)
        for piece, canary in found_in(pieces, canaries)
        if canary.kind not in may_stand(piece.place)
    ]


def may_stand(place: str) -> frozenset[Kind]:
    """Say which kinds of values may stand in a place; what is packed in a file counts as the file."""
    file = place.partition("!")[0]
    return next((kinds for pattern, kinds in MAY_STAND if fnmatch(file, pattern)), frozenset())
