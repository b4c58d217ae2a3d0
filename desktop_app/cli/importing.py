"""`candour import`: all sources are read before the first is written."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.services.importing import apply_import, prepare_import


def run(args: argparse.Namespace) -> int:
    kind = None if args.kind == "auto" else ImportKind(args.kind)
    mapping = _mapping(args.mapping)
    sources = [Path(source) for source in args.sources]
    with opened(args) as session:
        plans = [prepare_import(session.snapshot, source, kind, args.agency, mapping) for source in sources]
        if not args.dry_run:
            done = []
            for source in sources:  # planned again: refs go on from what the source before it added
                plan = prepare_import(session.snapshot, source, kind, args.agency, mapping)
                apply_import(session, plan, args.agency)
                done.append(plan)
            plans = done
    reports = [report(plan) | ({"dry_run": True} if args.dry_run else {}) for plan in plans]
    if args.json:
        document(reports[0] if len(reports) == 1 else reports)
    else:
        for plan in plans:
            _tell(plan, dry_run=args.dry_run)
    return int(Exit.LOOK if any(plan.waiting or plan.refused for plan in plans) else Exit.DONE)


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
    """The JSON of one source; rows_read = added + duplicates + needs_decision + refused."""
    return {
        "source": plan.source,
        "kind": plan.kind.value,
        "rows_read": plan.rows_read,
        "added": len(plan.rows),
        "duplicates": len(plan.duplicates),
        "needs_decision": [{"row": w.row, "field": w.field, "text": w.text, "why": w.why} for w in plan.waiting],
        "refused": [{"row": r.row, "why": r.why} for r in plan.refused],
        "mapping": plan.mapping.columns,
        "unused": list(plan.mapping.unused),
        "notes": list(plan.notes),
    }


def _tell(plan: ImportPlan, *, dry_run: bool) -> None:
    verb = "would be added" if dry_run else "added"
    say(
        f"{plan.source}: {plan.rows_read} rows read as {plan.kind.value}: {len(plan.rows)} {verb}, "
        f"{len(plan.duplicates)} already there, {len(plan.waiting)} kept and waiting for a decision, "
        f"{len(plan.refused)} refused."
    )
    for field, heading in plan.mapping.columns.items():
        say(f"  {field} is read from “{heading}”")
    for waiting in plan.waiting:
        say(f"  row {waiting.row}, {waiting.field}: {waiting.why}")
    for refused in plan.refused:
        say(f"  row {refused.row} refused: {refused.why}")
    for note in plan.notes:
        say(f"  note: {note}")
