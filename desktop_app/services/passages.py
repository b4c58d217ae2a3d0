"""The passages an author writes for the outputs: which ones an output prints, and changing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import OutputKind
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.overview_sections import PASSAGES
from desktop_app.services.compose.presets import preset_of
from desktop_app.services.compose.small import SMALL, passage_keys
from desktop_app.services.explicit import mark_explicit
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class Passage:
    """`uid` is "" while nothing is written under this key. Blank lines part the paragraphs of `text`."""

    key: str
    name: str
    text: str
    uid: str
    explicit: bool = False  # only the panel reads it in full
    abridged: str = ""  # what other readers are given


_NAMES = {
    "about": "What the review is about",
    "why_it_matters": "Why it matters",
    "threshold": "How it came about, and the threshold",
    "role": "Who led it",
    "assurance": "What the partnership says",
    "scope_text": "The period looked at, and why",
    "who_took_part": "Who took part",
    "family": "Family and those affected",
    "changed_since": "What has changed since",
    "next_steps": "Next steps",
    "oversight": "Who keeps watch",
    "publication_text": "Publication",
    "summary": "Summary",
    "tribute": "In memory",
    "lived_experience": "The lived experience",
    "equality": "Equality and diversity",
    "conclusions": "Conclusions",
    "dissemination": "Who will be told of the learning, and how",
    "press_statement": "Statement to the press",
}
# In the order in which each output prints them (services.compose).
_KEYS: dict[OutputKind, tuple[str, ...]] = {
    OutputKind.BRIEFING: (
        *("role", "assurance", "about", "threshold", "scope_text", "who_took_part", "family", "changed_since"),
        *("next_steps", "oversight", "publication_text"),
    ),
    OutputKind.SEVEN_MINUTE: ("why_it_matters", "threshold", "about"),
}


def passage_name(key: str) -> str:
    """What the window calls a passage; one that outputs print under a key of their own is called by that."""
    return _NAMES.get(key, key.replace("_", " ").capitalize())


def keys_of(snapshot: Snapshot, kind: OutputKind) -> tuple[str, ...]:
    """The keys of the passages an output prints: an overview’s are its preset’s, a small document’s its data’s."""
    if kind is OutputKind.OVERVIEW:
        sections = preset_of(snapshot, kind).sections
        return tuple(dict.fromkeys(key for name, _ in sections for key in PASSAGES.get(name, ())))
    return passage_keys(kind) if kind in SMALL else _KEYS.get(kind, ())


def passages_of(snapshot: Snapshot, kind: OutputKind) -> list[Passage]:
    """What may be written for this output, written or not; empty for outputs made from records alone."""
    first: dict[str, Narrative] = {}
    for narrative in snapshot.narratives:
        first.setdefault(narrative.key, narrative)
    held = {key: first.get(key, Narrative(uid="")) for key in keys_of(snapshot, kind)}
    return [
        Passage(key, _NAMES[key], held_text.text, held_text.uid, held_text.explicit, held_text.abridged)
        for key, held_text in held.items()
    ]


def rest_passage(session: Session, key: str, records: Sequence[str], *, off: bool = False) -> ChangeSet:
    """What the passage under `key` is written from (uids), or with `off` is not. Raises UserError no-passage.

    While it says nothing itself, it is taken to rest on what passages under its key tell of.
    """
    found = next((n for n in session.snapshot.narratives if n.key == key), None)
    if found is None:
        raise UserError(
            "Nothing is written under that key yet.",
            safe="Nothing was changed.",
            do="Write the passage first; then say what it is written from.",
            code="no-passage",
            exit_code=Exit.USAGE,
        )
    kept = tuple(uid for uid in found.rests_on if uid not in records)
    return session.put("What a passage rests on", replace(found, rests_on=kept if off else (*kept, *records)))


def write_passage(session: Session, key: str, text: str) -> ChangeSet:
    """Put `text` under `key`; the same passage serves every output that prints it."""
    narratives = session.snapshot.narratives
    found = next((n for n in narratives if n.key == key), None)
    if found is None:
        found = Narrative(key=key, order=1 + max((n.order for n in narratives), default=0))
    return session.put("Write a passage", replace(found, text=text))


def mark_passage(session: Session, key: str, explicit: bool, abridged: str) -> ChangeSet | None:
    """Say that only the panel reads what stands under `key` in full; None while nothing does."""
    found = next((n for n in session.snapshot.narratives if n.key == key), None)
    return mark_explicit(session, found, explicit, abridged) if found else None
