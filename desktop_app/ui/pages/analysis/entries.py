"""The list: findings with how much each rests on, then the key lines of enquiry."""

from __future__ import annotations

from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.findings import counts
from desktop_app.ui.widgets.record_list import Entry

_WORDS = {
    "event": ("event", "events"),
    "reflection": ("reflection", "reflections"),
    "episode": ("episode", "episodes"),
    "family": ("point", "points"),
    "coding": ("mark", "marks"),
}


def evidence_words(finding: Finding) -> str:
    """ "4 events, 2 reflections", or that there is none."""
    parts = [f"{count} {_WORDS[kind][count != 1]}" for kind, count in counts(finding) if count]
    return ", ".join(parts) or "Rests on nothing yet"


def analysis_entries(snapshot: Snapshot) -> list[Entry]:
    entries = [
        Entry(
            uid=finding.uid,
            number=str(finding.number),
            title=finding.title or finding.statement or "No title yet",
            second=evidence_words(finding),
            icon="git-merge" if any(count for _, count in counts(finding)) else "warning",
            tone="text2" if any(count for _, count in counts(finding)) else "warn",
        )
        for finding in snapshot.findings
    ]
    if snapshot.kloes:
        entries.append(Entry(group="Key lines of enquiry"))
    answered = dict.fromkeys((kloe.uid for kloe in snapshot.kloes), 0)
    for finding in snapshot.findings:
        for uid in finding.kloes:
            answered[uid] = answered.get(uid, 0) + 1
    for kloe in snapshot.kloes:
        many = answered[kloe.uid]
        entries.append(
            Entry(
                uid=kloe.uid,
                number=str(kloe.number),
                title=kloe.question or "No question yet",
                second=f"{many} finding{'s' if many != 1 else ''}" if many else "No finding answers it yet",
                icon="lightbulb" if many else "question",
                tone="text2" if many else "warn",
            )
        )
    return entries
