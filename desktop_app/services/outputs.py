"""Outputs: compose, render through a profile, build in quarantine, read back, and only then hand over."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.jigsaw.facts import Fact
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument, Rendering, Undecided
from desktop_app.common.clock import now, today
from desktop_app.common.document import Dates, Document
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters import OWN_WORDS
from desktop_app.exporters.deliver import deliver
from desktop_app.exporters.picture import pictured
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build
from desktop_app.services.compose.for_reader import compose_for
from desktop_app.services.document_text import all_texts
from desktop_app.services.export_target import check_target
from desktop_app.services.jigsaw import Draft, facts_of, ledger, records_of
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.output_shapes import shaped
from desktop_app.services.session import Session

__all__ = ["OUTPUTS", "ExportResult", "OutputKindInfo", "Rendering", "Undecided", "export", "prepare_output"]


@dataclass(frozen=True, slots=True)
class OutputKindInfo:
    kind: OutputKind
    name: str
    what: str
    formats: tuple[str, ...]


_PAGES = ("pdf", "docx")
_TABLES = ("pdf", "docx", "xlsx")
OUTPUTS: tuple[OutputKindInfo, ...] = (
    OutputKindInfo(
        OutputKind.BRIEFING, "Briefing", "What may be published: the story, the learning, the action", _PAGES
    ),
    OutputKindInfo(OutputKind.SEVEN_MINUTE, "Seven-minute briefing", "One page for a team to talk through", _PAGES),
    OutputKindInfo(OutputKind.OVERVIEW, "Overview report", "The long form, for the partnership", _PAGES),
    OutputKindInfo(OutputKind.CHRONOLOGY, "Combined chronology", "Every agency's account in one table", _TABLES),
    OutputKindInfo(
        OutputKind.TIMELINE, "Summary timeline", "The main events, written for publication", (*_TABLES, "png")
    ),
    OutputKindInfo(OutputKind.ACTION_PLAN, "Action plan", "Actions, owners, dates and progress", _TABLES),
    OutputKindInfo(OutputKind.WORKSHOP_PACK, "Workshop pack", "What people are sent before a workshop", _PAGES),
    OutputKindInfo(
        OutputKind.FACILITATOR_NOTES, "Facilitators' notes", "The day with its times and your own notes", _PAGES
    ),
    OutputKindInfo(OutputKind.REFLECTIONS_SUMMARY, "Reflections summary", "What practitioners told us", _PAGES),
    OutputKindInfo(OutputKind.YOU_SAID, "You said, we did", "For those who took part in a recall event", _PAGES),
    OutputKindInfo(OutputKind.GOVERNANCE_UPDATE, "Governance update", "Where things stand, for the executive", _PAGES),
)


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


def prepare_output(
    snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date | None = None
) -> Rendering:
    """The output as it would print, and what is left to decide. Stored text is never changed."""
    return _render(snapshot, kind, profile, as_at, reader_register(snapshot, profile))


def composed(snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date) -> Document:
    """The output with real names, with the sections that this reader gets: what is rendered, and never exported."""
    return compose_for(snapshot, kind, reader_profile(snapshot, profile), as_at)


def _render(
    snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date | None, register: Register
) -> Rendering:
    review, rules = snapshot.review, reader_profile(snapshot, profile)
    return render(
        composed(snapshot, kind, profile, as_at or today()),
        register,
        rules,
        snapshot.surface_decisions,
        scope=(review.scope_start, review.scope_end),
        abbreviations=frozenset(a.short for a in snapshot.abbreviations),
        date_reader=read_date,
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
    progress: Progress | None = None,
) -> ExportResult:
    """Write an output, or say what stands in its way.

    The bytes are made in memory, opened again as an attacker would, checked against the register and the
    recognisers, and put at `target` only when nothing is found that nobody decided on. Otherwise nothing is
    written and any file already at `target` stays as it was.
    """
    task = plan_export(session, kind, profile, file_format, target, as_at=as_at, shape=shape)
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


def plan_export(
    session: Session,
    kind: OutputKind,
    profile: ProfileName,
    file_format: str,
    target: Path,
    *,
    as_at: dt.date | None = None,
    shape: OutputShape | None = None,
) -> ExportTask:
    """The first of `export`'s three steps; the target is refused here if it must be. `shape`: for this once."""
    info = next(info for info in OUTPUTS if info.kind is kind)
    check_target(session.path, info.name, info.formats, file_format, target)

    def take() -> Snapshot:
        snapshot = session.whole_snapshot()
        return shaped(snapshot, shape) if shape is not None else snapshot

    return ExportTask(take, session.anchor(), kind, profile, file_format, target, as_at or today())


def run_export(task: ExportTask, progress: Progress | None = None) -> ExportResult:
    """Make, read back and hand over. Changes nothing in the review: this is what runs in a worker."""
    watcher = progress or NoProgress()
    snapshot = task.take()
    register, rules = reader_register(snapshot, task.profile), reader_profile(snapshot, task.profile)
    watcher.step(0, 4, "Replacing names and dates")
    rendering = _render(snapshot, task.kind, task.profile, task.as_at, register)
    if rendering.anonymised is None:
        return ExportResult(False, task.target, rendering.undecided)
    entry, mac = task.anchor
    watcher.step(1, 4, "Setting the pages")
    data, leaks, parts = _make_and_read_back(
        rendering.anonymised, task.file_format, register, rules, f"Ledger {entry} {mac}", watcher
    )
    if leaks:
        return ExportResult(False, task.target, leaks, read_back=True)
    watcher.step(3, 4, "Moving the file into place")
    deliver(data, task.target)
    # The file is there now: nothing after this may be cancelled.
    facts = facts_of(snapshot, rendering.anonymised.document)
    told = ledger(snapshot, task.profile, Draft(task.kind, task.profile, facts)).warnings
    return ExportResult(
        True,
        task.target,
        sha256=hashlib.sha256(data).hexdigest(),
        facts=facts,
        jigsaw=told,
        replaced=rendering.anonymised.replacements,
        decisions=rendering.anonymised.decisions,
        checked=_checked(parts, register, rules),
    )


def record_export(session: Session, task: ExportTask, result: ExportResult) -> ChangeSet | None:
    """Keep in the review what left it, and in the ledger what was refused."""
    if not result.written:
        session.log("export-refused-by-read-back" if result.read_back else "export-blocked", task.kind.value)
        return None
    outputs = session.snapshot.outputs
    version = 1 + sum(o.kind is task.kind and o.profile is task.profile for o in outputs)
    output = Output(
        kind=task.kind,
        profile=task.profile,
        format=task.file_format,
        as_at=task.as_at,
        version=version,
        sha256=result.sha256,
        written=now(),
        replaced=result.replaced,
        decisions=result.decisions,
        anchor="{} {}".format(*task.anchor),
        checked=result.checked,
        remains=result.jigsaw,
    )
    return session.put("Export an output", output, *records_of(output, result.facts))


def _make_and_read_back(
    anonymised: AnonymisedDocument,
    file_format: str,
    register: Register,
    profile: Profile,
    footer_note: str,
    watcher: Progress,
) -> tuple[bytes, tuple[Undecided, ...], int]:
    """The finished bytes, what is wrong with them, and in how many parts they were read.

    They stay in memory: nothing unproven reaches a disk.
    """
    made_as = "pdf" if file_format == "png" else file_format  # a picture is of pages that were read back
    data = build(anonymised, made_as, footer_note=footer_note)
    watcher.step(2, 4, "Reading the finished file back")
    seen = read_bytes(data, f"output.{made_as}")
    ours = frozenset(fold_surface(word) for word in _own_words(anonymised, footer_note))
    leaks = check_parts(seen.parts, register, anonymised.allowed | ours, profile)
    hidden = tuple(
        Undecided(code, "structure", 1, "the finished file holds something hidden", 1, (), "the file itself")
        for code in seen.findings
    )
    if file_format == "png" and not leaks + hidden:
        data = pictured(data)
    return data, leaks + hidden, len(seen.parts)


def _checked(parts: int, register: Register, profile: Profile) -> tuple[str, ...]:
    """What a certificate says was done; never that a file could identify nobody."""
    depth = {1: "what is direct", 2: "what is direct or indirect", 3: "everything they find"}
    entries = len(register.entries)
    return (
        f"{parts} pieces of text in the finished file, seen and unseen",
        f"against the {entries} {'entry' if entries == 1 else 'entries'} of the register, every form of each name, "
        "letters set apart too",
        f"by the recognisers, {depth[profile.asks_at]}",
        "for comments, revisions, hidden text, properties, links, attachments and pictures",
    )


def _own_words(anonymised: AnonymisedDocument, footer_note: str) -> Iterator[str]:
    """What is in the file and is nobody's: the ledger's anchor, the exporter's words, the refs we gave to events."""
    yield footer_note
    yield from footer_note.split()
    yield from OWN_WORDS
    for text in all_texts(anonymised.document):
        if text.dates is Dates.FIXED and text.source:
            yield text.words
