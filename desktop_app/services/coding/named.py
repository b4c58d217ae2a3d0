"""Themes, records and words as somebody names them at the command line."""

from __future__ import annotations

import re

from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.marking import mark
from desktop_app.services.coding.sources import CODABLE, Source, refuse, source, source_of
from desktop_app.services.coding.themes import theme_called
from desktop_app.services.session import Session


def theme_named(snapshot: Snapshot, name: str) -> Theme:
    """By uid, name or letter. Raises UserError theme-unknown."""
    found = theme_called(snapshot.themes, name)
    if found is None:
        raise refuse(
            "There is no such theme.", "“candour list FILE themes” lists them; --new makes one.", "theme-unknown"
        )
    return found


def source_named(session: Session, name: str) -> Source:
    """An event by ref, a passage by key, anything that can be marked by uid. Raises UserError no-such-record."""
    wanted = name.strip().casefold()
    if re.fullmatch("[0-9a-f]{32}", wanted) and (found := source_of(session, wanted)) is not None:
        return found
    snapshot = session.snapshot
    for family, field in (("narratives", "key"), ("events", "ref")):
        for record in getattr(snapshot, family):
            if wanted and getattr(record, field).casefold() == wanted:
                return source(snapshot, family, record)
    what = "There is no such event, passage, reflection or point."
    raise refuse(what, "Give the ref of an event, the key of a passage, or a uid.", "no-such-record")


def mark_words(session: Session, theme: str, name: str, words: str = "", field: str = "", memo: str = "") -> Coding:
    """`words` are looked for in `field`, else in each of its texts; without either the record itself is marked.

    Raises UserError theme-unknown, no-such-record, not-codable, words-not-there.
    """
    held, of = theme_named(session.snapshot, theme), source_named(session, name)
    if field and field not in CODABLE[of.family]:
        raise refuse("That record has no such text.", f"Texts are: {', '.join(CODABLE[of.family])}.", "not-codable")
    if not words.strip():
        made, _ = mark(session, held.uid, of.family, of.uid, field, 0, len(of.text(field)), memo)
        return made
    loose = re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)
    for at, text in of.texts:
        if field in ("", at) and (found := loose.search(text)):
            made, _ = mark(session, held.uid, of.family, of.uid, at, *found.span(), memo)
            return made
    raise refuse(
        "Those words are not in it.",
        "Give them as they stand there; spaces and capitals may differ.",
        "words-not-there",
    )
