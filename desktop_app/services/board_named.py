"""Boards as somebody names them at the command line, and as plain JSON values (`candour list FILE board`)."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.board import Side
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.board import Laid, board_of, lay, note, take_off
from desktop_app.services.factors import heading_named
from desktop_app.services.findings import Evidence, everything
from desktop_app.services.session import Session
from desktop_app.services.thread.named import record_named

Json = dict[str, object]


def finding_numbered(snapshot: Snapshot, number: int) -> Finding:
    """Raises UserError finding-unknown."""
    found = next((finding for finding in snapshot.findings if finding.number == number), None)
    if found is None:
        raise _refusal("No finding has that number.", "“candour list FILE findings” lists them.", "finding-unknown")
    return found


def _item(snapshot: Snapshot, name: str) -> Evidence:
    uid = record_named(snapshot, name)
    found = next((item for item in everything(snapshot, frozenset((uid,))) if item.uid == uid), None)
    if found is None:
        what = "That is no evidence for a finding."
        do = "Events, reflections, episodes, points the family made and marked words are."
        raise _refusal(what, do, "not-evidence")
    return found


def lay_named(
    session: Session, number: int, names: list[str], side: str, said: str | None = None, at: int | None = None
) -> list[Json]:
    """`side` "off" takes them off the board; `at` counts from 1. What then lies beside the finding comes back."""
    items = [_item(session.snapshot, name) for name in names]
    for place, item in enumerate(items):
        finding = finding_numbered(session.snapshot, number)
        if side == "off":
            take_off(session, finding, item)
            continue
        lay(session, finding, item, Side(side), None if at is None else max(at - 1, 0) + place)
        if said is not None:
            finding = finding_numbered(session.snapshot, number)
            laid = board_of(session.snapshot, finding)[Side(side)]
            note(session, finding, next(one for one in laid if one.item.uid == item.uid), said)
    return board_lines(session.snapshot, number)


def name_factors(session: Session, number: int, names: list[str]) -> None:
    """Add contributory factors to a finding, by their headings."""
    finding = finding_numbered(session.snapshot, number)
    named = (heading_named(session.snapshot, name) for name in names)
    session.put("Contributory factors", replace(finding, factors=tuple(dict.fromkeys((*finding.factors, *named)))))


def board_lines(snapshot: Snapshot, number: int | None = None) -> list[Json]:
    """One line a card, in the order of the board; of every finding, or of the one with `number`."""
    return [
        _line(finding, side, order, laid)
        for finding in snapshot.findings
        if number in (None, finding.number)
        for side, cards in board_of(snapshot, finding).items()
        for order, laid in enumerate(cards, 1)
    ]


def _line(finding: Finding, side: Side, order: int, laid: Laid) -> Json:
    return {
        "finding": finding.number,
        "side": side.value,
        "order": order,
        "kind": laid.item.kind,
        "uid": laid.item.uid or None,
        "words": laid.item.title,
        "note": laid.note,
    }


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
