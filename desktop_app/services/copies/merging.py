"""What a co-author's copy says that this review does not, and what becomes of it.

Per record: one that is only there is taken; one whose version there is older than ours stays as it is here, one whose
version here is older than theirs becomes theirs; where both were changed, or one was changed and the other deleted, it
stays as it is here and theirs waits for the author. Which is older is read from what each file still knows that the
record said before; where neither knows, both count as changed.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.copies import CopyConflict, Otherwise
from desktop_app.domain.learning import ProgressUpdate
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.domain.room import Withdrawn
from desktop_app.domain.update_ledger import sealed
from desktop_app.storage.copy_reading import Contents, Place, as_text

# What left a copy, who approved it there, and what was destroyed or held, is that copy's own story; so are its numbers
# of files and its views.
_STAYS = frozenset(
    {"outputs", "output_texts", "release_steps", "recipients", "approvers", "disclosed_facts", "holds", "destructions"}
    | {"copy_conflicts", "saved_views", "issues"}
)
_NUMBERED = frozenset({"findings", "recommendations", "kloes", "actions", "episodes"})


@dataclass(frozen=True, slots=True)
class Merge:
    """`left`: records of a kind that stays with the copy it was made in."""

    puts: tuple[Record, ...]
    deletes: tuple[tuple[type[Record], str], ...]
    new: int = 0
    taken: int = 0
    deleted: int = 0
    same: int = 0
    conflicts: int = 0
    left: int = 0
    withdrawn: tuple[tuple[type[Record], str], ...] = ()  # taken back in either copy: to be removed for good


@dataclass(slots=True)
class _Plan:
    puts: list[Record]
    deletes: list[tuple[type[Record], str]]
    counts: dict[str, int]

    def count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


def plan(mine: Contents, theirs: Contents) -> Merge:
    made = _Plan([], [], {})
    updates: list[ProgressUpdate] = []
    taken_back = {uid for family, uid in (*mine.here, *theirs.here) if family == "withdrawn"}
    for place in sorted({*theirs.here, *theirs.binned}):
        if place[1] in taken_back and place[0] != "withdrawn":
            made.count("same")  # no word of it comes back
        elif place[0] in _STAYS:
            if place in theirs.here and place not in mine.here:
                made.count("left")
        elif place in theirs.here and place not in mine.here and isinstance(theirs.here[place], ProgressUpdate):
            update = theirs.here[place]
            if isinstance(update, ProgressUpdate) and place not in mine.binned:
                updates.append(update)
        else:
            _one(place, mine, theirs, made)
    made.puts += _numbered(mine, made.puts)
    made.puts += _reported(mine, updates, made)
    gone = tuple((type(record), place[1]) for place, record in mine.here.items() if place[1] in taken_back)
    gone = tuple((kind, uid) for kind, uid in gone if kind is not Withdrawn)
    unique = {(type(record), record.uid): record for record in made.puts}
    return Merge(tuple(unique.values()), (*made.deletes, *gone), withdrawn=gone, **made.counts)


def _one(place: Place, mine: Contents, theirs: Contents, made: _Plan) -> None:
    ours, other = mine.here.get(place), theirs.here.get(place)
    said, says = mine.sums.get(place), theirs.sums[place]
    older_here = says in mine.earlier.get(place, ())  # what the copy says was said here before
    older_there = said is not None and said in theirs.earlier.get(place, ())
    if other is None:  # deleted in the copy
        if ours is None:
            made.count("same")
        elif said == says or older_there:
            made.deletes.append((type(ours), ours.uid))
            made.count("deleted")
        else:
            _wait(place, "", Otherwise.DELETED_THERE, mine, made)
    elif ours is not None:
        if said == says or (older_here and not older_there):
            made.count("same")
        elif older_there and not older_here:
            made.puts.append(_onto(ours, other))
            made.count("taken")
        else:
            _wait(place, as_text(other), Otherwise.BOTH_CHANGED, mine, made)
    elif place in mine.binned:
        if said == says or older_here:
            made.count("same")  # deleted here, and as it was there
        else:
            _wait(place, as_text(other), Otherwise.DELETED_HERE, mine, made)
    else:
        made.puts.append(other)
        made.count("new")


def _wait(place: Place, theirs: str, why: Otherwise, mine: Contents, made: _Plan) -> None:
    """The same version asks once, whether or not it is settled by now."""
    ident = hashlib.blake2b(
        "\n".join((*place, theirs, why)).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
    if ("copy_conflicts", ident) in mine.here:
        made.count("same")
        return
    made.puts.append(CopyConflict(uid=ident, family=place[0], record=place[1], theirs=theirs, why=why))
    made.count("conflicts")


def _onto(ours: Record, other: Record) -> Record:
    """Theirs, with what each copy keeps for itself."""
    own = {name: getattr(ours, name) for name in ("number", "updates_head", "place", "seal") if hasattr(ours, name)}
    return replace(other, **own)


def _numbered(mine: Contents, puts: Iterable[Record]) -> list[Record]:
    """New ones whose number is taken here get the next free one; references are by uid, and follow."""
    changed: list[Record] = []
    for family in sorted(_NUMBERED):
        held = {place[1]: record for place, record in mine.here.items() if place[0] == family}
        kinds = {type(record) for record in held.values()}
        taken = {getattr(record, "number", 0) for record in held.values()}
        new = [record for record in puts if type(record) in kinds and record.uid not in held]
        for record in sorted(new, key=lambda record: (getattr(record, "number", 0), record.uid)):
            number = getattr(record, "number", 0)
            if number in taken:
                number = max(taken) + 1
                changed.append(dataclasses.replace(record, number=number))  # type: ignore[call-arg]  # all have one
            taken.add(number)
    return changed


def _reported(mine: Contents, updates: list[ProgressUpdate], made: _Plan) -> list[Record]:
    """Updates of the copy go on this review's own ledger of them, in the order of their days."""
    review = next((record for place, record in mine.here.items() if place[0] == "reviews"), None)
    if not updates or not isinstance(review, Review):
        return []
    changed = next((r for r in made.puts if isinstance(r, Review)), review)
    head = review.updates_head
    placed: list[Record] = []
    for update in sorted(updates, key=lambda update: (str(update.as_at), update.uid)):
        sealed_update, head = sealed(update, head)
        placed.append(sealed_update)
        made.count("new")
    return [*placed, replace(changed, updates_head=head)]
