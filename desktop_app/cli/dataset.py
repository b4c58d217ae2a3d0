"""`candour dataset`: what is remembered, as files that anybody's tools can read."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.blocked import blocked_report
from desktop_app.cli.printing import TerminalProgress, document, say
from desktop_app.common.errors import Exit
from desktop_app.services.dataset import VERSION, write_dataset


def run(args: argparse.Namespace) -> int:
    made = write_dataset(Path(args.to), TerminalProgress())
    if made.notice:
        say(made.notice)
    if args.json:
        document(
            {
                "written": made.written,
                "version": VERSION,
                "rows": dict(made.rows),
                "files": dict(made.files),
                "blocked": blocked_report(made.blocked),
            }
        )
    elif made.written:
        counted = ", ".join(f"{count} {name}" for name, count in made.rows)
        say(f"Wrote {made.folder}: {counted}. learning-1.md in it says what each field is.")
    else:
        say("Nothing was written: these words could identify somebody, and no review decided on them.")
        for found in made.blocked:
            say(f"  {found.surface}  ({found.kind}, {found.where}): {found.why}")
        say("Take the review out with “candour memory forget”, decide on the words in it, and add it again.")
    return int(Exit.DONE if made.written else Exit.LOOK)
