"""Sums over what an output is made of, one a cause, so that a change afterwards can be told and named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from desktop_app.common.document import Document
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.presets import shape_of
from desktop_app.services.document_text import all_texts
from desktop_app.services.output_shapes import shaped

# In words that follow "since then".
CAUSES = {
    "register": "a pseudonym, or another entry of the register, was changed",
    "decisions": "a decision on words was taken or changed",
    "rungs": "how much a reader is told was changed",
    "record": "the record beneath it was changed",
}


def sums(snapshot: Snapshot, composed: Document) -> tuple[str, ...]:
    """ "cause:sum" for each of `CAUSES`; `composed` is the output with real names, not as a draft."""
    texts = [text.words for text in all_texts(composed)]
    held: dict[str, Iterable[object]] = {
        "register": (*snapshot.people, *snapshot.bodies, *snapshot.relations),
        "decisions": snapshot.surface_decisions,
        "rungs": snapshot.reader_rungs,
        "record": texts,
    }
    return tuple(f"{cause}:{_sum(values)}" for cause, values in held.items())


def causes(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the causes that differ."""
    held = dict(line.split(":", 1) for line in before)
    return tuple(cause for cause, value in (line.split(":", 1) for line in now) if held.get(cause) != value)


def shape_now(snapshot: Snapshot, kind: OutputKind) -> tuple[str, str]:
    """(preset, agency) that an output of this kind is made in now."""
    shape = shape_of(snapshot, kind)
    return shape.preset, shape.agency


def in_shape(snapshot: Snapshot, output: Output) -> Snapshot:
    """The record, asking for the shape that `output` was made in."""
    if shape_now(snapshot, output.kind) == (output.preset, output.agency):
        return snapshot
    return shaped(snapshot, OutputShape(uid="", kind=output.kind, preset=output.preset, agency=output.agency))


def _sum(values: Iterable[object]) -> str:
    total = hashlib.blake2b(digest_size=12)
    for value in values:
        total.update(repr(value).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
