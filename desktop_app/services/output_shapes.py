"""Choosing the shape an output is made in: a preset, and for an action plan the one agency it is for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.compose.action_plan import agencies_with_actions
from desktop_app.services.compose.presets import Preset, preset_of, presets, shape_of
from desktop_app.services.session import Session

_FOR_ONE = (OutputKind.ACTION_PLAN, OutputKind.LETTER_AGENCY)
__all__ = ["Shapes", "choose_shape", "shaped", "shapes", "wanted_shape"]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What a kind of output can be, and which it is now. `agencies` is empty where a plan for one makes no sense."""

    presets: tuple[Preset, ...]
    preset: str
    agencies: tuple[Agency, ...]
    agency: str


def shapes(snapshot: Snapshot, kind: OutputKind) -> Shapes:
    offered = presets(kind)
    agencies = _agencies(snapshot, kind)
    chosen = preset_of(snapshot, kind).id if offered else ""
    return Shapes(offered, chosen, agencies, shape_of(snapshot, kind).agency)


def wanted_shape(snapshot: Snapshot, kind: OutputKind, *, preset: str = "", agency: str = "") -> OutputShape:
    """As named: `preset` by its id, `agency` by uid, code or name; "" leaves what was chosen before.

    Raises UserError (Exit.USAGE) with code unknown-preset or unknown-agency.
    """
    known = shapes(snapshot, kind)
    if preset and preset not in {held.id for held in known.presets}:
        offered = ", ".join(held.id for held in known.presets)
        raise _unknown(
            f"There is no shape “{preset}” of this output.",
            f"Choose one of: {offered}." if offered else "It has one shape only: leave --preset out.",
            "unknown-preset",
        )
    found = next((a for a in snapshot.agencies if agency.casefold() in _names(a)), None) if agency else None
    if agency and kind not in _FOR_ONE:
        raise _unknown(
            "Only an action plan and a letter to agencies can be made for one agency.",
            "Leave --agency out, or ask for --output action-plan or letter-agency.",
            "unknown-agency",
        )
    if agency and found is None:
        codes = ", ".join(a.code for a in sorted(snapshot.agencies, key=lambda a: a.order) if a.code)
        raise _unknown(
            "No agency of this review has that code or name.",
            f"Give one of these: {codes}." if codes else "Add the agencies first.",
            "unknown-agency",
        )
    if found is not None and kind is OutputKind.ACTION_PLAN and found not in known.agencies:
        codes = ", ".join(a.code for a in known.agencies)
        raise _unknown(
            "No action of this review is that agency's, so its plan would be empty.",
            f"Choose one that has actions: {codes}." if codes else "Say first which body each action is for.",
            "no-actions",
        )
    before = shape_of(snapshot, kind)
    return replace(before, preset=preset or before.preset, agency=found.uid if found else before.agency)


def shaped(snapshot: Snapshot, shape: OutputShape) -> Snapshot:
    """The review as if this shape had been chosen; nothing is stored."""
    held = {name: getattr(snapshot, name) for name in family_types()}
    others = tuple(one for one in snapshot.output_shapes if one.kind is not shape.kind)
    return Snapshot(**{**held, "output_shapes": (*others, shape)})


def choose_shape(session: Session, kind: OutputKind, *, preset: str, agency: str) -> ChangeSet:
    """Keep it in the review, for this and every later time. "" is the usual preset, or all agencies."""
    before = shape_of(session.snapshot, kind)
    chosen = replace(before, preset=preset, agency=agency)
    if not before.uid:
        chosen = OutputShape(kind=kind, preset=preset, agency=agency)
    return session.put("Choose the shape of an output", chosen)


def _agencies(snapshot: Snapshot, kind: OutputKind) -> tuple[Agency, ...]:
    if kind is OutputKind.LETTER_AGENCY:
        return tuple(sorted(snapshot.agencies, key=lambda agency: agency.order))
    return agencies_with_actions(snapshot) if kind is OutputKind.ACTION_PLAN else ()


def _names(agency: Agency) -> tuple[str, ...]:
    return (agency.uid.casefold(), agency.code.casefold(), agency.name.casefold())


def _unknown(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was written.", do=do, code=code, exit_code=Exit.USAGE)
