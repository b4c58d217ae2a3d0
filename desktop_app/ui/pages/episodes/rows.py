"""Rows of an episode's events, and of the lines of enquiry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.episodes import EpisodeView, KloeCoverage
from desktop_app.ui.widgets.record_list import Entry


def event_entries(snapshot: Snapshot, view: EpisodeView) -> list[Entry]:
    codes = {agency.uid: agency.code for agency in snapshot.agencies}
    return [
        Entry(
            event.uid,
            event.event,
            f"{event.ref} · {in_words(event.date) or event.date.wording} · {codes.get(event.agency, '')}",
            icon="rows",
        )
        for event in view.events
    ]


def kloe_entries(coverage: Sequence[KloeCoverage]) -> list[Entry]:
    """What each line of enquiry rests on; one with nothing behind it says so."""
    rows = []
    for one in coverage:
        parts = [
            _tr("1 event") if one.evidence == 1 else _tr("{} events").format(one.evidence) if one.events else "",
            _tr("episodes {}").format(", ".join(map(str, one.episodes))) if one.episodes else "",
            _tr("findings {}").format(", ".join(map(str, one.findings))) if one.findings else "",
        ]
        said = " · ".join(part for part in parts if part)
        rows.append(
            Entry(
                one.kloe.uid,
                one.kloe.question,
                said or _tr("Nothing linked yet"),
                icon="check-circle" if one.covered else "warning",
                tone="text2" if one.covered else "warn",
                number=str(one.kloe.number),
            )
        )
    return rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("episodes", text)
