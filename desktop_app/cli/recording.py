"""`candour record`, `candour kind` and `candour action`: what the forms of the window write, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.jsonl import read_objects
from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.learning import ActionStatus
from desktop_app.services.action_edits import set_due, set_status
from desktop_app.services.recommendation_edits import add_update
from desktop_app.services.recording import record_all
from desktop_app.services.regimes import adopt, read_regimes, shipped
from desktop_app.services.session import Session


def run(args: argparse.Namespace) -> int:
    return {"record": _record, "kind": _kind, "action": _action}[args.command](args)


def _record(args: argparse.Namespace) -> int:
    wanted = list(read_objects(args.source))
    with opened(args) as session:
        _, uids = record_all(session, wanted)
    if args.json:
        document({"recorded": uids})
    say(f"Recorded as one step: {len(uids)}.")
    return int(Exit.DONE)


def _kind(args: argparse.Namespace) -> int:
    held = read_regimes(Path(args.source)) if args.source else shipped()
    chosen = next((regime for regime in held.regimes if regime.id == args.regime), None)
    if chosen is None:
        raise UserError(
            f"“{args.regime}” is not a kind of review.",
            safe="Nothing was changed.",
            do=f"Kinds are: {', '.join(regime.id for regime in held.regimes)}.",
            code="regime-unknown",
            exit_code=Exit.USAGE,
        )
    with opened(args) as session:
        adopt(session, chosen, held.version)
    if args.json:
        document(
            {"kind": args.regime, "source": chosen.source, "source_date": chosen.source_date, "version": held.version}
        )
    say("The review is of this kind now; its clocks and criteria were added where they were missing.")
    return int(Exit.DONE)


def _action(args: argparse.Namespace) -> int:
    on = day_of(args.on) if args.on else None
    with opened(args) as session:
        uid = _numbered(session, args.number)
        if args.status:
            set_status(session, uid, ActionStatus(args.status), on=on, reason=args.reason, by=args.by)
        if args.due:
            set_due(session, uid, day_of(args.due), on=on, reason=args.reason, by=args.by)
        if args.update:
            add_update(session, uid, on or today(), args.update, args.by)
    if args.json:
        document({"action": args.number})
    say("Stored in the review; what was said and stood before is kept.")
    return int(Exit.DONE)


def _numbered(session: Session, number: int) -> str:
    found = next((action.uid for action in session.snapshot.actions if action.number == number), "")
    if not found:
        raise UserError(
            f"There is no action {number}.",
            safe="Nothing was changed.",
            do="`candour list FILE actions` gives their numbers.",
            code="no-such-action",
            exit_code=Exit.USAGE,
        )
    return found
