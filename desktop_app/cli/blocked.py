"""What stands in the way of a file that leaves: as JSON, and in words at the terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from desktop_app.cli.printing import say
from desktop_app.services.outputs import Undecided


def blocked_report(blocked: Iterable[Undecided]) -> list[dict[str, object]]:
    return [
        {"surface": b.surface, "kind": b.kind, "tier": b.tier, "why": b.why, "where": b.where, "count": b.count}
        for b in blocked
    ]


def tell_blocked(blocked: Collection[Undecided]) -> None:
    say(f"Nothing was written. {len(blocked)} forms of words need a decision first:")
    for b in blocked:
        say(f"  [{b.tier}] {b.surface}  ({b.kind}, {b.count} times, {b.where}): {b.why}")
    say("Decide in the window under Outputs, or with “candour decide FILE WORDS --keep --reason …”.")
