"""Pieces that several outputs share: paragraphs of a passage, the frame of a document, dates in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.common.document import Block, Cell, Dates, Document, Heading, Paragraph, Text
from desktop_app.domain.dates import in_words, names_no_day
from desktop_app.domain.output import OutputKind
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.wording import fixed, words


def day(date: dt.date | None) -> str:
    """ "15 May 2026", or "" when there is none."""
    return f"{date.day} {date:%B %Y}" if date else ""


def split(text: str, dates: Dates, source: str) -> tuple[Text, ...]:
    """A passage's paragraphs: blank lines part them."""
    return tuple(Text(" ".join(p.split()), dates, source) for p in text.split("\n\n") if p.strip())


def case(text: str, source: str = "") -> Text:
    return Text(" ".join(text.split()), Dates.CASE, source)


def capital(text: str) -> str:
    """With a capital letter first, and no other changed."""
    return text[:1].upper() + text[1:]


def event_date(date: PartialDate, source: str) -> Text:
    """The date of an event in words. One that names no day is said to be unknown, not printed as if it were a day.

    What nobody could read as a date ("the Tuesday after half-term") stays as it was written: it tells something.
    """
    if names_no_day(date):
        return Text(words("common", "no_date"), Dates.FIXED, source)
    return case(capital(in_words(date)), source)


def governance(text: str, source: str = "") -> Text:
    return Text(" ".join(text.split()), Dates.GOVERNANCE, source)


def cell(*paragraphs: Text) -> Cell:
    return Cell(tuple(p for p in paragraphs if p.words) or (Text("", Dates.FIXED),))


def passages(snapshot: Snapshot, *keys: str, dates: Dates = Dates.CASE) -> list[Block]:
    """The author's own passages under these keys, in this order; a missing one is left out."""
    by_key: dict[str, list[Narrative]] = {}
    for narrative in snapshot.narratives:
        by_key.setdefault(narrative.key, []).append(narrative)
    return [
        Paragraph(text)
        for key in keys
        for narrative in by_key.get(key, [])
        for text in split(narrative.text, dates, narrative.uid)
    ]


def section(heading: Text, blocks: Iterable[Block], key: str = "") -> list[Block]:
    """A heading and what stands under it; nothing at all when nothing does. `key` is the section's id in the data."""
    body = list(blocks)
    return [Heading(heading, key=key), *body] if body else []


def framed(
    snapshot: Snapshot, kind: OutputKind, as_at: dt.date, blocks: Iterable[Block], *, landscape: bool = False
) -> Document:
    """Blocks with the title, running head and marking every output carries."""
    review = snapshot.review
    return Document(
        kind=kind.value,
        title=title_of(snapshot),
        subtitle=Text(f"{words('names', kind.value)}, {as_at:%B %Y}", Dates.FIXED),
        header=Text(review.commissioning_body, Dates.FIXED),
        footer=Text(review.protective_marking, Dates.FIXED),
        blocks=tuple(blocks),
        landscape=landscape,
    )


def title_of(snapshot: Snapshot) -> Text:
    """The published title the author gave, else a plain one. Never the working title: that may name somebody."""
    published = snapshot.review.published_title
    return case(published, snapshot.review.uid) if published else fixed("briefing", "title_plain")
