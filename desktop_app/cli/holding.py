"""`candour hold`: say whether a legal hold stands, place one, lift it."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.domain.review import LegalHold
from desktop_app.services.legal_hold import lift_hold, place_hold, standing_hold


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        if args.place:
            place_hold(session, by_role=args.by, reason=args.reason)
        elif args.lift:
            lift_hold(session, by_role=args.by, reason=args.reason)
        held, holds = standing_hold(session.snapshot), session.snapshot.holds
    if args.json:
        document({"held": held is not None, "holds": [_as_json(hold) for hold in holds]})
        return int(Exit.DONE)
    for hold in holds:
        say(_sentence(hold))
    say("A legal hold stands: nothing of this review may be destroyed." if held else "No legal hold stands.")
    return int(Exit.DONE)


def _as_json(hold: LegalHold) -> dict[str, str | None]:
    return {
        "placed": _iso(hold.placed),
        "placed_by": hold.placed_by,
        "reason": hold.reason,
        "lifted": _iso(hold.lifted),
        "lifted_by": hold.lifted_by,
        "lifted_reason": hold.lifted_reason,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _sentence(hold: LegalHold) -> str:
    placed = f"Placed {_iso(hold.placed) or 'on a day not recorded'} by {hold.placed_by or 'somebody not recorded'}"
    said = f"{placed}: {hold.reason or 'no reason recorded'}."
    return f"{said} Lifted {_iso(hold.lifted)} by {hold.lifted_by}: {hold.lifted_reason}." if hold.lifted else said
