"""`candour passphrase`, `candour recovery-key` (the header changes) and `candour rekey` (everything is rewritten)."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import (
    ask_twice,
    cannot_keep_recovery_key,
    first_line,
    keyfile_of,
    secret_lines,
    secret_of,
)
from desktop_app.common.errors import Exit
from desktop_app.services.keys import (
    RECOVERY,
    SHARES,
    change_passphrase,
    keys_untold,
    new_recovery_key,
    new_recovery_shares,
    put_away,
    rekey,
)
from desktop_app.services.secret_files import read_keyfile, write_recovery_key
from desktop_app.services.session import Passphrase, Session, open_session


def run(args: argparse.Namespace) -> int:
    commands = {"passphrase": _passphrase, "recovery-key": _recovery_key, "rekey": _rekey}
    return commands[args.command](args)


def _passphrase(args: argparse.Namespace) -> int:
    session, new = _opened_with_new_passphrase(args)
    with session:
        change_passphrase(session, _new_passphrase(args) if new is None else new, _new_keyfile(args))
    if args.json:
        document({"changed": True})
    say("The passphrase is changed. Older copies of the file still open with the old one.")
    return int(Exit.DONE)


def _opened_with_new_passphrase(args: argparse.Namespace) -> tuple[Session, str | None]:
    """Scripts may put both in one file: the present passphrase on line 1, the new one on line 2."""
    if not args.passphrase_file or args.new_passphrase_file or args.recovery_key_file:
        return open_session(Path(args.file), secret_of(args)), None
    lines = secret_lines(args.passphrase_file)
    secret = Passphrase(lines[0] if lines else "", keyfile_of(args))
    return open_session(Path(args.file), secret), lines[1] if len(lines) > 1 else None


def _new_passphrase(args: argparse.Namespace) -> str:
    return first_line(args.new_passphrase_file) if args.new_passphrase_file else ask_twice("New passphrase: ")


def _new_keyfile(args: argparse.Namespace) -> bytes | None:
    return read_keyfile(Path(args.new_keyfile)) if args.new_keyfile else None


def _rekey(args: argparse.Namespace) -> int:
    keep_at = _place_for_recovery_key(args)
    session, new = _opened_with_new_passphrase(args)
    with session:
        passphrase = _new_passphrase(args) if new is None else new
        done = rekey(session, passphrase, _new_keyfile(args), keep_backups=args.keep_backups)
        say("The review has a new data key and was written anew. The old passphrase and recovery key do not open it.")
        if done.backups_removed:
            say(f"Older backups on this computer were removed ({done.backups_removed}); one fresh backup was made.")
        if done.backups_trouble:
            say(f"Backups that the old secrets open are still on this computer. {done.backups_trouble}")
        say("Copies made elsewhere still open with the old secrets: find them and delete them.")
        _hand_over(args, done.recovery_key, keep_at)
        put_away(session, RECOVERY)
    return int(Exit.DONE)


def _place_for_recovery_key(args: argparse.Namespace) -> Path | None:
    keep_at = Path(args.recovery_to) if args.recovery_to else None
    if keep_at is not None and (keep_at.exists() or not keep_at.parent.is_dir()):
        raise cannot_keep_recovery_key()
    return keep_at


def _shares(args: argparse.Namespace) -> int:
    needed, made = _plan(args.shares)
    folder = Path(args.recovery_to) if args.recovery_to else None
    names = [f"share-{number}-of-{made}.txt" for number in range(1, made + 1)]
    if folder is not None and (not folder.is_dir() or any((folder / name).exists() for name in names)):
        raise cannot_keep_recovery_key()
    with open_session(Path(args.file), secret_of(args)) as session:
        shares = new_recovery_shares(session, needed, made)
        if folder is not None:
            for share, name in zip(shares, names, strict=True):
                write_recovery_key(share, folder / name)
        _hand_over_shares(args, shares, needed, folder)
        put_away(session, SHARES)
    return int(Exit.DONE)


def _hand_over_shares(args: argparse.Namespace, shares: tuple[str, ...], needed: int, folder: Path | None) -> None:
    made = len(shares)
    if args.json:
        document(
            {
                "shares": None if folder else list(shares),
                "needed": needed,
                "made": made,
                "recovery_to": str(folder) if folder else None,
            }
        )
    else:
        say(f"Any {needed} of these {made} shares together open the review; shares made before no longer do.")
        say("Give each to a different person, on paper. They are shown only now.")
        for share in () if folder else shares:
            print(share)


def _plan(words: str) -> tuple[int, int]:
    """Of "2/3"; anything else is (0, 0), which is refused with the right words."""
    needed, _, made = words.partition("/")
    return (int(needed), int(made)) if needed.isdecimal() and made.isdecimal() else (0, 0)


def _recovery_key(args: argparse.Namespace) -> int:
    if args.again:
        return _again(args)
    if args.shares:
        return _shares(args)
    keep_at = _place_for_recovery_key(args)
    with open_session(Path(args.file), secret_of(args)) as session:
        key = new_recovery_key(session)
        _hand_over(args, key, keep_at)
        put_away(session, RECOVERY)
    return int(Exit.DONE)


def _again(args: argparse.Namespace) -> int:
    """What was made in a window or by a command that was cut off, and never said to be put away."""
    with open_session(Path(args.file), secret_of(args)) as session:
        held = {untold.kind: untold.texts for untold in keys_untold(session)}
        if args.json:
            document({"recovery_key": held.get(RECOVERY, (None,))[0], "shares": held.get(SHARES)})
        elif not held:
            say("No recovery key and no shares wait to be put away.")
        else:
            say("These open the review. They are shown only now:")
            for text in (text for texts in held.values() for text in texts):
                print(text)
        put_away(session, *held)
    return int(Exit.DONE)


def _hand_over(args: argparse.Namespace, key: str, keep_at: Path | None) -> None:
    if keep_at is not None:
        write_recovery_key(key, keep_at)
    if args.json:
        document({"recovery_key": None if keep_at else key, "recovery_to": str(keep_at) if keep_at else None})
    elif keep_at is None:
        say("This is the new recovery key; the old one no longer works. It is shown only now:")
        print(key)
