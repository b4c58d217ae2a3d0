"""Updates that were reported stay as they were: each carries a sum over its words and the sum of the one before.

The review keeps the place and sum of the last, so that one cut off the end shows too. What an import brought is sealed
as it was read, with the sum of the file it came in. Imports of earlier versions left updates with no place (0) and sum.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.learning import ProgressUpdate

_SIZE = 16  # bytes of a sum


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """`uid` is the update, "" when one is missing."""

    uid: str
    place: int
    what: str  # edited | missing | doubled | unplaced


def sealed(update: ProgressUpdate, head: str) -> tuple[ProgressUpdate, str]:
    """The update with its place and sum, and the new head, after `head` ("" for the first)."""
    last, _, before = head.partition(":")
    placed = replace(update, place=int(last or 0) + 1, seal="")
    placed = replace(placed, seal=_sum(placed, before))
    return placed, f"{placed.place}:{placed.seal}"


def faults(updates: Sequence[ProgressUpdate], head: str) -> list[LedgerFault]:
    """What is not as it was reported; in order of place."""
    found = [LedgerFault(u.uid, u.place, "unplaced") for u in updates if bool(u.place) != bool(u.seal) or u.place < 0]
    by_place: dict[int, ProgressUpdate] = {}
    for update in updates:
        if update.place > 0:
            if update.place in by_place:
                found.append(LedgerFault(update.uid, update.place, "doubled"))
            by_place[update.place] = update
    last = head.partition(":")[0]
    before = ""
    for place in range(1, max([int(last) if last.isdigit() else 0, *by_place]) + 1):
        held = by_place.get(place)
        if held is None:
            found.append(LedgerFault("", place, "missing"))
            before = "?"
        else:
            if before != "?" and held.seal != _sum(held, before):
                found.append(LedgerFault(held.uid, place, "edited"))
            before = held.seal
    newest = by_place[max(by_place)] if by_place else None
    if not found and head != (f"{newest.place}:{newest.seal}" if newest else ""):
        found.append(LedgerFault(newest.uid if newest else "", newest.place if newest else 0, "edited"))
    return found


def _sum(update: ProgressUpdate, before: str) -> str:
    parts = [before, update.place, update.uid, update.action, str(update.as_at), update.text, update.author]
    provenance = [update.brought_by] if update.brought_by else []  # absent from what was sealed before it was kept
    words = json.dumps([*parts, update.approved, *provenance], ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_SIZE).hexdigest()
