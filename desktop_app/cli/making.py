"""`candour new` and `candour sample`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.printing import TerminalProgress, document, say
from desktop_app.cli.secrets import cannot_keep_recovery_key, keyfile_of, new_passphrase_of
from desktop_app.common.errors import Exit
from desktop_app.services.keys import RECOVERY, put_away
from desktop_app.services.secret_files import write_recovery_key
from desktop_app.services.session import create_review


def run(args: argparse.Namespace) -> int:
    path = Path(args.file)
    keep_at = Path(args.recovery_to) if args.recovery_to else None
    if keep_at is not None and (keep_at.exists() or not keep_at.parent.is_dir()):
        raise cannot_keep_recovery_key()
    passphrase = new_passphrase_of(args)
    if args.command == "sample":
        from desktop_app.services.sample import make_sample

        session, recovery = make_sample(path, passphrase, keyfile=keyfile_of(args), progress=TerminalProgress())
    else:
        session, recovery = create_review(path, passphrase, title=args.title, keyfile=keyfile_of(args))
    with session:
        _tell(args, path, recovery, keep_at)
        put_away(session, RECOVERY)
    return int(Exit.DONE)


def _tell(args: argparse.Namespace, path: Path, recovery: str, keep_at: Path | None) -> None:
    if keep_at is not None:
        write_recovery_key(recovery, keep_at)
    if args.json:
        document(
            {
                "file": str(path),
                "recovery_key": None if keep_at else recovery,
                "recovery_to": str(keep_at) if keep_at else None,
            }
        )
        return
    say(f"Made {path}.")
    if keep_at is not None:
        say(f"The recovery key is in {keep_at}. Print it, put it somewhere safe, and delete that file.")
    else:
        say("This is the recovery key. It opens the review if the passphrase is lost, and is shown only now:")
        print(recovery)
