"""Themes, and the stretches of the record they are marked on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """`letter` stands in the margin beside what is marked; `colour` is its place in the palette of eight."""

    name: str = ""
    definition: str = ""  # when to use it, and when not
    parent: str = ""  # uid of a Theme
    letter: str = ""  # one to three letters
    colour: int = 0  # from 1; 0 where nobody chose


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """A theme on a record, or on the stretch [start, end) of one of its texts.

    `quote` is that stretch as it was when it was marked: text that is edited later is found again by it.
    """

    theme: str = ""  # uid of a Theme
    family: str = ""  # of the record, e.g. "events"
    of: str = ""  # uid of the record
    field: str = ""  # e.g. "comment"; "" for the record as a whole
    start: int = 0
    end: int = 0
    quote: str = ""
    memo: str = ""
