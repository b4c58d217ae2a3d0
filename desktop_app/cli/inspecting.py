"""`candour inspect`: everything a reader could find in a finished file."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.inspection import InspectReport, inspect_file


def run(args: argparse.Namespace) -> int:
    path = Path(args.out)
    if args.against:
        with opened(args, args.against) as session:
            report = inspect_file(path, session.snapshot)
    else:
        report = inspect_file(path, None)
    if args.json:
        document(_json(report))
    else:
        _tell(report)
    return int(Exit.DONE if report.clean else Exit.LOOK)


def _json(report: InspectReport) -> dict[str, object]:
    return {
        "file": report.name,
        "format": report.format,
        "clean": report.clean,
        "parts": [{"where": part.where, "text": part.text} for part in report.parts],
        "properties": report.properties,
        "hidden": list(report.hidden),
        "unread": list(report.unread),
        "register": [
            {"surface": u.surface, "kind": u.kind, "tier": u.tier, "why": u.why, "where": u.where, "count": u.count}
            for u in report.register
        ],
        "recognised": [
            {"surface": s.surface, "kind": s.kind, "tier": s.tier, "why": s.why, "where": s.where, "count": s.count}
            for s in report.recognised
        ],
    }


def _tell(report: InspectReport) -> None:
    say(f"{report.name}: {report.format}, {len(report.parts)} parts read.")
    for name, value in report.properties.items():
        say(f"  property {name}: {value}")
    for code in report.hidden:
        say(f"  hidden: {code}")
    for what in report.unread:
        say(f"  not read: {what}")
    for found in report.register:
        say(f"  register: {found.surface} ({found.where}, {found.count} times): {found.why}")
    for found in report.recognised:
        say(f"  recognised [{found.tier}] {found.surface} ({found.kind}, {found.where})")
    say("Nothing hidden, and nobody in the register." if report.clean else "A person must look at this file.")
