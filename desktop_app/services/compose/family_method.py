"""How the family and those affected took part, in words that name nobody."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.family import Affected, Approach
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.wording import lines, words

_SECTION = "family-method"


def method_sentences(snapshot: Snapshot) -> str:
    """How those affected took part, in words that name nobody; "" when nothing is recorded."""
    counts = Counter((entry.affected, entry.approach) for entry in snapshot.involvements)
    sentences = []
    for affected in Affected:
        clauses: list[str] = []
        for approach in Approach:
            if count := counts[affected, approach]:
                who = _who(affected, count) if not clauses else _number(count)
                was, has = ("was", "has") if count == 1 else ("were", "have")
                clauses.append(words(_SECTION, approach.value, who=who, was=was, has=has))
        if clauses:
            sentences.append(_sentence(clauses))
    asked = snapshot.involvements
    for key, count in (
        ("advocate", sum(bool(i.advocate.strip()) for i in asked)),
        ("draft", sum(i.draft_shared is not None for i in asked)),
        ("answered", sum(bool(i.comments.strip() and i.answer.strip()) for i in asked)),
    ):
        if count:
            said = words(_SECTION, f"{key}_{'one' if count == 1 else 'many'}", count=_number(count))
            sentences.append(said[0].upper() + said[1:])
    return " ".join(sentences)


def _who(affected: Affected, count: int) -> str:
    return words(_SECTION, f"{affected.value}_{'one' if count == 1 else 'many'}", count=_number(count))


def _number(count: int) -> str:
    spelt = lines(_SECTION, "numbers")
    return spelt[count] if count < len(spelt) else str(count)


def _sentence(clauses: list[str]) -> str:
    *first, last = clauses
    joined = f"{', '.join(first)} and {last}" if first else last
    return f"{joined[0].upper()}{joined[1:]}."
