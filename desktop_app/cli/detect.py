"""`candour detect`: JSON Lines in, JSON Lines out; needs no review, so it loads nothing that opens one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from desktop_app.cli.jsonl import read_texts
from desktop_app.cli.printing import lines
from desktop_app.common.errors import Exit
from desktop_app.services.loose_findings import detect_spans


def run(args: argparse.Namespace) -> int:
    lines(_found(args.source))
    return int(Exit.DONE)


def _found(source: str) -> Iterator[dict[str, object]]:
    for ident, text in read_texts(source):
        spans = [
            {"start": s.start, "end": s.end, "kind": s.kind, "tier": s.tier, "why": s.why} for s in detect_spans(text)
        ]
        yield {"id": ident, "spans": spans}
