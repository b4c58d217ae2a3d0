"""The steps of rendering a document: each of its texts is read, approved and checked, and Cancel is heard at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import TypeVar

from desktop_app.common.progress import Progress

REPLACING = "Replacing names and dates"
T = TypeVar("T")


class Stage(IntEnum):
    READ, APPROVE, CHECK = range(3)


class Steps:
    """Steps over the texts of one stage, as a third of the whole."""

    def __init__(self, progress: Progress, texts: int, stage: Stage) -> None:
        self._progress, self._texts, self._stage = progress, texts, stage

    def step(self, number: int) -> None:
        """Before the text of this number. Raises CancelledError when the progress says so."""
        self._progress.step(self._stage * self._texts + number, len(Stage) * self._texts, REPLACING)

    def over(self, texts: Sequence[T]) -> Iterator[T]:
        """The texts, with a step before each."""
        for number, text in enumerate(texts):
            self.step(number)
            yield text
