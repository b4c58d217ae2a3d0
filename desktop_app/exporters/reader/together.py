"""Letters kept one by one, in pieces of a file that belong together: an element, a string, a point each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

_PIECE = 3  # letters
_FEWEST = 4  # pieces


def put_together(pieces: Iterable[str]) -> Iterator[str]:
    """Each run of short pieces as one word; what is longer says what it says by itself."""
    for short, run in groupby((piece.strip() for piece in pieces), lambda piece: 0 < len(piece) <= _PIECE):
        letters = list(run) if short else []
        if len(letters) >= _FEWEST:
            yield "".join(letters)
