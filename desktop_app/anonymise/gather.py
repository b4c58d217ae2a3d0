"""Gathers what waits for a person: once a form of words, however often it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.anonymise.as_written import surface_key
from desktop_app.anonymise.fold import LINE_END_HYPHEN, fold_surface
from desktop_app.anonymise.one_name import one_question_a_name
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import Undecided

_AROUND = 60
_CONTEXTS = 3
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.$")


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
    sentences: dict[str, None] = field(default_factory=dict)
    kept_because: str | None = None
    source: str = ""


class Queue:
    """Filled while rendering or checking.

    `undecided` is ordered by risk: the strictest tier, then those that may be registered people, then the frequent.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._waiting: dict[str, _Waiting] = {}

    def __contains__(self, surface: str) -> bool:
        return surface_key(surface, self._register) in self._waiting

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
        sentence: str = "",
        kept_because: str | None = None,
        source: str = "",
    ) -> None:
        """Note that `text[start:end]` needs a decision. `sentence` is its mark, where a decision can be tied to it.

        What folds to nothing, or to one letter, names nobody and could not be decided: it is not noted.
        """
        surface = _tidy(" ".join(LINE_END_HYPHEN.sub("", text[start:end]).split()))
        form = fold_surface(surface)
        if not form or (len(form) == 1 and form.isascii() and not form.isdigit()):
            return
        key = surface_key(surface, self._register)
        waiting = self._waiting.get(key)
        if waiting is None:
            waiting = self._waiting[key] = _Waiting(surface, kind, tier, why, where, suggestions, owners)
        elif tier < waiting.tier or (owners and not waiting.owners):
            waiting.kind, waiting.tier, waiting.why = kind, min(tier, waiting.tier), why
            waiting.suggestions, waiting.owners = suggestions, tuple(dict.fromkeys((*waiting.owners, *owners)))
        waiting.count += 1
        if sentence:
            waiting.sentences.setdefault(sentence)
        waiting.kept_because = waiting.kept_because if kept_because is None else kept_because
        waiting.source = waiting.source or source
        context = context_of(text, start, end)
        if len(waiting.contexts) < _CONTEXTS and context not in waiting.contexts:
            waiting.contexts.append(context)

    def undecided(self) -> tuple[Undecided, ...]:
        ordered = sorted(self._waiting.values(), key=lambda w: (w.tier, -len(w.owners), -w.count))
        return one_question_a_name(tuple(map(_listed, ordered)))


def _listed(waiting: _Waiting) -> Undecided:
    return Undecided(
        waiting.surface,
        waiting.kind,
        waiting.tier,
        waiting.why,
        waiting.count,
        tuple(waiting.contexts),
        waiting.where,
        waiting.suggestions,
        waiting.owners,
        tuple(waiting.sentences),
        waiting.kept_because,
        waiting.source,
    )


def _tidy(surface: str) -> str:
    """Without a hyphen or a stop at its end, but for the stop of an initial: "Draycott", "Hannah O."."""
    surface = surface.strip(" -\u2010\u2011\u2013\u2014")
    return surface if _INITIAL.search(surface) else surface.rstrip(" .,;:!?-\u2010\u2011\u2013\u2014") or surface


def context_of(text: str, start: int, end: int) -> str:
    """About 60 characters either side, cut at words, on one line."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[left:start], text[end:right]
    if left and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if right < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
