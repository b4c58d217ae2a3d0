"""`candour pseudonymise` and `dates`: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from desktop_app.cli.jsonl import not_an_object, read_lines, read_texts
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import lines
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.output import ProfileName
from desktop_app.services import text_tools

Json = dict[str, object]


def run(args: argparse.Namespace) -> int:
    if args.command == "dates":
        lines(_dates(args.source, DayOrder(args.order) if args.order else None))
    else:
        lines(_pseudonymise(args))
    return int(Exit.DONE)


def _pseudonymise(args: argparse.Namespace) -> Iterator[Json]:
    paths = list(args.paths)
    profile = ProfileName(args.profile)
    if args.register:
        if len(paths) > 1:
            raise _usage("Give FILE or --register, not both.")
        tool = text_tools.Pseudonymiser.from_csv(Path(args.register), profile)
    else:
        if not 1 <= len(paths) <= 2:
            raise _usage("Give the review FILE, or --register PEOPLE.csv, and at most one SOURCE.")
        with opened(args, paths.pop(0)) as session:
            tool = text_tools.Pseudonymiser.from_snapshot(session.snapshot, profile)
    for ident, text in read_texts(paths[0] if paths else "-"):
        replaced, found = tool.apply(text)
        spans = [
            {
                "start": r.start,
                "end": r.end,
                "uid": r.uid or None,
                "kind": r.kind,
                "decision": r.decision,
                "replacement": r.replacement,
            }
            for r in found
        ]
        yield {"id": ident, "text": replaced, "spans": spans}


def _usage(what: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", code="usage", exit_code=Exit.USAGE)


def _dates(source: str, order: DayOrder | None) -> Iterator[Json]:
    wordings = list(_wordings(source))
    reader = text_tools.DateLines((text for _, text, _ in wordings), order)
    for ident, text, context in wordings:
        yield {"id": ident, **reader.read(text, context)}


def _wordings(source: str) -> Iterator[tuple[object, str, dt.date | None]]:
    """(id, wording, day to lean on) of each line, whether plain or JSON."""
    for number, line in read_lines(source):
        ident: object = number
        text, context = line.strip(), None
        if line.lstrip().startswith("{"):
            try:
                value = json.loads(line)
            except ValueError:
                value = {}
            if not isinstance(value, dict) or not isinstance(value.get("text"), str):
                raise not_an_object(number)
            ident, text = value.get("id", number), value["text"]
            context = _context(value.get("context_date"))
        yield ident, text, context


def _context(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
