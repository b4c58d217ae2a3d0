"""Approving an output: the file that will be handed over is made, read back, signed and written, once.

A draft says at its foot that it is one, so the file that is approved cannot be the draft's. It is made anew without
that line from the same record, and only where it says word for word what the draft said. The approver signs its hash;
those bytes, and no others, are what is published.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.anonymise.render_steps import REPLACING
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Output
from desktop_app.domain.proofreading import unexpanded
from desktop_app.domain.release import Approver, ReleaseStep, Status, after
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.deliver import deliver
from desktop_app.services.document_text import all_texts
from desktop_app.services.export_target import check_name, check_target
from desktop_app.services.house_template import template_called
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.output_bytes import Made, footer_note, make_and_read_back
from desktop_app.services.outputs import OUTPUTS, ExportResult, composed, rendered
from desktop_app.services.release.approvers import approver_called, same_role
from desktop_app.services.release.kept_text import sum_of, units_of
from desktop_app.services.release.rests_on import in_shape
from desktop_app.services.release.rules import rule_for
from desktop_app.services.release.signed import message
from desktop_app.services.release.steps import check_order, checked_day, checked_role, refusal, steps_of
from desktop_app.services.session import Session
from desktop_app.storage.signing import sign


@dataclass(frozen=True, slots=True)
class Approval:
    """All that approving needs, apart from the session, so that a worker can do it. `approver`: None where one person
    may release for this reader."""

    take: Callable[[], Snapshot]
    output: Output
    step: ReleaseStep
    approver: Approver | None
    passphrase: str = field(repr=False)
    target: Path


@dataclass(frozen=True, slots=True)
class Approved:
    """As an export ended, and the step to record when it was written."""

    result: ExportResult
    step: ReleaseStep


def approve(
    session: Session,
    output: Output,
    target: Path,
    *,
    by: str,
    passphrase: str = "",
    on: dt.date | None = None,
    note: str = "",
    progress: Progress | None = None,
) -> ExportResult:
    """The final file at `target`, and the approval of it on record; or what stands in its way.

    Raises UserError: no-role, no-approver, compiler-approves, step-out-of-order, day-ahead, wrong-approver-secret,
    superseded, not-expanded, and what writing a file raises.
    """
    task = plan_approval(session, output, target, by=by, passphrase=passphrase, on=on, note=note)
    done = run_approval(task, progress)
    record_approval(session, task, done)
    return done.result


def plan_approval(
    session: Session,
    output: Output,
    target: Path,
    *,
    by: str,
    passphrase: str = "",
    on: dt.date | None = None,
    note: str = "",
) -> Approval:
    """The first of three steps, on the session's own thread: whether this person may approve this output now."""
    snapshot = session.snapshot
    steps = steps_of(snapshot, output.uid)
    said, day = checked_role(by), checked_day(on)
    info = next(info for info in OUTPUTS if info.kind is output.kind)
    check_target(session.path, info.name, info.formats, output.format, target)
    check_order(output, steps, Status.APPROVED)
    held = approver_called(snapshot, said) if rule_for(output.profile).second_person else None
    if held is not None and compiled_by(held, steps):
        raise refusal(
            "Who compiled an output cannot approve it.",
            "A second person, with a role and a passphrase of their own, must.",
            "compiler-approves",
        )
    step = ReleaseStep(
        output=output.uid,
        status=Status.APPROVED,
        role=held.role if held else said,
        name=held.name if held else "",
        on=day,
        recorded=now(),
        note=note.strip(),
        approver=held.uid if held else "",
    )
    return Approval(session.whole_snapshot, output, step, held, passphrase, target)


def run_approval(task: Approval, progress: Progress | None = None) -> Approved:
    """Make, read back, sign and write. Changes nothing in the review: this is what runs in a worker."""
    watcher = progress or NoProgress()
    output = task.output
    watcher.step(0, 100, REPLACING)
    snapshot = in_shape(task.take(), output)
    document, made = final_bytes(snapshot, output, watcher)
    if isinstance(made, ExportResult):
        return Approved(replace(made, path=task.target), task.step)
    _check_expanded(snapshot, document)
    check_name(task.target, reader_register(snapshot, output.profile), document.allowed if document else frozenset())
    digest = hashlib.sha256(made.data).hexdigest()
    step = replace(task.step, sha256=digest)
    if task.approver is not None:
        step = replace(step, signature=_signature(task, snapshot.review.uid, step))
    watcher.step(95, 100, "Moving the file into place")
    deliver(made.data, task.target)
    done = ExportResult(True, task.target, sha256=digest, checked=made.checked, words=output.words)
    return Approved(done, step)


def record_approval(session: Session, task: Approval, done: Approved) -> ChangeSet | None:
    """Keep what was approved. Nothing is recorded where nothing was written."""
    output = task.output
    code = f"{output.kind.value}.{output.profile.value}.{output.version}"
    if not done.result.written:
        session.log("approval-blocked", code)
        return None
    changed = replace(output, status=Status.APPROVED.value, final_sha256=done.result.sha256)
    steps = steps_of(session.snapshot, output.uid)
    changes = session.put("Approve an output", changed, after(steps, done.step))
    session.log("release", f"{code}.{Status.APPROVED.value}")
    return changes


def final_bytes(
    snapshot: Snapshot, output: Output, watcher: Progress
) -> tuple[AnonymisedDocument | None, Made | ExportResult]:
    """The file without a draft's mark, made from the record as it is; an `ExportResult` says what is in its way.

    Raises UserError superseded where it would not say what the draft said.
    """
    register, rules = reader_register(snapshot, output.profile), reader_profile(snapshot, output.profile)
    when = output.as_at or now().date()
    document = composed(snapshot, output.kind, output.profile, when, draft=False)
    rendering = rendered(snapshot, output.profile, document, register)
    blocked = ExportResult(False, Path(), rendering.undecided)
    if sum_of(units_of(rendering.preview)) != output.words:
        raise refusal(
            "The record has changed since this draft: what would be made now says something else.",
            "Make a new draft, see with Compare what changed, and have that one checked.",
            "superseded",
        )
    if rendering.anonymised is None:
        return None, blocked
    note = footer_note(output.version, _anchor(output))
    house = template_called(snapshot, output.template)
    made = make_and_read_back(rendering.anonymised, output.format, register, rules, note, watcher, house)
    if made.leaks:
        return rendering.anonymised, replace(blocked, blocked=made.leaks, read_back=True)
    return rendering.anonymised, made


def _anchor(output: Output) -> tuple[int, str]:
    entry, _, mac = output.anchor.partition(" ")
    return int(entry or 0), mac


def compiled_by(approver: Approver, steps: Sequence[ReleaseStep]) -> bool:
    """Whether the output was compiled by who would approve it; also where nothing tells who compiled it."""
    compiled = [step for step in steps if step.status is Status.DRAFT]
    return not compiled or any(_is_same(approver, step) for step in compiled)


def _is_same(approver: Approver, step: ReleaseStep) -> bool:
    names = approver.name and step.name and same_role(approver.name, step.name)
    return bool(same_role(approver.role, step.role) or names)


def _check_expanded(snapshot: Snapshot, document: AnonymisedDocument | None) -> None:
    """A draft may hold an abbreviation that nobody wrote out; what is approved may not (acceptance story E10)."""
    if document is None:
        return
    words = [text.words for text in all_texts(document.document)]
    known = {a.short: a.long for a in snapshot.abbreviations}
    left = [short for short in unexpanded(words, known) if not known.get(short)]
    if left:
        raise refusal(
            f"Nothing says what these abbreviations stand for: {', '.join(left)}.",
            "Write each out once, or enter what it stands for under Setting up.",
            "not-expanded",
        )


def _signature(task: Approval, review: str, step: ReleaseStep) -> str:
    held = task.approver
    if held is None:
        raise ValueError("nobody to sign")
    try:
        return sign(held.sealed, held.verify, task.passphrase, message(review, task.output, step))
    except UserError as error:
        if error.code not in ("wrong-secret", "empty-secret"):
            raise
        raise UserError(
            "That is not the approver's passphrase.",
            safe="Nothing was written or approved.",
            do="Let the approver type their own; it is not the one that opens the review.",
            code="wrong-approver-secret",
            exit_code=Exit.SECRET,
        ) from None
