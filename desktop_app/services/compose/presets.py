"""The shapes of outputs, from `resources/outputs/presets.toml`, and which of them this review has chosen."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from desktop_app.common.resources import resource
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Preset:
    """`sections` are (id, heading) of a report, `columns` ids of a table's; `types` the reviews it is usual for."""

    kind: OutputKind
    id: str
    name: str
    source: str
    types: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]


@functools.cache
def presets(kind: OutputKind) -> tuple[Preset, ...]:
    """Those of a kind, the usual one first; () for a kind that has one shape only."""
    table = tomllib.loads(resource("outputs", "presets.toml").read_text("utf-8"))
    return tuple(
        Preset(
            kind,
            held["id"],
            held["name"],
            held["source"],
            tuple(held.get("types", ())),
            tuple((section, heading) for section, heading in held.get("sections", ())),
            tuple(held.get("columns", ())),
        )
        for held in table["preset"]
        if held["kind"] == kind.value
    )


def shape_of(snapshot: Snapshot, kind: OutputKind) -> OutputShape:
    """What was chosen for this kind, last; without a choice a shape that asks for nothing."""
    chosen = [shape for shape in snapshot.output_shapes if shape.kind is kind]
    return chosen[-1] if chosen else OutputShape(uid="", kind=kind)


def preset_of(snapshot: Snapshot, kind: OutputKind) -> Preset:
    """The chosen one, else that of the type of review, else the usual one."""
    offered = presets(kind)
    wanted = shape_of(snapshot, kind).preset
    review_type = snapshot.review.type.value
    fitting = [preset for preset in offered if preset.id == wanted]
    fitting += [preset for preset in offered if review_type in preset.types]
    return fitting[0] if fitting else offered[0]
