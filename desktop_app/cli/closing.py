"""`candour close`: destroy what identifies under a retention rule, keep the anonymised learning."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, lines, say
from desktop_app.cli.secrets import ask_twice, cannot_keep_recovery_key, first_line
from desktop_app.common.errors import Exit
from desktop_app.services.keys import RECOVERY, put_away
from desktop_app.services.legal_hold import standing_hold
from desktop_app.services.retention import (
    Closed,
    close_under_rule,
    closing_plan,
    destruction_words,
    render_learning,
    retention_rules,
)
from desktop_app.services.retention_rules import destruction_due, withdrawals
from desktop_app.services.secret_files import write_recovery_key


def run(args: argparse.Namespace) -> int:
    if args.undecided:
        return _undecided(args)
    if args.plan:
        return _plan(args)
    keep_at = Path(args.recovery_to) if args.recovery_to else None
    if keep_at is not None and (keep_at.exists() or not keep_at.parent.is_dir()):
        raise cannot_keep_recovery_key()
    with opened(args, back_up=False) as session:
        new = first_line(args.new_passphrase_file) if args.new_passphrase_file else ask_twice("New passphrase: ")
        closed = close_under_rule(session, args.rule or "", new, by_role=args.by or "", reason=args.reason)
        _tell(args, closed, keep_at)
        put_away(session, RECOVERY)
    return int(Exit.DONE)


def _tell(args: argparse.Namespace, closed: Closed, keep_at: Path | None) -> None:
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
        return
    print(words, end="")
    if keep_at is None:
        say("This is the new recovery key, shown only now:")
        print(closed.recovery_key)


def _undecided(args: argparse.Namespace) -> int:
    """Also says which rules there are."""
    for rule in retention_rules():
        say(f"{rule.id}: {rule.name}. {rule.what}")
    with opened(args, back_up=False) as session:
        waiting = render_learning(session.snapshot).undecided
    lines({"surface": u.surface, "kind": u.kind, "tier": u.tier, "why": u.why, "count": u.count} for u in waiting)
    return int(Exit.LOOK if waiting else Exit.DONE)


def _plan(args: argparse.Namespace) -> int:
    """Nothing is changed: what closing would keep and destroy, what stands in its way, and what is due when."""
    with opened(args, back_up=False) as session:
        snapshot = session.snapshot
        rule = args.rule or snapshot.review.retention_rule
        plan, held, due = closing_plan(snapshot), standing_hold(snapshot) is not None, destruction_due(snapshot, rule)
        coming = [w for w in withdrawals(snapshot) if w.due is not None]
    if args.json:
        document(
            {
                "rule": rule,
                "due": due.isoformat() if due else None,
                "held": held,
                "undecided": len(plan.undecided),
                "kept": list(plan.kept),
                "destroyed": list(plan.gone),
                "withdrawals": [
                    {
                        "output": w.output.kind.value,
                        "format": w.output.format,
                        "due": w.due.isoformat() if w.due else None,
                    }
                    for w in coming
                ],
            }
        )
        return int(Exit.LOOK if held or plan.undecided else Exit.DONE)
    say(f"Rule: {rule or 'none chosen'}. Due: {due.isoformat() if due else 'no day follows from it yet'}.")
    say(f"Would be kept, anonymised: {', '.join(plan.kept) or 'nothing yet'}.")
    say(f"Would be destroyed for good: {', '.join(plan.gone) or 'nothing'}.")
    for w in coming:
        say(f"{w.output.kind.value} ({w.output.format}): to be taken down on {w.due.isoformat() if w.due else ''}.")
    if plan.undecided:
        say(f"Waits for {len(plan.undecided)} decisions about words: --undecided lists them.")
    if held:
        say("A legal hold stands, so nothing may be destroyed: “candour hold” says whose.")
    return int(Exit.LOOK if held or plan.undecided else Exit.DONE)
