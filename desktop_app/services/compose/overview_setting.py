"""Sections of an overview report on how the review was set up: its terms, its panel, who took part, what ran beside."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Bullets, Dates, Paragraph, Table, Text
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, cell, day, governance, split
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.regimes import regime


def terms(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """The newest version agreed, and the lines of enquiry."""
    blocks: list[Block] = []
    if snapshot.terms:
        newest = max(snapshot.terms, key=lambda held: held.version)
        for text in (newest.purpose, newest.scope):
            blocks += [Paragraph(part) for part in split(text, Dates.CASE, newest.uid)]
    lines = tuple(case(k.question, k.uid) for k in sorted(snapshot.kloes, key=lambda k: k.number))
    return [*blocks, *([Bullets(lines)] if lines else [])]


def timescales(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    """When the review was decided on, and as at when this is written."""
    decided = sorted(d.date for d in snapshot.decisions if d.date)
    if not decided:
        return []
    said = words("overview", "timescales", decided=day(decided[0]), as_at=day(as_at))
    return [Paragraph(governance(said, snapshot.review.uid))]


def confidentiality(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """That names were changed; which ones stand for whom is in the pseudonym key and in no report."""
    said = Paragraph(fixed("overview", "confidentiality"))
    chosen = sorted({p.pseudonym_chosen_by.strip() for p in snapshot.people if p.pseudonym_chosen_by.strip()})
    return [said, Paragraph(fixed("overview", "pseudonyms_chosen"))] if chosen else [said]


def contributors(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """The agencies that sent something, and what they were asked for where that is recorded."""
    asked: dict[str, list[str]] = {}
    for request in snapshot.agency_requests:
        if request.what:
            asked.setdefault(request.agency, []).append(request.what)
    rows = tuple(
        (cell(case(a.name, a.uid)), cell(governance(", ".join(dict.fromkeys(asked.get(a.uid, ()))), a.uid)))
        for a in sorted(snapshot.agencies, key=lambda a: a.order)
    )
    header = (fixed("overview", "agency"), fixed("overview", "contributed"))
    if not any(asked.values()):
        return [Bullets(tuple(case(a.name, a.uid) for a in snapshot.agencies))] if snapshot.agencies else []
    return [Table(header, rows, (2.0, 3.0))]


def panel(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """By job title and employer, never by name."""
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    rows = tuple(
        (
            cell(governance(member.role, member.uid)),
            cell(governance(member.job_title, member.uid)),
            cell(governance(agencies.get(member.agency, ""), member.uid)),
        )
        for member in snapshot.panel
        if member.job_title or member.role
    )
    header = tuple(fixed("overview", key) for key in ("panel_role", "job_title", "agency"))
    return [Table(header, rows, (1.2, 2.4, 2.4))] if rows else []


def author(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    review = snapshot.review
    return [Paragraph(text) for text in split(review.independence, Dates.GOVERNANCE, review.uid)]


def parallel(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """What else is or was under way, by kind and stage; who may not be spoken to is nobody else's business."""
    lines = tuple(
        governance(
            words("overview", "process", kind=words("processes", process.kind.value), stage=process.stage or "–"),
            process.uid,
        )
        for process in snapshot.parallel_processes
    )
    return [Bullets(lines)] if lines else []


def core_data(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """What kind of review it is, and over which time; facts about the people stand where the author tells them."""
    review = snapshot.review
    kind = regime(review.type.value).name if review.type.value != "other" else words("common", "not_stated")
    scope = " to ".join(filter(None, [day(review.scope_start), day(review.scope_end)]))
    pairs = (("kind", Text(kind, Dates.FIXED)), ("nation", governance(review.nation, review.uid)))
    rows = [(cell(fixed("overview", key)), cell(said)) for key, said in pairs]
    if scope:
        rows.append((cell(fixed("overview", "period")), cell(case(scope, review.uid))))
    rows.append((cell(fixed("overview", "agencies")), cell(Text(str(len(snapshot.agencies)), Dates.FIXED))))
    header = (fixed("overview", "what"), fixed("overview", "value"))
    return [Table(header, tuple(rows), (2.0, 4.0))]
