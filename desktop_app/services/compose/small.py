"""The small documents of a review: letters, notes and logs. What they say stands in resources/outputs/small.toml."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.common.document import Block, Dates, Document, Heading, Paragraph, Text
from desktop_app.common.resources import resource
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import capital, case, day, framed, passages
from desktop_app.services.compose.small_records import RECORDS
from desktop_app.services.compose.wording import fixed, words

LETTERS = (
    *(OutputKind.LETTER_FAMILY, OutputKind.LETTER_PRACTITIONER, OutputKind.LETTER_AGENCY),
    OutputKind.NON_INVOLVEMENT,
)
SMALL = (
    *LETTERS,
    *(OutputKind.PUBLICATION_NOTE, OutputKind.PRESS_STATEMENT),
    *(OutputKind.ANONYMISATION_LOG, OutputKind.DESTRUCTION_RECORD),
)


@dataclass(frozen=True, slots=True)
class SmallSection:
    heading: str
    text: tuple[str, ...]
    passage: str
    records: str


@dataclass(frozen=True, slots=True)
class Small:
    lead: str
    source: str
    sections: tuple[SmallSection, ...]


@functools.cache
def small(kind: OutputKind) -> Small:
    """Raises KeyError for an output that is not one of them."""
    held = tomllib.loads(resource("outputs", "small.toml").read_text("utf-8"))[kind.value]
    sections = (
        SmallSection(
            one["heading"], tuple(one.get("text", ())), str(one.get("passage", "")), str(one.get("records", ""))
        )
        for one in held["section"]
    )
    return Small(held["lead"], held["source"], tuple(sections))


def compose_small(kind: OutputKind, snapshot: Snapshot, as_at: dt.date) -> Document:
    held = small(kind)
    blocks: list[Block] = [Paragraph(Text(held.lead, Dates.FIXED))] if held.lead else []
    for section in held.sections:
        body = list(_body(section, snapshot, as_at))
        if body:
            blocks += [Heading(Text(section.heading, Dates.FIXED)), *body]
    document = framed(snapshot, kind, as_at, blocks)
    if kind in LETTERS:  # who is asked first must not read in the title what the review calls anybody
        return replace(document, title=fixed("briefing", "title_plain"))
    return document


def passage_keys(kind: OutputKind) -> tuple[str, ...]:
    """The author's passages that a small document prints."""
    return tuple(section.passage for section in small(kind).sections if section.passage)


def _body(section: SmallSection, snapshot: Snapshot, as_at: dt.date) -> Iterator[Block]:
    written = passages(snapshot, section.passage) if section.passage else []
    yield from written
    if not written:
        yield from (Paragraph(_filled(text, snapshot, as_at)) for text in section.text)
    if section.records:
        yield from RECORDS[section.records](snapshot, as_at)


def _filled(text: str, snapshot: Snapshot, as_at: dt.date) -> Text:
    """Fixed where nothing of the review is in it; else read by the renderer like all that somebody typed."""
    if "{" not in text:
        return Text(text, Dates.FIXED)
    review = snapshot.review
    scope = ""
    if review.scope_start and review.scope_end:
        scope = words("small", "scope", start=day(review.scope_start), end=day(review.scope_end))
    partnership = review.commissioning_body or words("small", "partnership")
    said = text.format(partnership=partnership, scope=scope, as_at=day(as_at))
    return case(capital(said), review.uid)
