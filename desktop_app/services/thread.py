"""The golden thread, thin: what rests on nothing, and what nothing rests on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Orphan:
    code: str
    uid: str
    what: str  # a sentence that names numbers and refs, never people


def orphans(snapshot: Snapshot) -> list[Orphan]:
    """Findings with no evidence, recommendations with no finding, lines of enquiry unanswered, actions alone."""
    found = [
        Orphan("finding-without-evidence", f.uid, f"Finding {f.number} rests on no evidence.")
        for f in snapshot.findings
        if not (f.events or f.reflections or f.family_points)
    ]
    finding_uids = {f.uid for f in snapshot.findings}
    if snapshot.findings:
        found += [
            Orphan("recommendation-without-finding", r.uid, f"Recommendation {r.number} rests on no finding.")
            for r in snapshot.recommendations
            if not finding_uids.intersection(r.findings)
        ]
    answered = {k for f in snapshot.findings for k in f.kloes} | snapshot.event_figures.kloes
    found += [
        Orphan("kloe-unanswered", k.uid, f"Key line of enquiry {k.number} has nothing linked to it.")
        for k in snapshot.kloes
        if k.uid not in answered
    ]
    found += [
        Orphan("action-without-recommendation", a.uid, f"Action {a.number} answers no recommendation.")
        for a in snapshot.actions
        if not (a.recommendations or a.parts)
    ]
    used = {uid for f in snapshot.findings for uid in f.events}
    if snapshot.findings:
        found += [
            Orphan("key-event-unused", uid, f"{ref} is marked key, and no finding uses it.")
            for uid, ref in snapshot.event_figures.key
            if uid not in used
        ]
    return found


def broken_links(snapshot: Snapshot) -> list[Orphan]:
    """References to records that are not there."""
    known = {
        "events": {e.uid for e in snapshot.events},
        "reflections": {r.uid for r in snapshot.reflections},
        "findings": {f.uid for f in snapshot.findings},
        "recommendations": {r.uid for r in snapshot.recommendations},
        "parts": {p.uid for p in snapshot.parts},
    }
    broken = []
    for finding in snapshot.findings:
        if set(finding.events) - known["events"] or set(finding.reflections) - known["reflections"]:
            broken.append(Orphan("broken-link", finding.uid, f"Finding {finding.number} points at a missing record."))
    for rec in snapshot.recommendations:
        if set(rec.findings) - known["findings"]:
            broken.append(Orphan("broken-link", rec.uid, f"Recommendation {rec.number} points at a missing finding."))
    for action in snapshot.actions:
        if set(action.recommendations) - known["recommendations"] or set(action.parts) - known["parts"]:
            broken.append(Orphan("broken-link", action.uid, f"Action {action.number} points at a missing record."))
    actions = {a.uid for a in snapshot.actions}
    broken += [
        Orphan("broken-link", u.uid, "A progress update points at a missing action.")
        for u in snapshot.updates
        if u.action not in actions
    ]
    return broken
