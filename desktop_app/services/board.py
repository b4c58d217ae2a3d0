"""The board beside a finding: what is laid for it, against it and for context, in the author's order, with notes.

What lies for a finding is what it rests on, and is kept in the finding alone; cards add order and notes to that, and
hold what is against it or context.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.board import BoardCard, Side
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.family import FamilyPoint
from desktop_app.domain.learning import Finding
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.findings import (
    FIELDS,
    Evidence,
    everything,
    evidence_of,
    held_by,
    with_evidence,
    without_evidence,
)
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class Laid:
    """One piece of evidence on the board. `card` is uid of its BoardCard, "" while it has none."""

    item: Evidence
    side: Side
    note: str = ""
    card: str = ""


Board = dict[Side, list[Laid]]


def board_of(snapshot: Snapshot, finding: Finding) -> Board:
    """Each side as it is ordered by hand; what nobody has ordered comes last, as the finding lists it."""
    cards = {card.of: card for card in snapshot.board_cards if card.finding == finding.uid}
    held = frozenset(held_by(finding))
    items = {item.uid: item for item in everything(snapshot, frozenset(cards) - held)} if cards.keys() - held else {}
    laid = [_laid(item, Side.FOR, cards.get(item.uid)) for item in evidence_of(snapshot, finding)]
    others = [c for c in cards.values() if c.of in items and c.of not in held and c.side is not Side.FOR]
    laid += [_laid(items[card.of], card.side, card) for card in others]
    order = {card.uid: card.order for card in cards.values()}
    last = len(laid) + len(order)
    return {
        side: sorted((one for one in laid if one.side is side), key=lambda one: order.get(one.card, last) or last)
        for side in Side
    }


def _laid(item: Evidence, side: Side, card: BoardCard | None) -> Laid:
    return Laid(item, side, card.note, card.uid) if card is not None and item.uid else Laid(item, side)


def not_laid(snapshot: Snapshot, finding: Finding) -> Iterator[Evidence]:
    """What could be laid and is not."""
    laid = {one.item.uid for side in board_of(snapshot, finding).values() for one in side}
    return (item for item in everything(snapshot) if item.uid not in laid)


def lay(session: Session, finding: Finding, item: Evidence, side: Side, at: int | None = None) -> ChangeSet:
    """Put it on this side, before the card at `at` (0 first; None last), from wherever it lay: one step."""
    snapshot = session.snapshot
    board = board_of(snapshot, finding)
    before = next((one for laid in board.values() for one in laid if _same(one.item, item)), None)
    puts: list[Record] = []
    changed = finding
    rested = before is not None and before.side is Side.FOR
    if rested and (side is not Side.FOR or not item.uid):
        changed = without_evidence(changed, item)
    if not item.uid:  # words that an earlier version kept in the finding become a point of their own
        point = FamilyPoint(text=item.title)
        puts.append(point)
        item, rested = replace(item, uid=point.uid), False
    if side is Side.FOR and not rested:
        changed = with_evidence(changed, item)
    rest = [one for one in board[side] if one is not before]
    place = len(rest) if at is None else max(0, min(at, len(rest)))
    moved = Laid(item, side, before.note if before else "", before.card if before else "")
    puts += _ordered(snapshot, finding, side, [*rest[:place], moved, *rest[place:]])
    if changed != finding:
        puts.append(changed)
    return session.put(f"Lay evidence beside finding {finding.number}", *puts)


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.uid or one.title) == (other.uid or other.title)


def _ordered(snapshot: Snapshot, finding: Finding, side: Side, laid: list[Laid]) -> list[BoardCard]:
    """The cards of one side that are not stored so already."""
    stored = {card.uid: card for card in snapshot.board_cards}
    cards = []
    for order, one in enumerate(laid, 1):
        if not one.item.uid:
            continue
        made = BoardCard(
            **({"uid": one.card} if one.card else {}),
            finding=finding.uid,
            family=FIELDS[one.item.kind],
            of=one.item.uid,
            side=side,
            order=order,
            note=one.note,
        )
        if stored.get(one.card) != made:
            cards.append(made)
    return cards


def take_off(session: Session, finding: Finding, item: Evidence) -> ChangeSet:
    """Off the board; a finding that rested on it no longer does."""
    cards = [c for c in session.snapshot.board_cards if c.finding == finding.uid and c.of == item.uid and item.uid]
    changed = without_evidence(finding, item)
    puts = (changed,) if changed != finding else ()
    return session.replace_all("Take off the board", puts, tuple((BoardCard, card.uid) for card in cards))


def note(session: Session, finding: Finding, laid: Laid, text: str) -> ChangeSet | None:
    """What the author notes about it beside this finding."""
    snapshot = session.snapshot
    board = board_of(snapshot, finding)[laid.side]
    noted = [replace(one, note=text.strip()) if _same(one.item, laid.item) else one for one in board]
    puts = _ordered(snapshot, finding, laid.side, noted)
    return session.put("Note on the board", *puts) if puts else None
