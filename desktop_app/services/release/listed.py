"""Outputs, their steps and who was given them, as plain JSON values: keys are a public interface."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.clock import today
from desktop_app.domain.output import Output
from desktop_app.domain.release import ReleaseStep
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.approvers import fingerprint
from desktop_app.services.release.recipients import recipients_of
from desktop_app.services.release.signed import holds
from desktop_app.services.release.steps import may_follow, steps_of, waits_for
from desktop_app.services.release.superseded import Superseded
from desktop_app.services.retention_rules import withdrawal_of

Json = dict[str, object]


def release_fields(snapshot: Snapshot, output: Output, found: dict[str, Superseded]) -> Json:
    """What `list outputs` says of an output beside its certificate."""
    steps = steps_of(snapshot, output.uid)
    due = withdrawal_of(snapshot, output)
    held = found.get(output.uid)
    return {
        "status": output.status,
        "superseded": held.why if held else None,
        "steps": [_step(snapshot, output, step) for step in steps],
        "waits_for": [status.value for status in waits_for(output, steps)],
        "next": [status.value for status in may_follow(output, steps)],
        "recipients": [
            {"to": r.to, "how": r.how, "on": _iso(r.on), "by": r.role, "sha256": r.sha256}
            for r in recipients_of(snapshot, output.uid)
        ],
        "withdraw_by": _iso(due.due),
        "withdrawal": due.state(today()),
    }


def approver_lines(snapshot: Snapshot) -> list[Json]:
    return [
        {
            "uid": held.uid,
            "role": held.role,
            "name": held.name,
            "made": held.made.isoformat() if held.made else None,
            "retired": _iso(held.retired),
            "fingerprint": fingerprint(held),
            "verify": held.verify,
        }
        for held in snapshot.approvers
    ]


def _step(snapshot: Snapshot, output: Output, step: ReleaseStep) -> Json:
    said: Json = {"status": step.status.value, "by": step.role, "name": step.name, "on": _iso(step.on)}
    said |= {"note": step.note, "not_needed": step.not_needed, "sha256": step.sha256}
    return said | {"signed": holds(snapshot, output, step)} if step.signature else said


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
