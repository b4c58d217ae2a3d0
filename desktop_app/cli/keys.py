"""`candour passphrase` and `candour recovery-key`: the header changes, the content does not."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import (
    ask_twice,
    cannot_keep_recovery_key,
    first_line,
    keyfile_of,
    read_bytes,
    secret_lines,
    secret_of,
    write_recovery_key,
)
from desktop_app.common.errors import Exit
from desktop_app.services.keys import change_passphrase, new_recovery_key
from desktop_app.services.session import Passphrase, open_session


def run(args: argparse.Namespace) -> int:
    return _recovery_key(args) if args.command == "recovery-key" else _passphrase(args)


def _passphrase(args: argparse.Namespace) -> int:
    new: str | None = None
    if args.passphrase_file and not args.new_passphrase_file and not args.recovery_key_file:
        # Scripts may put both on one file: the present passphrase on line 1, the new one on line 2.
        lines = secret_lines(args.passphrase_file)
        secret = Passphrase(lines[0] if lines else "", keyfile_of(args))
        new = lines[1] if len(lines) > 1 else None
        session = open_session(Path(args.file), secret)
    else:
        session = open_session(Path(args.file), secret_of(args))
    with session:
        if new is None:
            new = first_line(args.new_passphrase_file) if args.new_passphrase_file else ask_twice("New passphrase: ")
        change_passphrase(session, new, read_bytes(args.new_keyfile) if args.new_keyfile else None)
    if args.json:
        document({"changed": True})
    say("The passphrase is changed. Older copies of the file still open with the old one.")
    return int(Exit.DONE)


def _recovery_key(args: argparse.Namespace) -> int:
    keep_at = Path(args.recovery_to) if args.recovery_to else None
    if keep_at is not None and (keep_at.exists() or not keep_at.parent.is_dir()):
        raise cannot_keep_recovery_key()
    with open_session(Path(args.file), secret_of(args)) as session:
        key = new_recovery_key(session)
    if keep_at is not None:
        write_recovery_key(key, keep_at)
    if args.json:
        document({"recovery_key": None if keep_at else key, "recovery_to": str(keep_at) if keep_at else None})
    elif keep_at is None:
        say("This is the new recovery key; the old one no longer works. It is shown only now:")
        print(key)
    return int(Exit.DONE)
