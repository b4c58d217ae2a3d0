"""In which of its shapes an output is made for this review."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.output import OutputKind
from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputShape(Record):
    """At most one a kind. `preset` is an id of resources/outputs/presets.toml, "" for the usual one.

    `agency` is the uid of the one Agency an action plan is made for, "" for all of them.
    """

    kind: OutputKind = OutputKind.OVERVIEW
    preset: str = ""
    agency: str = ""
