"""`candour compare`: two outputs, sentence by sentence."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document
from desktop_app.common.errors import Exit
from desktop_app.services.release.comparing import Change, Comparison, Kind, compare_outputs
from desktop_app.services.release.named import output_named


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        before, after = (output_named(session.snapshot, words) for words in (args.before, args.after))
        found = compare_outputs(session.snapshot, before, after)
    if args.json:
        document({"before": before.uid, "after": after.uid, **report(found)})
        return int(Exit.DONE)
    counts = ", ".join(f"{found.count(kind)} {kind.value}" for kind in Kind)
    print(f"{found.same} sentences the same, {counts}.")
    section = None
    for change in found.changes:
        if change.section != section:
            section = change.section
            print(f"\n{section or 'Title'}")
        print(_line(change))
    return int(Exit.DONE)


def report(found: Comparison) -> dict[str, object]:
    return {
        "same": found.same,
        **{kind.value: found.count(kind) for kind in Kind},
        "changes": [
            {
                "kind": change.kind.value,
                "section": change.section,
                "label": change.label,
                "before": change.before or None,
                "after": change.after or None,
                "was": change.was or None,
            }
            for change in found.changes
        ],
    }


def _line(change: Change) -> str:
    where = f" [{change.label}]" if change.label else ""
    match change.kind:
        case Kind.ADDED:
            return f"  +{where} {change.after}"
        case Kind.REMOVED:
            return f"  -{where} {change.before}"
        case Kind.MOVED:
            return f"  >{where} {change.after} (was in {change.was or 'the title'})"
        case Kind.CHANGED:
            return f"  -{where} {change.before}\n  +{where} {change.after}"
