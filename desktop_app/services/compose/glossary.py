"""The abbreviations that an output uses, with what each stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.common.document import Block, Document, Table, Text
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, cell
from desktop_app.services.compose.wording import fixed
from desktop_app.services.document_text import all_texts

_NOBODY = Text("")
_WORD = re.compile(r"\w+(?:[&/'’-]\w+)*")


def glossary(snapshot: Snapshot, blocks: Sequence[Block]) -> list[Block]:
    """A table of those in `blocks`; what is somebody's initials is replaced there, and explained nowhere."""
    document = Document("", _NOBODY, _NOBODY, _NOBODY, _NOBODY, tuple(blocks))
    used = {word for text in all_texts(document) for word in _WORD.findall(text.words)}
    people = {_initials(person) for person in snapshot.people}
    entries = [a for a in snapshot.abbreviations if a.long and a.short in used and a.short not in people]
    entries.sort(key=lambda entry: entry.short.casefold())
    rows = tuple((cell(case(a.short, a.uid)), cell(case(a.long, a.uid))) for a in entries)
    header = (fixed("overview", "short"), fixed("overview", "long"))
    return [Table(header, rows, (1.0, 4.0))] if rows else []


def _initials(person: Person) -> str:
    return "".join(part[0] for part in person.name.split()).upper()
