"""`candour jigsaw`: what readers could put together, and what the author enters against it, without a screen."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.jigsaw import IntruderAnswer, PublicFact, PublicSource, ReferenceFigure
from desktop_app.domain.output import ProfileName
from desktop_app.services.jigsaw import add_public_fact, keep_with_reason, ledger
from desktop_app.services.jigsaw.listed import listed_for
from desktop_app.services.jigsaw.weighing import add_figure, record_answer, remove_entered
from desktop_app.services.listing import plain
from desktop_app.services.session import Session

_ENTERED = ("public_facts", "reference_figures", "intruder_answers")


def run(args: argparse.Namespace) -> int:
    profile = ProfileName(args.profile)
    with opened(args) as session:
        _enter(session, args, profile)
        found = ledger(session.snapshot, profile)
        rows = listed_for(session.snapshot, profile)
        entered = {
            name: [{f.name: plain(getattr(r, f.name)) for f in dataclasses.fields(r)} for r in held]
            for name in _ENTERED
            if (held := getattr(session.snapshot, name)) or args.json
        }
    if args.json:
        document({"profile": profile.value, "warnings": list(found.warnings), "people": rows, **entered})
        return int(Exit.DONE)
    for warning in found.warnings:
        say(f"Look at this: {warning}")
    for row in rows:
        if row["reason"]:
            say(f"Stays, because {row['reason']}")
    if not found.warnings:
        say("No combination of facts waits for a decision.")
    return int(Exit.DONE)


def _enter(session: Session, args: argparse.Namespace, profile: ProfileName) -> None:
    if args.public_fact is not None:
        add_public_fact(
            session,
            PublicFact(
                person=args.about,
                words=args.public_fact,
                source=PublicSource(args.source),
                where=args.where,
                seen=_day(args.on),
            ),
        )
    if args.keep is not None:
        keep_with_reason(session, args.keep, args.reason, profile)
    if args.figure is not None:
        number, among = (_whole(part) for part in args.figure[1:])
        add_figure(
            session,
            ReferenceFigure(
                person=args.about,
                kind=args.figure[0],
                number=number,
                among=among,
                counts=args.counts,
                source=args.where,
            ),
        )
    if args.answer is not None:
        record_answer(
            session,
            IntruderAnswer(
                question=args.answer,
                output=args.on_output,
                tried=args.tried,
                found=bool(args.found),
                outcome=args.found or "",
                by_role=args.by,
                on=_day(args.on) or today(),
            ),
        )
    if args.remove is not None:
        remove_entered(session, args.remove)


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(
            "The date after --on could not be read.",
            safe="Nothing was changed.",
            do="Write it as year-month-day, e.g. 2026-05-12.",
            code="bad-date",
            exit_code=Exit.USAGE,
        ) from None


def _whole(text: str) -> int:
    """0, which no figure may be, for what is no whole number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
