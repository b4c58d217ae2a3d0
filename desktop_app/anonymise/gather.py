"""Gathers what waits for a person: once a form of words, however often it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.result import Undecided

_AROUND = 60
_CONTEXTS = 3


@dataclass(slots=True)
class _Waiting:
    surface: str
    kind: str
    tier: int
    why: str
    where: str
    suggestions: tuple[str, ...]
    owners: tuple[str, ...]
    count: int = 0
    contexts: list[str] = field(default_factory=list)


class Queue:
    """Filled while rendering or checking; `undecided` is the strictest tier first, then the most frequent."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Waiting] = {}

    def __contains__(self, surface: str) -> bool:
        return fold_surface(surface) in self._waiting

    def add(
        self,
        text: str,
        start: int,
        end: int,
        *,
        kind: str,
        tier: int,
        why: str,
        where: str,
        suggestions: tuple[str, ...] = (),
        owners: tuple[str, ...] = (),
    ) -> None:
        """Note that `text[start:end]` needs a decision."""
        surface = " ".join(text[start:end].split())
        key = fold_surface(surface) or surface
        waiting = self._waiting.get(key)
        if waiting is None:
            waiting = self._waiting[key] = _Waiting(surface, kind, tier, why, where, suggestions, owners)
        elif tier < waiting.tier or (owners and not waiting.owners):
            waiting.kind, waiting.tier, waiting.why = kind, min(tier, waiting.tier), why
            waiting.suggestions, waiting.owners = suggestions, tuple(dict.fromkeys((*waiting.owners, *owners)))
        waiting.count += 1
        context = context_of(text, start, end)
        if len(waiting.contexts) < _CONTEXTS and context not in waiting.contexts:
            waiting.contexts.append(context)

    def undecided(self) -> tuple[Undecided, ...]:
        ordered = sorted(self._waiting.values(), key=lambda w: (w.tier, -w.count))
        return tuple(
            Undecided(w.surface, w.kind, w.tier, w.why, w.count, tuple(w.contexts), w.where, w.suggestions, w.owners)
            for w in ordered
        )


def context_of(text: str, start: int, end: int) -> str:
    """About 60 characters either side, cut at words, on one line."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[left:start], text[end:right]
    if left and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if right < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
