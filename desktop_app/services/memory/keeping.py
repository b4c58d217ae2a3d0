"""What goes into the memory, what is in it, and taking a review out again."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.anonymise.result import Undecided
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.remembered import RememberedReview
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.memory.anonymising import considered
from desktop_app.services.memory.opening import opened_memory
from desktop_app.services.session import Session
from desktop_app.storage.memory_file import memory_path


@dataclass(frozen=True, slots=True)
class Added:
    """`review` is None when `blocked` words still wait for a decision; the memory is then as it was."""

    review: RememberedReview | None
    blocked: tuple[Undecided, ...] = ()
    left_out: int = 0
    again: bool = False  # the review was in the memory already, and what it said has been replaced
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    reviews: tuple[RememberedReview, ...]
    notice: str = ""


def add_to_memory(session: Session) -> Added:
    """Remember what this review published. Raises UserError, e.g. "nothing-published"; the ledger says that it was."""
    added = remember(session.whole_snapshot())
    note_added(session, added)
    return added


def remember(snapshot: Snapshot) -> Added:
    """The part of `add_to_memory` that takes a while, for a worker: it changes nothing in the review."""
    found = considered(snapshot)
    if found.review is None:
        return Added(None, found.blocked)
    with opened_memory() as memory:
        again = any(review.id == found.review.id for review in memory.reviews())
        memory.keep(found.review)
        return Added(found.review, left_out=found.left_out, again=again, notice=memory.notice)


def note_added(session: Session, added: Added) -> None:
    session.log("memory-added" if added.review else "memory-blocked")


def anything_remembered() -> bool:
    """Whether there is a memory at all, without opening it."""
    return memory_path().exists()


def remembered() -> Contents:
    if not anything_remembered():
        return Contents(())
    with opened_memory() as memory:
        return Contents(tuple(memory.reviews()), memory.notice)


def forget(given: str) -> RememberedReview:
    """Take out the review with this id, or with an id that begins so. Raises UserError "not-remembered"."""
    with opened_memory() as memory:
        found = [review for review in memory.reviews() if len(given) >= _SHORTEST and review.id.startswith(given)]
        if len(found) != 1:
            raise UserError(
                "There is no review with that id in the memory." if not found else "That begins several reviews’ ids.",
                safe="The memory is as it was.",
                do="“candour memory list” gives the ids.",
                code="not-remembered",
                exit_code=Exit.USAGE,
            )
        memory.file.forget(found[0].id)
        return found[0]


_SHORTEST = 6  # characters of an id
