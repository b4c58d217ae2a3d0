"""`candour decide`: one form of words, or many from JSON Lines."""

from __future__ import annotations

import argparse

from desktop_app.cli.jsonl import read_objects
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import Choice
from desktop_app.services.decided_forms import with_forms
from desktop_app.services.decisions import Wanted, decide_all, nowhere


def run(args: argparse.Namespace) -> int:
    wanted = _from_file(args.source) if args.source else [_from_words(args)]
    with opened(args) as session:
        everything = with_forms(session.whole_snapshot(), wanted)
        decide_all(session, everything)
        missing = nowhere(session.snapshot, (want.surface for want in wanted))
    forms = [want.surface for want in everything[len(wanted) :]]
    if args.json:
        document({"decided": len(wanted), "forms": forms, "nowhere": list(missing)})
    if forms:
        say(f"Decided with them, as forms of the same names: {', '.join(f'“{words}”' for words in forms)}.")
    if missing:
        say(f"These words stand in no text of the review yet: {', '.join(f'“{words}”' for words in missing)}.")
    say(f"Decided and remembered in the review: {len(wanted)}.")
    return int(Exit.DONE)


def _from_words(args: argparse.Namespace) -> Wanted:
    surface = args.surface or ""
    if args.keep:
        return Wanted(surface, Choice.KEEP, reason=args.reason)
    if args.replace is not None:
        return Wanted(surface, Choice.REPLACE, replacement=args.replace, reason=args.reason)
    if args.generalise is not None:
        return Wanted(surface, Choice.GENERALISE, replacement=args.generalise, reason=args.reason)
    if args.register is not None:
        return Wanted(surface, Choice.REGISTER, entry=args.register, reason=args.reason)
    if args.omit:
        return Wanted(surface, Choice.OMIT, reason=args.reason)
    raise UserError(
        "Say what to print: --keep, --replace WITH, --generalise WITH, --omit or --register UID.",
        safe="Nothing was changed.",
        code="no-choice",
        exit_code=Exit.USAGE,
    )


def _from_file(source: str) -> list[Wanted]:
    wanted = []
    for number, item in read_objects(source):
        try:
            choice = Choice(str(item.get("choice", "")))
        except ValueError:
            raise UserError(
                f"Line {number}: the choice is not keep, replace, generalise, omit or register.",
                safe="Nothing was changed.",
                do="Mend that line and try again.",
                code="bad-choice",
                exit_code=Exit.USAGE,
            ) from None
        surface, replacement, entry, reason = (
            str(item.get(key, "")) for key in ("surface", "replacement", "entry", "reason")
        )
        wanted.append(Wanted(surface, choice, replacement=replacement, entry=entry, reason=reason))
    return wanted
