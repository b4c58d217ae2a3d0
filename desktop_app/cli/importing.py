"""`candour import`: all sources are read before the first is written."""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Callable
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import TerminalProgress, document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.importing import SourceFile, import_label, import_records, plan_import, read_source
from desktop_app.services.session import Session

Planning = Callable[[Snapshot, SourceFile, Progress], ImportPlan]


def run(args: argparse.Namespace) -> int:
    kind = None if args.kind == "auto" else ImportKind(args.kind)
    mapping = _mapping(args.mapping)
    order = DayOrder(args.dates) if args.dates else None
    progress = TerminalProgress()

    def planned(snapshot: Snapshot, source: SourceFile, progress: Progress) -> ImportPlan:
        return plan_import(snapshot, source, kind, args.agency, mapping, order, progress)

    with opened(args) as session:
        sources = [read_source(Path(source), progress) for source in args.sources]
        plans = [planned(session.snapshot, source, progress) for source in sources]
        if not args.dry_run:
            plans = _applied(session, sources, plans, planned, progress)
    reports = [report(plan) | ({"dry_run": True} if args.dry_run else {}) for plan in plans]
    if args.json:
        document(reports[0] if len(reports) == 1 else reports)
    else:
        for plan in plans:
            _tell(plan, dry_run=args.dry_run)
    look = any(plan.waiting or plan.refused or plan.missing or plan.questions for plan in plans)
    return int(Exit.LOOK if look else Exit.DONE)


class _Stoppable:
    """Progress that ends the work after Ctrl+C, at a step: nothing is cut off between storing and knowing of it."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._stopped = False

    def stop(self, _number: int, _frame: object) -> None:
        self._stopped = True

    def check(self) -> None:
        if self._stopped:
            raise KeyboardInterrupt

    def step(self, done: int, total: int, what: str) -> None:
        self.check()
        self._shown.step(done, total, what)


def _applied(
    session: Session, sources: list[SourceFile], plans: list[ImportPlan], planned: Planning, shown: Progress
) -> list[ImportPlan]:
    """The plans as they were carried out. Who stops it half-way gets the review as it was."""
    done: list[ImportPlan] = []
    steps = 0
    progress = _Stoppable(shown)
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        for source, first in zip(sources, plans, strict=True):
            progress.check()
            # Planned again after the first: refs go on, and rows are known, from what the source before it added.
            plan = planned(session.snapshot, source, progress) if done else first
            if records := import_records(session, plan):
                session.follow(session.store(import_label(plan), records, progress))
                steps += 1
            done.append(plan)
    except BaseException:
        for _ in range(steps):  # what was begun is taken back whole
            session.undo()
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    return done


def _mapping(text: str | None) -> dict[str, str] | None:
    if not text:
        return None
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise UserError(
            "The mapping is not a JSON object of field and heading.",
            safe="Nothing was imported.",
            do='Write it like this: {"event": "What happened", "source": "Record"}.',
            code="bad-mapping",
            exit_code=Exit.USAGE,
        )
    return found


def report(plan: ImportPlan) -> dict[str, object]:
    """The JSON of one source; rows_read = added + duplicates + needs_decision + refused. A row that was here before
    with other words is among the duplicates (or needs a decision), and is listed under changed.
    """
    return {
        "source": plan.source,
        "kind": plan.kind.value,
        "rows_read": plan.rows_read,
        "added": len(plan.rows),
        "duplicates": len(plan.duplicates) + plan.changed_alone,
        "needs_decision": [{"row": w.row, "field": w.field, "text": w.text, "why": w.why} for w in plan.waiting],
        "refused": [{"row": r.row, "why": r.why} for r in plan.refused],
        "mapping": plan.mapping.columns,
        "unused": list(plan.mapping.unused),
        "notes": list(plan.notes),
        "changed": [
            {
                "row": c.row,
                "uid": c.event,
                "ref": c.ref,
                "fields": [{"field": f.field, "before": f.before, "after": f.after} for f in c.changes],
                "kept": [{"field": f.field, "here": f.before, "sent": f.after} for f in c.kept],
            }
            for c in plan.changed
        ],
        "missing": [{"uid": m.event, "ref": m.ref, "row": m.row} for m in plan.missing],
        "questions": [
            {"about": q.about, "why": q.why, "rows": q.rows, "answers": list(q.answers)} for q in plan.questions
        ],
        "return": {
            "sha256": plan.sha256,
            "author": plan.details.author,
            "dated": plan.details.dated.isoformat() if plan.details.dated else None,
            "records_searched": plan.details.records_searched,
            "signed_off_by": plan.details.signed_off_by,
        },
    }


def _tell(plan: ImportPlan, *, dry_run: bool) -> None:
    verb = "would be added" if dry_run else "added"
    say(
        f"{plan.source}: {plan.rows_read} rows read as {plan.kind.value}: {len(plan.rows)} {verb}, "
        f"{len(plan.duplicates)} already there, {plan.changed_alone} changed, {len(plan.waiting)} kept and waiting "
        "for a decision, "
        f"{len(plan.refused)} refused."
    )
    for field, heading in plan.mapping.columns.items():
        say(f"  {field} is read from “{heading}”")
    for waiting in plan.waiting:
        say(f"  row {waiting.row}, {waiting.field}: {waiting.why}")
    for refused in plan.refused:
        say(f"  row {refused.row} refused: {refused.why}")
    for changed in plan.changed:
        fields = ", ".join(change.field for change in (*changed.changes, *changed.kept))
        say(f"  row {changed.row} is {changed.ref}, changed: {fields}")
    for missing in plan.missing:
        say(f"  {missing.ref} (row {missing.row} before) is not in this file; it is kept and marked")
    for question in plan.questions:
        how = f" Say --dates {' or '.join(question.answers)}." if question.answers else " Say --mapping to be sure."
        say(f"  question: {question.why}{how}")
    for note in plan.notes:
        say(f"  note: {note}")
