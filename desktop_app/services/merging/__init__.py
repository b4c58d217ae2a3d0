"""Reading agencies' accounts side by side: what may be one event, what contradicts, who was silent.

Proposals only: a person accepts or refuses, and what they said is kept as an `EventLink` or a `Gap`.
"""

from __future__ import annotations

from desktop_app.common.progress import Progress
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.compare import Comparison, compare
from desktop_app.services.merging.deciding import decide, decide_instead, decide_silence, link_events, resolve
from desktop_app.services.merging.gaps import SILENCE_DAYS, Silence, silences, silences_between
from desktop_app.services.merging.groups import MergedGroup, folded_away, merged_groups
from desktop_app.services.merging.irregular import Irregular, double_entries, irregular_rows
from desktop_app.services.merging.proposal import CONTRADICTS, CORROBORATES, DUPLICATE, LinkProposal

__all__ = [
    "CONTRADICTS",
    "CORROBORATES",
    "DUPLICATE",
    "SILENCE_DAYS",
    "Comparison",
    "Irregular",
    "LinkProposal",
    "MergedGroup",
    "Silence",
    "compare",
    "contradictions",
    "corroborations",
    "decide",
    "decide_instead",
    "decide_silence",
    "double_entries",
    "duplicates",
    "folded_away",
    "irregular_rows",
    "link_events",
    "merged_groups",
    "resolve",
    "silences",
    "silences_between",
]


def duplicates(snapshot: Snapshot, progress: Progress | None = None) -> list[LinkProposal]:
    """Accounts of one event in different returns, and entries made twice in one."""
    across = compare(snapshot, progress).duplicates
    seen = {proposal.pair for proposal in across}
    return [*across, *(p for p in double_entries(snapshot) if p.pair not in seen)]


def contradictions(snapshot: Snapshot, progress: Progress | None = None) -> list[LinkProposal]:
    return list(compare(snapshot, progress).contradictions)


def corroborations(snapshot: Snapshot, progress: Progress | None = None) -> list[LinkProposal]:
    return list(compare(snapshot, progress).corroborations)
