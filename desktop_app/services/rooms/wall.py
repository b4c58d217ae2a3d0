"""The wall as it is seen: cards in columns, those that say the same as one. No time and no order of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.domain.room import EntryKind, RoomEntry
from desktop_app.domain.workshop import Attribution, Consent, Valence


@dataclass(frozen=True, slots=True)
class Card:
    """One point. `notes` are the uids of what was said; `cluster` is "" for a single note without dots.

    `hidden` says why its words are not shown, "" when they are: "sensitive" or "off-record".
    """

    uid: str
    text: str
    prompt: str
    column: Valence
    notes: tuple[str, ...]
    cluster: str = ""
    dots: int = 0
    hidden: str = ""
    consent: Consent = Consent.PARAPHRASE
    attribution: Attribution = Attribution.UNATTRIBUTED
    group: str = ""
    factor: str = ""
    moments: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.notes)

    @property
    def shown(self) -> str:
        """The words for the wall, "" when they are hidden."""
        return "" if self.hidden else self.text


def cards(entries: Iterable[RoomEntry]) -> list[Card]:
    """Every point on the wall, as first captured."""
    held = list(entries)
    notes = {e.uid: e for e in held if e.kind is EntryKind.REFLECTION}
    clusters = {e.uid: e for e in held if e.kind is EntryKind.CLUSTER}
    of_note = {member: c for c in clusters.values() for member in members(c) if member in notes}
    made: dict[str, Card] = {}
    for note in notes.values():
        cluster = of_note.get(note.uid)
        if cluster is None:
            made[note.uid] = _card(note, note.uid, (note.uid,))
        elif cluster.uid not in made:
            together = tuple(uid for uid in members(cluster) if uid in notes)
            made[cluster.uid] = _together(cluster, [notes[uid] for uid in together])
    return list(made.values())


def members(cluster: RoomEntry) -> tuple[str, ...]:
    found = cluster.get("members")
    return found if isinstance(found, tuple) else ()


def same_points(held: Iterable[Card]) -> list[tuple[str, ...]]:
    """Uids of cards under one prompt and in one column that say the same, but for case, spaces and stops."""
    alike: dict[tuple[str, Valence, str], list[str]] = {}
    for card in held:
        if not card.hidden:
            alike.setdefault((card.prompt, card.column, plain(card.text)), []).append(card.uid)
    return [tuple(uids) for (_, _, words), uids in alike.items() if len(uids) > 1 and words]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _together(cluster: RoomEntry, said: list[RoomEntry]) -> Card:
    """As its first note, with the words the cluster was given."""
    title, dots = str(cluster.get("title") or ""), cluster.get("dots")
    first = next((note for note in said if note.get("text") == title), said[0])
    return _card(
        first,
        cluster.uid if len(said) > 1 else first.uid,
        tuple(note.uid for note in said),
        cluster=cluster.uid,
        dots=dots if isinstance(dots, int) else 0,
        title=title if len(said) > 1 else "",
    )


def _card(
    note: RoomEntry, uid: str, notes: tuple[str, ...], *, cluster: str = "", dots: int = 0, title: str = ""
) -> Card:
    values: Mapping[str, object] = dict(note.values)
    consent = Consent(str(values.get("consent", Consent.PARAPHRASE)))
    hidden = "sensitive" if values.get("sensitive") else "off-record" if consent is Consent.OFF_RECORD else ""
    moments = values.get("events", ())
    return Card(
        uid,
        title or str(values.get("text", "")),
        str(values.get("prompt", "")),
        Valence(str(values.get("valence", Valence.CONTEXT))),
        notes,
        cluster,
        dots,
        hidden,
        consent,
        Attribution(str(values.get("attribution", Attribution.UNATTRIBUTED))),
        str(values.get("group", "")),
        str(values.get("factor", "")),
        moments if isinstance(moments, tuple) else (),
    )
