"""`candour demo`: the main job on the invented sample, step by step, with every file left to look at."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.services.inspection import inspect_file
from desktop_app.services.outputs import export
from desktop_app.services.sample import fill_learning, start_sample, take_decisions
from desktop_app.services.sample.returns import import_returns, write_returns

PASSPHRASE = "rowan sample passphrase"  # noqa: S105 - of an invented review, printed for the reader to open it with


def run(args: argparse.Namespace) -> int:
    folder = Path(args.folder) if args.folder else Path(tempfile.mkdtemp(prefix="candour-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    review, briefing = folder / "rowan.review", folder / "briefing.pdf"
    say("1. An encrypted review is made (the case is invented).")
    session, recovery = start_sample(review, PASSPHRASE)
    with session:
        people, bodies = len(session.snapshot.people), len(session.snapshot.bodies)
        say(f"   {people} people and {bodies} bodies and places are in its register.\n")
        say("2. Seven agencies' returns come in, as they were sent.")
        files = write_returns(folder)
        for plan in import_returns(session, folder):
            say(
                f"   {plan.source}: {plan.rows_read} rows read, {len(plan.rows)} added, "
                f"{len(plan.waiting)} kept and waiting for a decision, {len(plan.refused)} refused."
            )
        fill_learning(session)
        snapshot = session.snapshot
        say(
            f"   The review now holds {len(snapshot.events)} events, {len(snapshot.reflections)} reflections, "
            f"{len(snapshot.findings)} findings, {len(snapshot.recommendations)} recommendations "
            f"and {len(snapshot.actions)} actions.\n"
        )
        say("3. The briefing is asked for, and refused while any form of words waits for a decision.")
        for item in export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", briefing).blocked:
            say(f"   {item.surface}  ({item.why})")
        take_decisions(session)
        say(f"   {len(session.snapshot.surface_decisions)} decisions are taken, each with its reason.\n")
        say("4. The briefing is anonymised, set, read back as a stranger would, and only then put in place.")
        result = export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", briefing)
        for item in result.blocked:
            say(f"   still waits: {item.surface} ({item.why})")
        report = inspect_file(briefing, session.snapshot) if result.written else None
        if report is not None:
            say(f"   {len(report.parts)} parts of the finished file were read: nobody in the register is named.\n")
    say("Where everything is:")
    say(f"   the review       {review}   passphrase: {PASSPHRASE}\n   recovery key     {recovery}")
    for file in files:
        say(f"   a return         {file}")
    if result.written:
        say(f"   the briefing     {briefing}   SHA-256 {result.sha256}")
    clean = report is not None and report.clean
    if args.json:
        document({"folder": str(folder), "review": str(review), "briefing": str(briefing), "clean": clean})
    return int(Exit.DONE if clean else Exit.LOOK)
