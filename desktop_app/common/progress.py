"""How long work says how far it is, and is told to stop."""

from __future__ import annotations

from typing import Protocol


class CancelledError(Exception):
    """Raised inside long work after the person pressed Cancel; nothing is half done."""


class Progress(Protocol):
    """What a long service reports to. `step` raises `CancelledError` when the person no longer wants it."""

    def step(self, done: int, total: int, what: str) -> None: ...


class Stretch:
    """A part of longer work: its steps count from `first` to `last` hundredths of the whole."""

    def __init__(self, whole: Progress, first: int, last: int) -> None:
        self._whole, self._first, self._last = whole, first, last

    def step(self, done: int, total: int, what: str) -> None:
        self._whole.step(self._first + (self._last - self._first) * done // max(total, 1), 100, what)


class NoProgress:
    """For callers with nobody watching."""

    def step(self, done: int, total: int, what: str) -> None:
        return None
