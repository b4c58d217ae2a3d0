"""The output with real names, to lay beside what will print. It is made in memory, shown, and never written."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.anonymise.result import Rendering
from desktop_app.common.document import Document
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.document_text import all_texts
from desktop_app.services.fidelity import printed
from desktop_app.services.outputs import composed
from desktop_app.services.preview import Spot, preview_page, preview_pdf, words_on_pages

_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*|\s+|[^\w\s]")
# What stands before a name or a date changes with it, and is not worth a mark of its own.
_LEADS = frozenset(
    {"on", "in", "at", "the", "a", "an", "and", "or", "of", "by", "to", "from", "about", "was", "his", "her"}
)


@dataclass(frozen=True, slots=True)
class Identified:
    """`changed` is where words stand that print otherwise; `waiting` maps a surface to where it stands.

    `paragraphs` are those of `fidelity.printed`, with real names.
    """

    pdf: bytes
    pages: int
    changed: tuple[Spot, ...]
    waiting: dict[str, tuple[Spot, ...]]
    paragraphs: tuple[str, ...]


def identified(
    snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date, rendering: Rendering
) -> Identified:
    """What `rendering` was made of, with the words marked that it changes."""
    document = composed(snapshot, kind, profile, as_at)
    pdf = preview_pdf(Rendering(document, (), None), profile.value)
    waiting = tuple(item.surface for item in rendering.undecided)
    changed = tuple(words for words in dict.fromkeys(changes(document, rendering.preview)) if words not in waiting)
    forms = {item.surface: (item.surface, *item.forms) for item in rendering.undecided}
    spots = words_on_pages(pdf, (*(words for every in forms.values() for words in every), *changed))
    _, pages = preview_page(pdf, page=0, width_px=8)
    return Identified(
        pdf,
        pages,
        tuple(spot for words in changed for spot in spots[words]),
        {surface: tuple(spot for words in forms[surface] for spot in spots[words]) for surface in waiting},
        tuple(paragraph.words for paragraph in printed(document)),
    )


def changes(before: Document, after: Document) -> Iterator[str]:
    """The words of each text that print otherwise, run by run."""
    for old, new in zip(all_texts(before), all_texts(after), strict=True):
        if old.words != new.words:
            yield from _changed(_TOKEN.findall(old.words), _TOKEN.findall(new.words))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, _, _ in matcher.get_opcodes():
        while start < end and not _tells(old[start]):
            start += 1
        while start < end and not _tells(old[end - 1]):
            end -= 1
        if what in ("replace", "delete") and start < end:
            yield "".join(old[start:end])


def _tells(token: str) -> bool:
    return token[0].isalnum() and token.lower() not in _LEADS
