"""Everything under a theme, with its words as they are now, and how often each agency's account comes up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop_app.domain.coding import Coding
from desktop_app.services.coding.anchors import Anchor, anchor_of
from desktop_app.services.coding.sources import Review, Source, marked_sources
from desktop_app.services.coding.themes import below


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark where it stands. `words` are those of the text now; of the quotation once they are gone."""

    coding: Coding
    source: Source
    anchor: Anchor
    words: str


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """`agencies` counts marks by uid of an agency, "" for what is no agency's; `records` counts what is marked."""

    marks: int
    records: int
    agencies: dict[str, int]


def all_marked(review: Review) -> list[Marked]:
    """Every mark on something that is there, in the order they were made."""
    sources = marked_sources(review)
    return [found(coding, sources[coding.of]) for coding in review.snapshot.codings if coding.of in sources]


def found(coding: Coding, source: Source) -> Marked:
    text = source.text(coding.field)
    anchor = anchor_of(text, coding)
    if anchor.how == "whole":
        words = source.texts[0][1] if source.texts else ""
    else:
        words = text[anchor.start : anchor.end] or coding.quote
    return Marked(coding, source, anchor, words)


def under(review: Review, theme: str) -> list[Marked]:
    """What is marked with this theme or one under it: by kind of record, and in each as it was marked."""
    wanted = below(review.snapshot, theme)
    held = [marked for marked in all_marked(review) if marked.coding.theme in wanted]
    kinds = list(dict.fromkeys(marked.source.family for marked in held))
    return sorted(held, key=lambda marked: kinds.index(marked.source.family))


def on(review: Review, source: Source) -> list[Marked]:
    """The marks of one record, by where they begin; those of the record as a whole first."""
    held = [found(coding, source) for coding in review.snapshot.codings if coding.of == source.uid]
    fields = ["", *(field for field, _ in source.texts)]
    return sorted(
        held, key=lambda m: (fields.index(m.coding.field) if m.coding.field in fields else 99, m.anchor.start)
    )


def counts(review: Review) -> dict[str, ThemeCount]:
    """uid of a theme -> what is marked with it or with a theme under it."""
    marked = all_marked(review)
    result = {}
    for theme in review.snapshot.themes:
        wanted = below(review.snapshot, theme.uid)
        held = [one for one in marked if one.coding.theme in wanted]
        agencies = Counter(one.source.agency for one in held)
        result[theme.uid] = ThemeCount(len(held), len({one.source.uid for one in held}), dict(agencies))
    return result
