"""One question for one name: "Dr Tranter" is asked about with "Dr Louisa Tranter", and decided with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.lexicon import word_set
from desktop_app.anonymise.result import Undecided

_LIKE = {"person": "name", "name": "name", "organisation": "organisation", "place": "place"}
_MOST_CONTEXTS = 3


def one_question_a_name(waiting: Sequence[Undecided]) -> tuple[Undecided, ...]:
    """`waiting` in its order, the shorter forms of a name gone into the longest one's `forms`.

    A form goes only where a single longer name holds all its words: a surname that two people have is a question of its
    own, as is whatever may be somebody in the register, or was kept elsewhere.
    """
    words = {item.surface: _words(item) for item in waiting}
    heads: dict[str, list[Undecided]] = {}
    held: set[str] = set()
    for item in waiting:
        own = words[item.surface]
        longer = [other for other in waiting if own and own < words[other.surface] and _alike(item, other)]
        longest = [o for o in longer if not any(words[o.surface] < words[p.surface] for p in longer)]
        if len(longest) == 1:
            heads.setdefault(longest[0].surface, []).append(item)
            held.add(item.surface)
    return tuple(_with_forms(item, heads.get(item.surface, ())) for item in waiting if item.surface not in held)


def _alike(form: Undecided, head: Undecided) -> bool:
    """A town is not a form of the court that sits in it."""
    return _LIKE[form.kind] == _LIKE[head.kind]


def _words(item: Undecided) -> frozenset[str]:
    """The folded words of a name without its titles; none for what is not grouped."""
    if item.kind not in _LIKE or item.owners or item.kept_because is not None:
        return frozenset()
    parts = [part.strip(".,'’") for part in fold_surface(item.surface).split()]
    titles = word_set("titles") | word_set("title_words")
    return frozenset(part for part in parts if part and part not in titles)


def _with_forms(item: Undecided, forms: Iterable[Undecided]) -> Undecided:
    if not (listed := list(forms)):
        return item
    names = "”, “".join(form.surface for form in listed)
    every = [item, *listed]
    return replace(
        item,
        tier=min(one.tier for one in every),
        why=f"{item.why}; also stands as “{names}”",
        count=sum(one.count for one in every),
        contexts=tuple(dict.fromkeys(c for one in every for c in one.contexts))[:_MOST_CONTEXTS],
        sentences=tuple(dict.fromkeys(mark for one in every for mark in one.sentences)),
        forms=tuple(form.surface for form in listed),
    )
