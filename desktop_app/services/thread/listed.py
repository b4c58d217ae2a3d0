"""The thread, and how things stood on a day, as plain JSON values: the keys are a public interface."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import changed
from desktop_app.services.compose.family_method import method_sentences
from desktop_app.services.family import points_of, wants_reason
from desktop_app.services.promises import promises
from desktop_app.services.thread.coverage import agency_cover, kloe_cover

Json = dict[str, object]


def coverage_lines(snapshot: Snapshot) -> list[Json]:
    """Lines of enquiry, then agencies."""
    enquiry: list[Json] = [
        {
            "kind": "kloe",
            "uid": row.uid,
            "number": row.number,
            "status": row.status,
            "covered": row.covered,
            "events": row.events,
            "findings": list(row.findings),
            "evidence": row.evidence,
        }
        for row in kloe_cover(snapshot)
    ]
    agencies: list[Json] = [
        {
            "kind": "agency",
            "uid": row.uid,
            "name": row.name,
            "events": row.events,
            "used": row.used,
            "key": row.key,
            "key_used": row.key_used,
            "findings": list(row.findings),
        }
        for row in agency_cover(snapshot)
    ]
    return [*enquiry, *agencies]


def change_lines(snapshot: Snapshot, since: dt.date, until: dt.date) -> list[Json]:
    return [
        {
            "on": change.on.isoformat(),
            "kind": change.kind,
            "number": change.number,
            "uid": change.uid,
            "before": change.before,
            "after": change.after,
            "reason": change.reason,
        }
        for change in changed(snapshot, since, until)
    ]


def promise_lines(snapshot: Snapshot, as_at: dt.date) -> list[Json]:
    return [{"uid": p.uid, "where": p.where, "sentence": p.sentence} for p in promises(snapshot, as_at)]


def family_lines(snapshot: Snapshot) -> list[Json]:
    """One line a person asked, with what they said; last, what nobody in particular said, and the method's words."""
    keys = {person.uid: person.key or person.uid for person in snapshot.people}
    rows: list[Json] = []
    for entry in snapshot.involvements:
        rows.append(
            {
                "number": entry.number,
                "uid": entry.uid,
                "person": keys.get(entry.person, entry.person),
                "relation": entry.relation,
                "affected": entry.affected.value,
                "approach": entry.approach.value,
                "reason": entry.reason,
                "reason_missing": wants_reason(entry),
                "asked_by": entry.asked_by,
                "asked_on": entry.asked_on.isoformat() if entry.asked_on else None,
                "medium": entry.medium,
                "advocate": entry.advocate,
                "pseudonym_wish": entry.pseudonym_wish,
                "draft_shared": entry.draft_shared.isoformat() if entry.draft_shared else None,
                "comments": entry.comments,
                "answer": entry.answer,
                "points": _points(snapshot, entry.uid),
            }
        )
    if said := _points(snapshot, ""):
        rows.append({"number": None, "points": said})
    if method := method_sentences(snapshot):
        rows.append({"method": method})
    return rows


def _points(snapshot: Snapshot, involvement: str) -> list[Json]:
    return [
        {
            "uid": view.point.uid,
            "text": view.point.text,
            "may_be_quoted": view.point.may_be_quoted,
            "findings": list(view.findings),
            "set_aside": view.point.set_aside,
        }
        for view in points_of(snapshot, involvement)
    ]
