"""A partnership's own Word template, kept with the review that is printed in it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTemplate(Record):
    """`packed` is the cleaned .docx in base 64 and `sha256` its sum; `pictures` are the sums of the pictures in it.

    Kept here and not beside the review: what is approved is made anew from the same template as its draft.
    """

    packed: str = ""
    sha256: str = ""
    pictures: tuple[str, ...] = ()
