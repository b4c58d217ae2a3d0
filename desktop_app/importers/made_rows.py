"""Rows of a plan, each made when it is first looked at: a plan is read and judged long before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar, overload

from desktop_app.domain.import_plan import Row

D = TypeVar("D")


class MadeRows(Sequence[Row], Generic[D]):
    """`make` turns a draft into its row, once: the same row is given ever after, so that uids stay."""

    def __init__(self, drafts: Iterable[D], make: Callable[[D], Row]) -> None:
        self._held: list[D | Row] = list(drafts)
        self._make = make

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self._held))))
        held = self._held[at]
        if isinstance(held, Row):
            return held
        made = self._held[at] = self._make(held)
        return made
