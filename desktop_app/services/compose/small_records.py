"""What the small documents read from the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.common.document import Block, Bullets, Cell, Dates, Paragraph, Table, Text
from desktop_app.domain.output import OutputKind, SurfaceDecision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.briefing import family
from desktop_app.services.compose.parts import capital, case, cell, day, governance, split
from desktop_app.services.compose.presets import shape_of
from desktop_app.services.compose.wording import fixed, kinds, words
from desktop_app.services.recommendations import recommendation_views

_SECTION = "small"
_SUM = 16  # letters of a SHA-256 that are printed: enough to know a file by


def _requests(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """What is still asked of the agency this is for, or of anybody."""
    wanted = shape_of(snapshot, OutputKind.LETTER_AGENCY).agency
    asked = [r for r in snapshot.agency_requests if not r.received and (not wanted or r.agency == wanted)]
    rows = dict.fromkeys((request.what, day(request.due), request.uid) for request in asked if request.what)
    seen: dict[tuple[str, str], str] = {}
    for what, due, uid in rows:
        seen.setdefault((what, due), uid)
    held = tuple((cell(governance(what, uid)), cell(governance(due, uid))) for (what, due), uid in seen.items())
    return [Table((fixed(_SECTION, "what"), fixed(_SECTION, "by")), held, (3.0, 1.5))] if held else []


def _publication(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    blocks: list[Block] = []
    for decision in snapshot.publication_decisions:
        pairs = (
            ("outcome", capital(decision.outcome)),
            ("decided_on", day(decision.date)),
            ("decided_by", decision.decided_by),
            ("reasons", decision.reasons),
            ("harm", decision.harm_considered),
        )
        rows = tuple(
            (cell(fixed(_SECTION, key)), Cell(split(said, _dates(key), decision.uid))) for key, said in pairs if said
        )
        if rows:
            blocks.append(Table((fixed(_SECTION, "about"), fixed(_SECTION, "recorded")), rows, (1.0, 3.4)))
    return blocks


def _method(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """What the record says of how those affected took part, where the author has written nothing of it."""
    return [] if any(held.key == "family" and held.text.strip() for held in snapshot.narratives) else family(snapshot)


def _dates(key: str) -> Dates:
    return Dates.GOVERNANCE if key in ("outcome", "decided_on", "decided_by") else Dates.CASE


def _asked(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    """What the review recommends, a line each."""
    views = recommendation_views(snapshot, as_at)
    if not views:
        return []
    lead = fixed(_SECTION, "asked_one" if len(views) == 1 else "asked", count=len(views))
    return [Paragraph(lead), Bullets(tuple(governance(view.title or view.text, view.uid) for view in views))]


def _outputs(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    keys = ("output", "reader", "version", "replaced", "decided", "sum")
    rows = tuple(
        tuple(
            cell(Text(said, Dates.FIXED, output.uid))
            for said in (
                words("names", output.kind.value),
                words("readers", output.profile.value),
                str(output.version),
                str(output.replaced),
                str(output.decisions),
                _short(output.sha256),
            )
        )
        for output in snapshot.outputs
    )
    if not rows:
        return [Paragraph(fixed(_SECTION, "no_outputs"))]
    return [Table(tuple(fixed(_SECTION, key) for key in keys), rows, (2.2, 1.4, 0.8, 1.0, 1.0, 1.8))]


def _short(sha256: str) -> str:
    """Its beginning, with a letter in it: sixteen digits alone have the shape of a bank card, and would be refused."""
    digits = len(sha256) - len(sha256.lstrip("0123456789"))
    return sha256[: max(_SUM, digits + 1)]


def _decisions(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """What kind of words, what was done and why; never the words."""
    rows = tuple(
        (
            cell(_kind(decision)),
            cell(fixed("choices", decision.choice.value)),
            cell(case(decision.replacement, decision.uid)),
            cell(case(decision.reason, decision.uid)),
            cell(governance(day(decision.decided.date()) if decision.decided else "", decision.uid)),
        )
        for decision in snapshot.surface_decisions
    )
    if not rows:
        return [Paragraph(fixed(_SECTION, "no_decisions"))]
    keys, widths = ("kind", "choice", "instead", "why", "on"), (1.1, 1.3, 1.6, 3.0, 1.4)
    shown = len(keys) if any(decision.decided for decision in snapshot.surface_decisions) else len(keys) - 1
    header = tuple(fixed(_SECTION, key) for key in keys[:shown])
    return [Table(header, tuple(row[:shown] for row in rows), widths[:shown])]


def _kind(decision: SurfaceDecision) -> Text:
    """In a reader's words where the program's own are none."""
    if decision.kind in kinds():
        return fixed("kinds", decision.kind)
    return case(capital(decision.kind) or words("common", "not_stated"), decision.uid)


def _destructions(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    blocks: list[Block] = []
    for record in snapshot.destructions:
        pairs = (
            ("destroyed_on", governance(day(record.at.date()) if record.at else "", record.uid)),
            ("destroyed_by", governance(record.by_role, record.uid)),
            ("rule", Text(" ".join(filter(None, [record.rule, record.rule_version])), Dates.FIXED, record.uid)),
            ("why", governance(record.reason, record.uid)),
            ("destroyed", Text(", ".join(record.destroyed), Dates.FIXED, record.uid)),
            ("kept", Text(", ".join(record.kept), Dates.FIXED, record.uid)),
            ("file", Text(record.file_sha256, Dates.FIXED, record.uid)),
            ("ledger", Text(record.ledger, Dates.FIXED, record.uid)),
        )
        rows = tuple((cell(fixed(_SECTION, key)), cell(said)) for key, said in pairs if said.words)
        blocks.append(Table((fixed(_SECTION, "about"), fixed(_SECTION, "recorded")), rows, (1.0, 3.4)))
    return blocks or [Paragraph(fixed(_SECTION, "nothing_destroyed"))]


RECORDS: dict[str, Callable[[Snapshot, dt.date], list[Block]]] = {
    "agency-requests": _requests,
    "publication": _publication,
    "family-method": _method,
    "asked": _asked,
    "log-outputs": _outputs,
    "log-decisions": _decisions,
    "destructions": _destructions,
}
