"""The themes themselves: making one, editing it, putting two together, and taking one out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.domain.board import BoardCard
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.marking import without
from desktop_app.services.coding.sources import refuse
from desktop_app.services.session import Session

COLOURS = 8


def new_theme(snapshot: Snapshot, name: str, *, definition: str = "", parent: str = "") -> Theme:
    """With a letter that no other has, and the colour least used. Raises UserError theme-without-name, theme-twice."""
    words = " ".join(name.split())
    if not words:
        raise refuse("The theme has no name.", "Say in a word or two what it is.", "theme-without-name")
    if theme_called(snapshot.themes, words) is not None:
        raise refuse("There is a theme of that name.", "Use that one, or name this one otherwise.", "theme-twice")
    taken = {theme.letter.casefold() for theme in snapshot.themes}
    letter = next(letter for letter in _letters(words) if letter.casefold() not in taken)
    used = [theme.colour for theme in snapshot.themes]
    colour = min(range(1, COLOURS + 1), key=lambda n: (used.count(n), n))
    return Theme(name=words, definition=definition, parent=parent, letter=letter, colour=colour)


def _letters(name: str) -> Iterator[str]:
    """Candidates, best first: an initial, initials, the beginning, then any letter with a figure."""
    words = ["".join(ch for ch in word if ch.isalpha()) for word in name.split()]
    words = [word.upper() for word in words if word] or ["T"]
    yield words[0][0]
    if len(words) > 1:
        yield words[0][0] + words[1][0]
    yield words[0][:2]
    yield from (f"{words[0][0]}{n}" for n in range(2, 100))
    yield from (f"T{n}" for n in range(100, 10_000))


def theme_called(themes: Iterable[Theme], name: str) -> Theme | None:
    """By uid, name or letter; names before letters."""
    wanted = name.strip().casefold()
    held = list(themes) if wanted else []
    for field in ("uid", "name", "letter"):
        for theme in held:
            if str(getattr(theme, field)).casefold() == wanted:
                return theme
    return None


def edit_theme(session: Session, theme: Theme) -> ChangeSet:
    """Raises UserError theme-circle, theme-without-name."""
    if not theme.name.strip():
        raise refuse("The theme has no name.", "Give it one; Ctrl+Delete takes the theme out.", "theme-without-name")
    if theme.uid in ancestry(session.snapshot, theme.parent):
        raise refuse("A theme cannot belong under itself.", "Choose another to put it under.", "theme-circle")
    return session.put("Edit a theme", theme)


def ancestry(snapshot: Snapshot, uid: str) -> list[str]:
    """This theme and those above it, the nearest first; a circle is gone round once."""
    parents = {theme.uid: theme.parent for theme in snapshot.themes}
    found: list[str] = []
    while uid and uid not in found:
        found.append(uid)
        uid = parents.get(uid, "")
    return found


def below(snapshot: Snapshot, uid: str) -> frozenset[str]:
    """This theme and all under it."""
    return frozenset(theme.uid for theme in snapshot.themes if uid in ancestry(snapshot, theme.uid))


def merge_themes(session: Session, kept: Theme, gone: Theme) -> ChangeSet:
    """What was marked with `gone` is marked with `kept`, words marked with both once: one step of undo.

    Its definition is added where it says something else; themes under it come under `kept`.
    """
    if kept.uid == gone.uid:
        raise refuse("That is one and the same theme.", "Choose another to put it together with.", "theme-circle")
    snapshot = session.snapshot
    here = {_stretch(coding): coding.uid for coding in snapshot.codings if coding.theme == kept.uid}
    twice: dict[str, str] = {}
    puts: list[Record] = []
    for coding in snapshot.codings:
        if coding.theme == gone.uid:
            if (same := here.get(_stretch(coding))) is not None:
                twice[coding.uid] = same
            else:
                puts.append(replace(coding, theme=kept.uid))
    puts += _rested_elsewhere(snapshot, twice)
    puts += [replace(theme, parent=kept.uid) for theme in snapshot.themes if theme.parent == gone.uid != kept.parent
             and theme.uid != kept.uid]  # fmt: skip
    said = [text for text in (kept.definition, gone.definition) if text.strip()]
    parent = gone.parent if kept.parent == gone.uid else kept.parent
    puts.append(replace(kept, definition="\n\n".join(dict.fromkeys(said)), parent=parent))
    cards = tuple((BoardCard, card.uid) for card in snapshot.board_cards if card.of in twice)
    deletes = (*((Coding, uid) for uid in sorted(twice)), *cards, (Theme, gone.uid))
    return session.replace_all("Put two themes together", tuple(puts), deletes)


def _stretch(coding: Coding) -> tuple[object, ...]:
    return coding.of, coding.field, coding.start, coding.end, coding.quote


def _rested_elsewhere(snapshot: Snapshot, twice: dict[str, str]) -> list[Record]:
    """Findings that rest on a mark that goes rest on the same words under the theme that stays."""
    return [
        replace(finding, codings=tuple(dict.fromkeys(twice.get(uid, uid) for uid in finding.codings)))
        for finding in snapshot.findings
        if any(uid in twice for uid in finding.codings)
    ]


def delete_theme(session: Session, uid: str) -> ChangeSet:
    """With its marks; themes under it come under the one above. One step of undo brings all of it back."""
    snapshot = session.snapshot
    theme = next(held for held in snapshot.themes if held.uid == uid)
    gone = frozenset(coding.uid for coding in snapshot.codings if coding.theme == uid)
    puts, cards = without(snapshot, gone)
    raised = tuple(replace(held, parent=theme.parent) for held in snapshot.themes if held.parent == uid)
    deletes = (*((Coding, coding) for coding in sorted(gone)), *cards, (Theme, uid))
    return session.replace_all("Delete a theme", (*puts, *raised), deletes)
