"""`candour backup`, `candour restore` and `candour drill`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import secret_of
from desktop_app.common.errors import Exit
from desktop_app.services.backups import drill, make_backup, restore_backup


def run(args: argparse.Namespace) -> int:
    return {"backup": _backup, "restore": _restore, "drill": _drill}[args.command](args)


def _backup(args: argparse.Namespace) -> int:
    with opened(args, back_up=False) as session:
        made = make_backup(session, Path(args.to) if args.to else None)
    if args.json:
        document({"ok": True, "backup": str(made.path), "made": made.made.isoformat(), "removed": made.removed})
    else:
        say("The backup was made, opened again and compared with the review: they are the same.")
        print(made.path)
    return int(Exit.DONE)


def _restore(args: argparse.Namespace) -> int:
    backup, target = Path(args.backup), Path(args.to)
    restore_backup(backup, target, secret_of(args))
    if args.json:
        document({"ok": True, "file": str(target)})
    say(f"Restored as {target}. The backup is still where it was.")
    return int(Exit.DONE)


def _drill(args: argparse.Namespace) -> int:
    with opened(args, back_up=False) as session:
        report = drill(session)
    if args.json:
        document(
            {
                "ok": report.ok,
                "backup": report.backup,
                "made": report.made.isoformat(),
                "compared": report.compared,
                "problems": list(report.wrong),
            }
        )
    elif report.ok:
        say(f"The backup {report.backup} was restored, compared ({report.compared} tables) and removed: it is good.")
    else:
        say(f"The backup {report.backup} is not good: {', '.join(report.wrong)}. Make a new one now.")
    return int(Exit.DONE if report.ok else Exit.LOOK)
