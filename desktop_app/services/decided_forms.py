"""The shorter forms of a name that was decided on where no card listed them: by command, in a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.one_name import one_question_a_name
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import Undecided
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.decisions import Wanted
from desktop_app.services.texts import stored_texts


def with_forms(snapshot: Snapshot, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """`wanted`, and the same for forms that an output asks about together with one of them ("Tranter" with "Louisa
    Tranter"), where they stand in a text of the review, hold nothing registered and were not decided themselves.
    """
    by_name = {fold_surface(want.surface): want for want in wanted if len(want.surface.split()) > 1}
    if not by_name:
        return tuple(wanted)
    taken = {fold_surface(d.surface) for d in snapshot.surface_decisions} | {fold_surface(w.surface) for w in wanted}
    register = Register(snapshot.register)
    items = dict(_found(snapshot, {word for name in by_name for word in name.split()}))
    heads = [replace(items[name], surface=want.surface) for name, want in by_name.items() if name in items]
    more = []
    for name, item in items.items():
        if name not in taken and not register.holds_a_name(name):
            for head in one_question_a_name([*heads, item]):
                if item.surface in head.forms:
                    more.append(replace(by_name[fold_surface(head.surface)], surface=item.surface))
    return (*wanted, *more)


def _found(snapshot: Snapshot, words: set[str]) -> Iterator[tuple[str, Undecided]]:
    """Folded, and as found, what the recognisers find in the texts that hold any of the folded words."""
    for text in stored_texts(snapshot):
        folded = fold_surface(text)
        if any(word in folded for word in words):
            for span in detect(text):
                surface = " ".join(text[span.start : span.end].split())
                yield fold_surface(surface), Undecided(surface, span.kind, span.tier, span.why, 1, (), "")
