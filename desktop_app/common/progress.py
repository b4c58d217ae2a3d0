"""How long work says how far it is, and is told to stop."""

from __future__ import annotations

from typing import Protocol


class CancelledError(Exception):
    """Raised inside long work after the person pressed Cancel; nothing is half done."""


class Progress(Protocol):
    """What a long service reports to. `step` raises `CancelledError` when the person no longer wants it."""

    def step(self, done: int, total: int, what: str) -> None: ...


class NoProgress:
    """For callers with nobody watching."""

    def step(self, done: int, total: int, what: str) -> None:
        return None
