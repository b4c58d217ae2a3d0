"""`candour trace` and `candour thread`: from what is printed to what it rests on, and back."""

from __future__ import annotations

import argparse

from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.services.fidelity import trace, trace_lines
from desktop_app.services.thread.named import record_named, thread_of


def run(args: argparse.Namespace) -> int:
    return _trace(args) if args.command == "trace" else _thread(args)


def _trace(args: argparse.Namespace) -> int:
    as_at = day_of(args.as_at) if args.as_at else None
    with opened(args) as session:
        traced = trace(session.whole_snapshot(), OutputKind(args.output), ProfileName(args.profile), as_at)
    wanted = [one for one in traced if args.words.casefold() in one.printed.words.casefold()]
    if args.json:
        document({"output": args.output, "profile": args.profile, "paragraphs": trace_lines(wanted)})
        return int(Exit.DONE)
    for one in wanted:
        began = ", ".join(dict.fromkeys(named.label for named in one.evidence)) or "nothing yet"
        said = ", ".join(dict.fromkeys(named.label for named in one.records))
        print(f"{one.printed.number}. {one.printed.words}\n   from {said or 'the program'}; rests on {began}")
    if not wanted:
        say("No paragraph has these words.")
    return int(Exit.DONE)


def _thread(args: argparse.Namespace) -> int:
    with opened(args) as session:
        snapshot = session.whole_snapshot()
        found = thread_of(snapshot, record_named(snapshot, args.record))
    document(found)
    return int(Exit.DONE)
