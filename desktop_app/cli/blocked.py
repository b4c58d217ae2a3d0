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
    many = f"{len(blocked)} forms of words need" if len(blocked) > 1 else "1 form of words needs"
    say(f"Nothing was written. {many} a decision first:")
    for b in blocked:
        often = "once" if b.count == 1 else f"{b.count} times"
        say(f"  [{b.tier}] {b.surface}  ({b.kind}, {often}, {b.where}): {b.why}")
    say("Decide in the window under Outputs, or with “candour decide FILE WORDS” and --replace, --register, --omit, or")
    say("--keep with a --reason.")
