"""Records as plain JSON values: the keys are a public interface (the command line's `list`)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from enum import Enum

from desktop_app.domain.chronology import ChronologyReturn
from desktop_app.domain.event_order import in_order
from desktop_app.domain.people import RegisterEntry
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services import governing_lists, jigsaw, telling
from desktop_app.services.board_named import board_lines
from desktop_app.services.coding.listed import coding_lines, theme_lines
from desktop_app.services.event_facts import facts_of
from desktop_app.services.event_returns import return_lines
from desktop_app.services.landmarks import landmark_lines, landmarks_in
from desktop_app.services.listing_dated import DATED
from desktop_app.services.merging import listed, merged_groups
from desktop_app.services.recommendation_notes import lint_rows
from desktop_app.services.recommendations import recommendation_views
from desktop_app.services.release import listed as released
from desktop_app.services.release.superseded import superseded
from desktop_app.services.thread import listed as thread_lists
from desktop_app.services.thread import orphans
from desktop_app.services.views_listed import view_lines

Json = dict[str, object]


def list_records(snapshot: Snapshot, kind: str, as_at: dt.date | None = None) -> list[Json]:
    """Every record of a kind, one JSON object each; `as_at` for the kinds of `DATED`."""
    return DATED[kind](snapshot, as_at) if kind in DATED else _LISTS[kind](snapshot)


def plain(value: object) -> object:
    """A field's value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def _plain_records(records: tuple[Record, ...]) -> list[Json]:
    return [{f.name: plain(getattr(r, f.name)) for f in dataclasses.fields(r)} for r in records]


def _iso(value: dt.date | dt.time | None) -> str | None:
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return value.isoformat() if value else None


def events(snapshot: Snapshot) -> list[Json]:
    agencies = {a.uid: a for a in snapshot.agencies}
    returns = {r.uid: r for r in snapshot.returns}
    keys = {p.uid: p.key or p.uid for p in snapshot.people}
    together = {
        event.uid: [other.uid for other in group.events if other.uid != event.uid]
        for group in merged_groups(snapshot)
        for event in group.events
    }
    earlier: dict[str, list[Json]] = {}
    for wording in snapshot.earlier_wordings:
        until = _return_name(returns.get(wording.replaced_by))
        said: Json = {"field": wording.field, "text": wording.text, "until": until}
        earlier.setdefault(wording.event, []).append(said)
    counted = landmarks_in(snapshot)
    lines: list[Json] = []
    for event in in_order(snapshot.events):
        sent = returns.get(event.chronology_return)
        agency = agencies.get(event.agency)
        lines.append(
            {
                "uid": event.uid,
                "ref": event.ref,
                "agency": agency.name if agency else "",
                "start": _iso(event.date.start),
                "end": _iso(event.date.end),
                "precision": event.date.precision.value,
                "approximate": event.date.approximate,
                "date_text": event.date.wording,
                "time": _iso(event.date.time),
                "problem": event.date.problem,
                "source": event.source,
                "event": event.event,
                "comment": event.comment,
                "action": event.action,
                "no_action_reason": event.no_action_reason,
                "outcome": event.outcome,
                "child_seen": event.child_seen,
                "significance": event.significance.value,
                "themes": list(event.themes),
                "same_event": together.get(event.uid, []),
                "people": [keys.get(uid, uid) for uid in event.people],
                "return": {"file": sent.file_name, "sheet": event.sheet, "row": event.row} if sent else None,
                "missing_from": _return_name(returns.get(event.missing_from)),
                "earlier": earlier.get(event.uid, []),
                "facts": facts_of(snapshot, event, counted),
            }
        )
    return lines


def _return_name(sent: ChronologyReturn | None) -> Json | None:
    return {"file": sent.file_name, "version": sent.version} if sent else None


def _register(snapshot: Snapshot, kinds: tuple[str, ...]) -> list[Json]:
    def line(entry: RegisterEntry) -> Json:
        return {
            "uid": entry.uid,
            "kind": entry.kind,
            "name": entry.name,
            "aliases": list(entry.aliases),
            "pseudonym": entry.pseudonym,
            "descriptor": entry.descriptor,
            "role": entry.role,
            "born": entry.born,
        }

    return [line(entry) for entry in snapshot.register if entry.kind in kinds]


def crossreferences(snapshot: Snapshot) -> list[Json]:
    """One line a reference: who cites, who is cited."""
    return [
        {"from": view.number, "to": cited, "direction": "above" if cited < view.number else "below"}
        for view in recommendation_views(snapshot)
        for cited in view.cites
    ]


def abbreviations(snapshot: Snapshot) -> list[Json]:
    return [{"short": a.short, "long": a.long, "expanded": bool(a.long)} for a in snapshot.abbreviations]


def reflections(snapshot: Snapshot) -> list[Json]:
    """Sorted by their words: the order people spoke in must not be readable from a list."""
    said = sorted(snapshot.reflections, key=lambda reflection: reflection.text)
    return _plain_records(tuple(said))


def outputs(snapshot: Snapshot) -> list[Json]:
    """Each with its certificate, its steps, and whether it still says what the record says."""
    found = superseded(snapshot)
    plain_ones = zip(_plain_records(snapshot.outputs), snapshot.outputs, strict=True)
    return [{**line, **released.release_fields(snapshot, output, found)} for line, output in plain_ones]


_LISTS: dict[str, Callable[[Snapshot], list[Json]]] = {
    "events": events,
    "people": lambda s: _register(s, ("person", "practitioner")),
    "bodies": lambda s: _register(s, ("body", "organisation", "school", "place")),
    "reflections": reflections,
    "findings": lambda s: _plain_records(s.findings),
    "duplicates": listed.duplicate_lines,
    "contradictions": listed.contradiction_lines,
    "corroborations": listed.corroboration_lines,
    "gaps": listed.gap_lines,
    "irregularities": listed.irregular_lines,
    "knowledge": listed.knowledge_lines,
    "episodes": listed.episode_lines,
    "kloes": listed.kloe_lines,
    "landmarks": landmark_lines,
    "returns": return_lines,
    "views": view_lines,
    "ladders": telling.listed,
    "crossreferences": crossreferences,
    "abbreviations": abbreviations,
    "orphans": lambda s: [{"code": o.code, "uid": o.uid, "what": o.what} for o in orphans(s)],
    "decisions": lambda s: _plain_records(s.surface_decisions),
    "outputs": outputs,
    "approvers": released.approver_lines,
    "jigsaw": jigsaw.listed,
    "lint": lint_rows,
    "meetings": governing_lists.meeting_lines,
    "same-bodies": governing_lists.same_body_lines,
    "coverage": thread_lists.coverage_lines,
    "board": board_lines,
    "themes": theme_lines,
    "codings": coding_lines,
    "family": thread_lists.family_lines,
}
