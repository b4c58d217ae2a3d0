"""Outputs: compose, render through a profile, build in quarantine, read back, and only then hand over."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.anonymise.jigsaw.facts import Fact
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.render_steps import REPLACING
from desktop_app.anonymise.result import Rendering, Undecided
from desktop_app.common.clock import now, today
from desktop_app.common.document import Document
from desktop_app.common.progress import NoProgress, Progress, Stretch
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.release import OutputText, ReleaseStep, Status, after
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.deliver import deliver
from desktop_app.services.compose.for_reader import compose_for
from desktop_app.services.export_target import check_name, check_target
from desktop_app.services.house_template import template_called
from desktop_app.services.jigsaw import Draft, facts_of, ledger, records_of
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.output_bytes import footer_note, make_and_read_back
from desktop_app.services.output_kinds import OUTPUTS, OutputKindInfo
from desktop_app.services.output_shapes import shaped
from desktop_app.services.proofing import overflow
from desktop_app.services.release.kept_text import pack, sum_of, units_of
from desktop_app.services.release.rests_on import shape_now, sums
from desktop_app.services.session import Session

__all__ = ["OUTPUTS", "ExportResult", "OutputKindInfo", "Rendering", "Undecided", "export", "prepare_output"]


COMPILER = "Compiler"  # the role of who exports, where nobody says another


def compiled_last_by(snapshot: Snapshot) -> str:
    """The role of who made the newest draft; "" before there is one."""
    return next((s.role for s in reversed(snapshot.release_steps) if s.status is Status.DRAFT), "")


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Either `written` with the hash of the bytes at `path`, or every surface that still `blocks`."""

    written: bool
    path: Path
    blocked: tuple[Undecided, ...] = ()
    sha256: str = ""
    read_back: bool = False  # what blocks was found in the finished file, not before it was made
    facts: tuple[Fact, ...] = ()  # the indirect facts it gives about people
    jigsaw: tuple[str, ...] = ()  # what the author should know about them; it never blocks
    replaced: int = 0
    decisions: int = 0
    checked: tuple[str, ...] = ()  # what the finished file was held against, in sentences
    too_long: tuple[str, ...] = ()  # panels that make one page two
    text: str = ""  # its words, packed, and a sum over them
    words: str = ""
    rests_on: tuple[str, ...] = ()
    shape: tuple[str, str] = ("", "")  # preset and agency


def prepare_output(
    snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date | None = None
) -> Rendering:
    """The output as it would print, and what is left to decide. Stored text is never changed."""
    return rendered(
        snapshot, profile, composed(snapshot, kind, profile, as_at or today()), reader_register(snapshot, profile)
    )


def composed(
    snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date, *, draft: bool = True
) -> Document:
    """The output with real names, with the sections that this reader gets: what is rendered, and never exported."""
    return compose_for(snapshot, kind, reader_profile(snapshot, profile), as_at, draft=draft)


def rendered(
    snapshot: Snapshot, profile: ProfileName, document: Document, register: Register, progress: Progress | None = None
) -> Rendering:
    """A composed document as this reader's copy prints it; `register` is the review's, as the reader is told it."""
    review = snapshot.review
    return render(
        document,
        register,
        reader_profile(snapshot, profile),
        snapshot.surface_decisions,
        scope=(review.scope_start, review.scope_end),
        abbreviations=frozenset(a.short for a in snapshot.abbreviations),
        date_reader=read_date,
        progress=progress,
    )


def export(
    session: Session,
    kind: OutputKind,
    profile: ProfileName,
    file_format: str,
    target: Path,
    *,
    as_at: dt.date | None = None,
    shape: OutputShape | None = None,
    by: str = "",
    template: str = "",
    progress: Progress | None = None,
) -> ExportResult:
    """Write an output, or say what stands in its way.

    The bytes are made in memory, opened again as an attacker would, checked against the register and the
    recognisers, and put at `target` only when nothing is found that nobody decided on. Otherwise nothing is
    written and any file already at `target` stays as it was. `by` is the role of who compiled it.
    """
    task = plan_export(session, kind, profile, file_format, target, as_at=as_at, shape=shape, by=by, template=template)
    result = run_export(task, progress)
    record_export(session, task, result)
    return result


@dataclass(frozen=True, slots=True)
class ExportTask:
    """All that an export needs, apart from the session, so that a worker can do it. `anchor` is the ledger's."""

    take: Callable[[], Snapshot]  # the review with its events, read by who does the work
    anchor: tuple[int, str]
    kind: OutputKind
    profile: ProfileName
    file_format: str
    target: Path
    as_at: dt.date
    version: int
    by: str
    template: str  # SHA-256 of the house template that is kept, or ""


def plan_export(
    session: Session,
    kind: OutputKind,
    profile: ProfileName,
    file_format: str,
    target: Path,
    *,
    as_at: dt.date | None = None,
    shape: OutputShape | None = None,
    by: str = "",
    template: str = "",
) -> ExportTask:
    """The first of `export`'s three steps; the target is refused here if it must be. `shape`: for this once.

    `template` is the SHA-256 of a house template that the review keeps.
    """
    info = next(info for info in OUTPUTS if info.kind is kind)
    check_target(session.path, info.name, ("docx",) if template else info.formats, file_format, target)

    def take() -> Snapshot:
        snapshot = session.whole_snapshot()
        return shaped(snapshot, shape) if shape is not None else snapshot

    version = 1 + sum(o.kind is kind and o.profile is profile for o in session.snapshot.outputs)
    who = " ".join(by.split()) or COMPILER
    when = as_at or today()
    return ExportTask(take, session.anchor(), kind, profile, file_format, target, when, version, who, template)


def run_export(task: ExportTask, progress: Progress | None = None) -> ExportResult:
    """Make, read back and hand over. Changes nothing in the review: this is what runs in a worker."""
    watcher = progress or NoProgress()
    snapshot = task.take()
    register, rules = reader_register(snapshot, task.profile), reader_profile(snapshot, task.profile)
    replacing = Stretch(watcher, 0, 25)
    replacing.step(0, 1, REPLACING)
    document = composed(snapshot, task.kind, task.profile, task.as_at)
    rendering = rendered(snapshot, task.profile, document, register, replacing)
    if rendering.anonymised is None:
        return ExportResult(False, task.target, rendering.undecided)
    check_name(task.target, register, rendering.anonymised.allowed)
    note = footer_note(task.version, task.anchor)
    house = template_called(snapshot, task.template)
    made = make_and_read_back(rendering.anonymised, task.file_format, register, rules, note, watcher, house)
    if made.leaks:
        return ExportResult(False, task.target, made.leaks, read_back=True)
    units = units_of(rendering.anonymised.document)
    beneath = sums(snapshot, composed(snapshot, task.kind, task.profile, task.as_at, draft=False))
    watcher.step(95, 100, "Moving the file into place")
    deliver(made.data, task.target)
    # The file is there now: nothing after this may be cancelled.
    facts = facts_of(snapshot, rendering.anonymised.document, task.profile)
    told = ledger(snapshot, task.profile, Draft(task.kind, task.profile, facts)).warnings
    return ExportResult(
        True,
        task.target,
        sha256=hashlib.sha256(made.data).hexdigest(),
        facts=facts,
        jigsaw=told,
        replaced=rendering.anonymised.replacements,
        decisions=rendering.anonymised.decisions,
        checked=made.checked,
        too_long=tuple(note.what for note in overflow(rendering.anonymised.document)),
        text=pack(units),
        words=sum_of(units),
        rests_on=beneath,
        shape=shape_now(snapshot, task.kind),
    )


def record_export(session: Session, task: ExportTask, result: ExportResult) -> ChangeSet | None:
    """Keep in the review what left it, and in the ledger what was refused."""
    if not result.written:
        session.log("export-refused-by-read-back" if result.read_back else "export-blocked", task.kind.value)
        return None
    written = now()
    output = Output(
        kind=task.kind,
        profile=task.profile,
        format=task.file_format,
        as_at=task.as_at,
        version=task.version,
        sha256=result.sha256,
        written=written,
        preset=result.shape[0],
        agency=result.shape[1],
        template=task.template,
        words=result.words,
        rests_on=result.rests_on,
        replaced=result.replaced,
        decisions=result.decisions,
        anchor="{} {}".format(*task.anchor),
        checked=result.checked,
        remains=result.jigsaw,
    )
    first = ReleaseStep(
        output=output.uid, role=task.by, on=today(), recorded=written, status=Status.DRAFT, sha256=result.sha256
    )
    text = OutputText(output=output.uid, packed=result.text)
    return session.put("Export an output", output, text, after((), first), *records_of(output, result.facts))
