"""`candour close`: destroy what identifies under a retention rule, keep the anonymised learning."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, lines, say
from desktop_app.cli.secrets import ask_twice, cannot_keep_recovery_key, first_line
from desktop_app.common.errors import Exit
from desktop_app.services.retention import close_under_rule, destruction_words, render_learning, retention_rules
from desktop_app.services.secret_files import write_recovery_key


def run(args: argparse.Namespace) -> int:
    if args.undecided:
        return _undecided(args)
    keep_at = Path(args.recovery_to) if args.recovery_to else None
    if keep_at is not None and (keep_at.exists() or not keep_at.parent.is_dir()):
        raise cannot_keep_recovery_key()
    with opened(args, back_up=False) as session:
        new = first_line(args.new_passphrase_file) if args.new_passphrase_file else ask_twice("New passphrase: ")
        closed = close_under_rule(session, args.rule or "", new, by_role=args.by or "", reason=args.reason)
    if keep_at is not None:
        write_recovery_key(closed.recovery_key, keep_at)
    if closed.backups_trouble:
        say(f"Backups of the identified review are still on this computer. {closed.backups_trouble}")
    words = destruction_words(closed.record)
    if args.json:
        document(
            {
                "closed": True,
                "record": words,
                "backups_removed": closed.backups_removed,
                "recovery_key": None if keep_at else closed.recovery_key,
            }
        )
        return int(Exit.DONE)
    print(words, end="")
    if keep_at is None:
        say("This is the new recovery key, shown only now:")
        print(closed.recovery_key)
    return int(Exit.DONE)


def _undecided(args: argparse.Namespace) -> int:
    """Also says which rules there are."""
    for rule in retention_rules():
        say(f"{rule.id}: {rule.name}. {rule.what}")
    with opened(args, back_up=False) as session:
        waiting = render_learning(session.snapshot).undecided
    lines({"surface": u.surface, "kind": u.kind, "tier": u.tier, "why": u.why, "count": u.count} for u in waiting)
    return int(Exit.LOOK if waiting else Exit.DONE)
