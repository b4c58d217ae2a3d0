"""A workshop's room while it runs, from its pack alone: the review is neither here nor reachable.

Every call that changes the wall has it on the disk when it returns, or raises UserError and leaves the wall as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.room import EntryKind, RoomBrief
from desktop_app.domain.small_groups import Shared, shared_by
from desktop_app.domain.workshop import Attribution, Consent, Valence
from desktop_app.services.rooms.name_guard import Mark, marks_in
from desktop_app.services.rooms.wall import Card, cards, same_points
from desktop_app.storage.packs.capture import Room

MOST_TEXT = 500_000  # characters of one note; a pack holds no more than a million of one value


class LiveRoom:
    """`table` is which table's sheet is being entered, 0 for all together.

    It is kept in memory alone and written nowhere: which table a note came from could tell who said it. After a crash
    the sheets are together; no note is lost.
    """

    def __init__(self, path: Path, passphrase: str) -> None:
        """Raises UserError "wrong-secret", "room-closed", "pack-foreign" and the like."""
        self._room = Room(path, passphrase)
        self.table = 0
        self._tables: dict[str, int] = {}
        brief = self._room.brief
        self._shown = tuple(text for moment in brief.moments for text in (moment.when, moment.what))

    @property
    def brief(self) -> RoomBrief:
        return self._room.brief

    @property
    def concerns(self) -> int:
        """How many matters were taken forward outside the room. What they are is not for the wall."""
        return sum(entry.kind is EntryKind.CONCERN for entry in self._room.entries)

    @property
    def unfinished_concerns(self) -> tuple[str, ...]:
        """Matters of which nobody has said yet who acts, after a crash in between."""
        found = (e for e in self._room.entries if e.kind is EntryKind.CONCERN and not e.get("who_acts"))
        return tuple(entry.uid for entry in found)

    def wall(self, prompt: str) -> dict[Valence, list[Card]]:
        """The cards of a prompt by column; only those of the table being entered, while one is."""
        columns: dict[Valence, list[Card]] = {Valence(name): [] for name in self.brief.columns}
        for card in cards(self._room.entries):
            if card.prompt == prompt and self._at_table(card):
                columns.setdefault(card.column, []).append(card)
        return columns

    def card(self, uid: str) -> Card | None:
        """The card that is, or holds, `uid`."""
        return next((c for c in cards(self._room.entries) if uid in (c.uid, c.cluster, *c.notes)), None)

    def marks(self, text: str) -> list[Mark]:
        return marks_in(text, self.brief.people, self._shown)

    def capture(self, text: str, prompt: str, *, sensitive: bool = False) -> str:
        """A note under `prompt`, in the last column until it is given another. Its uid comes back."""
        words = _words(text)
        column = self.brief.columns[-1] if self.brief.columns else Valence.CONTEXT.value
        values: dict[str, str | bool] = {"text": words, "prompt": prompt, "valence": column, "capture": "sticky-note"}
        if sensitive:
            values["sensitive"] = True
        uid = self._room.add(EntryKind.REFLECTION, **values).uid
        if self.table:
            self._tables[uid] = self.table
        return uid

    def put_in_column(self, uid: str, column: Valence) -> None:
        for note in self._notes(uid):
            self._room.correct(note, valence=column.value)

    def edit(self, uid: str, text: str, *, sensitive: bool = False) -> None:
        """Other words for a note, or for several that say the same."""
        card = self._need(uid)
        if card.count > 1:
            self._room.correct(card.cluster, title=_words(text))
        else:
            self._room.correct(card.notes[0], text=_words(text), sensitive=sensitive)

    def take_off(self, uid: str) -> None:
        """A note is withdrawn, here and in the review; several that say the same come apart, and stay."""
        card = self._need(uid)
        if card.count > 1:
            self._room.withdraw(card.cluster)
            return
        self._room.withdraw(card.notes[0])
        if card.cluster:
            self._room.withdraw(card.cluster)

    def say_the_same(self, uid: str, other: str) -> str:
        """Two cards become one, in the words of `other`, with the dots of both. Its uid comes back."""
        first, second = self._need(other), self._need(uid)
        if first.uid == second.uid or first.hidden or second.hidden:
            raise _refusal("Only two different points that can be read can be put together.", "room-not-together")
        return self._join([first, second])

    def give_dots(self, uid: str, dots: int) -> None:
        """Dots counted from paper, for a note or for several that say the same."""
        card = self._need(uid)
        if card.cluster:
            self._room.correct(card.cluster, dots=dots)
        elif dots:
            self._room.add(EntryKind.CLUSTER, title="", members=card.notes, dots=dots)

    def pin(self, uid: str, moments: Sequence[str]) -> None:
        """To points of the timeline, by their uids; none takes the pin out."""
        for note in self._notes(uid):
            self._room.correct(note, events=tuple(moments))

    def consent(self, uid: str, consent: Consent) -> None:
        for note in self._notes(uid):
            self._room.correct(note, consent=consent.value)

    def factor(self, uid: str, factor: str) -> None:
        for note in self._notes(uid):
            self._room.correct(note, factor=factor)

    def attribute(self, uid: str, attribution: Attribution, group: str = "") -> None:
        """Raises UserError "room-group-small" for a group that too few share; `may_say` gives what they may say."""
        if attribution in (Attribution.ROLE, Attribution.AGENCY_TYPE) and self.may_say(group).label != group:
            raise _refusal(f"Fewer than three here share “{group}”, so it could tell who spoke.", "room-group-small")
        for note in self._notes(uid):
            self._room.correct(note, attribution=attribution.value, group=group)

    def may_say(self, group: str) -> Shared:
        """As what somebody of `group` may be printed: the group, the next one up that is large enough, or nothing."""
        shared = shared_by(dict(self.brief.groups), dict(self.brief.wider))
        printed = {found.label: found for found in shared.values() if found.label}
        return shared.get(group) or printed.get(group) or Shared("", 0)

    def escalate(self, uid: str) -> str:
        """A safeguarding matter: kept for the review first, then off the wall. The uid of the matter comes back."""
        card = self._need(uid)
        if card.count > 1:
            raise _refusal("Take the points apart first (Delete), then choose the one.", "room-not-one-note")
        concern = self._room.add(EntryKind.CONCERN, text=card.text).uid
        self.take_off(uid)
        return concern

    def act_on(self, concern: str, who_acts: str, by_when: str) -> None:
        self._room.correct(concern, who_acts=_clean(who_acts), by_when=_clean(by_when))

    def all_together(self) -> int:
        """End entering tables apart: what several sheets say alike becomes one. How many such points comes back."""
        self.table = 0
        self._tables.clear()
        found = {card.uid: card for card in cards(self._room.entries)}
        alike = same_points(found.values())
        for uids in alike:
            self._join([found[uid] for uid in uids])
        return len(alike)

    def is_passphrase(self, passphrase: str) -> bool:
        return self._room.is_passphrase(passphrase)

    def leave(self) -> None:
        """Put down as it is; it can be taken up again."""
        self._room.leave()

    def close(self) -> None:
        """End the room: what it captured can be read by the review alone."""
        self._room.close()

    def _at_table(self, card: Card) -> bool:
        return not self.table or any(self._tables.get(note) == self.table for note in card.notes)

    def _need(self, uid: str) -> Card:
        card = self.card(uid)
        if card is None:
            raise _refusal("That note is no longer on the wall.", "room-no-note")
        return card

    def _notes(self, uid: str) -> tuple[str, ...]:
        return self._need(uid).notes

    def _join(self, together: Sequence[Card]) -> str:
        """Members in the order of their random uids: the order they were said in is nobody's to read."""
        notes = tuple(sorted(note for card in together for note in card.notes))
        title = next(card.text for card in together)
        dots = sum(card.dots for card in together)
        kept, *others = [card.cluster for card in together if card.cluster] or [""]
        if kept:
            self._room.correct(kept, title=title, members=notes, dots=dots)
        else:
            kept = self._room.add(EntryKind.CLUSTER, title=title, members=notes, dots=dots).uid
        for other in others:
            self._room.withdraw(other)
        return kept


def _clean(text: str) -> str:
    """Half of a surrogate pair, as a broken paste leaves it, cannot be stored: it becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8").strip()


def _words(text: str) -> str:
    words = _clean(text)
    if not words:
        raise _refusal("A note needs words.", "room-note-empty")
    if len(words) > MOST_TEXT:
        raise UserError(
            f"That is {len(words):,} characters; one note holds {MOST_TEXT:,}.",
            safe="It is still in the line, and the wall is as it was.",
            do="Keep it in parts.",
            code="room-note-long",
            exit_code=Exit.USAGE,
        )
    return words


def _refusal(what: str, code: str) -> UserError:
    return UserError(what, safe="The wall is as it was.", code=code, exit_code=Exit.USAGE)


__all__ = ["LiveRoom"]
