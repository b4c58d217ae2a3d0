"""Abbreviations that a file uses: from its own glossary, and from its text."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.abbreviations import find_abbreviations
from desktop_app.domain.people import Abbreviation
from desktop_app.importers.mapping import Layout, find_layout
from desktop_app.importers.source_file import SourceFile

_MOST_TEXT = 2_000_000  # characters looked through; beyond that a review has long met its abbreviations


def abbreviations_of(source: SourceFile, layouts: Iterable[Layout]) -> tuple[Abbreviation, ...]:
    """Each short form that the file itself spells out, once. Notes are full of capitals that are names or stress,
    so what a return leaves unexplained is not taken for an abbreviation.
    """
    longs: dict[str, str] = {}
    read = {id(layout.table) for layout in layouts}
    for table in source.tables:
        glossary = find_layout(table, "glossary") if id(table) not in read else None
        if glossary:
            for row in table.rows[glossary.first :]:
                short, long = glossary.value(row, "short").strip(), glossary.value(row, "long").strip()
                if short and long and len(short) <= 12:
                    longs.setdefault(short, long)
    pieces: list[str] = list(source.lines)
    size = 0
    for layout in layouts:
        for field in ("event", "action", "outcome", "comment", "source"):
            # Spelt out means followed by the short form in brackets, so most columns need not be looked at.
            texts = layout.texts(field)
            for text in (text for text in texts if "(" in text) if "(" in "".join(texts) else ():
                pieces.append(text)
                size += len(text)
                if size > _MOST_TEXT:
                    break
    for found in find_abbreviations("\n".join(pieces)):
        if found.long:
            longs.setdefault(found.short, found.long)
    return tuple(Abbreviation(short=short, long=long) for short, long in longs.items())
