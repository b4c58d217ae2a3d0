"""Recovery keys and shares that were made and of which nobody has said yet that they are put away.

They are kept in the review itself, encrypted like the rest, until somebody says so: what is shown once is lost with a
lock, a crash or a lid that is closed at the wrong moment, and the one before it no longer opens anything. Who can read
them here has opened the review, and could make new ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from desktop_app.common.errors import UserError
from desktop_app.storage.driver import Database
from desktop_app.storage.keyslots import RECOVERY, SHARES, AnySlot, Slot, unwrap
from desktop_app.storage.secrets import RecoveryKey, RecoveryShares
from desktop_app.storage.state import read_note, write_state

_KINDS = (RECOVERY, SHARES)


@dataclass(frozen=True, slots=True)
class Untold:
    """`kind` is "recovery" (one text) or "shares" (any `needed` of the texts open the review)."""

    kind: str
    texts: tuple[str, ...] = field(repr=False)
    needed: int = 1


def keep_beside(db: Database, kind: str, texts: tuple[str, ...]) -> None:
    """Before the slot is written: a crash leaves either the old or the new one in the header, and both are noted."""
    _write(db, kind, [*_noted(db, kind), texts])


def keep_alone(db: Database, kind: str, texts: tuple[str, ...]) -> None:
    """After the slot is written."""
    _write(db, kind, [texts])


def forget(db: Database, kind: str) -> bool:
    """They are put away, or open nothing any more. Returns whether there were any."""
    if not read_note(db, _name(kind)):
        return False
    write_state(db, **{_name(kind): ""})
    return True


def untold(db: Database, slots: tuple[AnySlot, ...], data_key: bytes) -> tuple[Untold, ...]:
    """Those that open the review as its slots are now."""
    found = (_fitting(kind, texts, slots, data_key) for kind in _KINDS for texts in _noted(db, kind))
    return tuple(held for held in found if held is not None)


def _fitting(kind: str, texts: tuple[str, ...], slots: tuple[AnySlot, ...], data_key: bytes) -> Untold | None:
    plan = next((slot.plan for slot in slots if isinstance(slot, Slot) and slot.kind == kind), None)
    needed = plan.needed if plan is not None else 1
    secret = RecoveryShares(texts[:needed]) if kind == SHARES else RecoveryKey(texts[0])
    try:
        return Untold(kind, texts, needed) if unwrap(slots, secret) == data_key else None
    except UserError:
        return None


def _noted(db: Database, kind: str) -> list[tuple[str, ...]]:
    return [tuple(texts) for texts in json.loads(read_note(db, _name(kind)) or "[]")]


def _write(db: Database, kind: str, noted: list[tuple[str, ...]]) -> None:
    write_state(db, **{_name(kind): json.dumps(noted)})


def _name(kind: str) -> str:
    return f"untold_{kind}"
