"""The memory in use: opened, and after damage filled again with what could be read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.remembered import RememberedReview
from desktop_app.services.memory.content import read, written
from desktop_app.storage.memory_file import MemoryFile, Stored, open_memory


@dataclass(frozen=True, slots=True)
class Memory:
    """`notice` is what a person should know about how it was opened, "" when nothing was wrong."""

    file: MemoryFile
    notice: str

    def reviews(self) -> list[RememberedReview]:
        """Newest publication first."""
        found = [read(stored.content) for stored in self.file.reviews()]
        return sorted(found, key=lambda review: (review.published, review.id), reverse=True)

    def keep(self, review: RememberedReview) -> None:
        sayings = [(said.id, said.words) for said in review.sayings]
        self.file.keep(Stored(review.id, written(review)), sayings)


@contextlib.contextmanager
def opened_memory() -> Iterator[Memory]:
    """Raises UserError, as `open_memory`."""
    with open_memory() as file:
        memory = Memory(file, _notice(file))
        for stored in file.salvaged or ():
            memory.keep(read(stored.content))
        yield memory


def _notice(file: MemoryFile) -> str:
    if file.salvaged is None:
        return ""
    kept = len(file.salvaged)
    reviews = "1 review" if kept == 1 else f"{kept} reviews"
    return (
        "The memory of earlier reviews on this computer was damaged, and has been made anew with "
        f"{reviews} that could be read. The reviews themselves are untouched: add any that is missing again."
    )
