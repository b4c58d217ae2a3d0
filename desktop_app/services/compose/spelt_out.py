"""Abbreviations written out where a reader first meets them, wherever that is once the sections are in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.layout import located_texts, with_texts
from desktop_app.common.document import Dates, Document, Text
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.snapshot import Snapshot


def spelt_out(document: Document, snapshot: Snapshot) -> Document:
    """ "MAST" becomes "Multi-Agency Screening Team (MAST)" at its first use, unless the text says so already.

    Those that came with a text which writes them out itself stay as they were sent. Our own wording, and a cell or a
    point that is the abbreviation alone, is left as it is. So is whatever belongs to a name of the register: "Valley
    CAMHS" written out would no longer be the body that the register knows.
    """
    texts = [located.text for located in located_texts(document)]
    words = [text.words for text in texts]
    names, all_words = tuple(_names(snapshot)), "\n".join(words)
    for held in snapshot.abbreviations:
        if held.expand and held.short in all_words and _may_be_written_out(held, names):
            _write_out(held, texts, words, names)
    return with_texts(document, words) if words != [text.words for text in texts] else document


def _write_out(held: Abbreviation, texts: list[Text], words: list[str], names: tuple[str, ...]) -> None:
    """At the first use in `words`, in place."""
    used = re.compile(rf"(?<![\w-]){re.escape(held.short)}(?![\w-])")
    around = [re.compile(re.escape(name), re.IGNORECASE) for name in names if used.search(name)]
    for at, text in enumerate(texts):
        if text.dates is Dates.FIXED or words[at].strip() == held.short:
            continue
        taken = [match.span() for name in around for match in name.finditer(words[at])]
        free = [m for m in used.finditer(words[at]) if not any(a <= m.start() < b for a, b in taken)]
        if held.long.casefold() in words[at].casefold():
            return
        if free:
            start, end = free[0].span()
            words[at] = f"{words[at][:start]}{held.long} ({held.short}){words[at][end:]}"
            return


def _may_be_written_out(held: Abbreviation, names: tuple[str, ...]) -> bool:
    """Not what stands for somebody, nor what would print a name of the register beside it."""
    long, short = held.long.casefold(), held.short.casefold()
    whole = bool(short and long) and not any(name.casefold() in long for name in names)
    return whole and short not in {name.casefold() for name in names}


def _names(snapshot: Snapshot) -> Iterator[str]:
    """Every form of a name of the register, people's initials too."""
    for entry in snapshot.register:
        yield from filter(None, (entry.name, *entry.aliases))
    for person in snapshot.people:
        parts = person.name.split()
        if len(parts) > 1:
            yield "".join(part[0] for part in parts)
            yield from parts
