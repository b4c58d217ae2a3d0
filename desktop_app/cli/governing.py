"""`candour bodies`, `label` and `answer`: names of bodies, names of statuses, answers to recommendations."""

from __future__ import annotations

import argparse

from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.learning import ActionStatus
from desktop_app.services.body_merging import keep_apart, merge_names
from desktop_app.services.recommendation_answers import set_answer
from desktop_app.services.status_labels import call_status


def run(args: argparse.Namespace) -> int:
    return {"bodies": _bodies, "label": _label, "answer": _answer}[args.command](args)


def _bodies(args: argparse.Namespace) -> int:
    with opened(args) as session:
        if args.apart:
            keep_apart(session, args.names)
        else:
            merge_names(session, args.names, args.keep or args.names[0])
    if args.json:
        document({"names": args.names, "kept": None if args.apart else args.keep or args.names[0]})
    say(
        "Stored in the review: they are different bodies, and it is not asked again."
        if args.apart
        else "Stored in the review: they are one body, and the other names lead to it."
    )
    return int(Exit.DONE)


def _label(args: argparse.Namespace) -> int:
    with opened(args) as session:
        call_status(session, ActionStatus(args.status), args.word)
    if args.json:
        document({"status": args.status, "label": args.word or None})
    say("Stored in the review. Pages and outputs use this word." if args.word else "It has its usual word again.")
    return int(Exit.DONE)


def _answer(args: argparse.Namespace) -> int:
    on = day_of(args.on) if args.on else None
    with opened(args) as session:
        uid = next((rec.uid for rec in session.snapshot.recommendations if rec.number == args.number), "")
        if not uid:
            raise UserError(
                f"There is no recommendation {args.number}.",
                safe="Nothing was changed.",
                do="“candour list FILE recommendations” gives their numbers.",
                code="no-such-recommendation",
                exit_code=Exit.USAGE,
            )
        set_answer(session, uid, args.answer, on=on, reason=args.reason, by=args.by)
    if args.json:
        document({"recommendation": args.number, "answer": args.answer})
    say("Stored in the review; what was answered before is kept.")
    return int(Exit.DONE)
