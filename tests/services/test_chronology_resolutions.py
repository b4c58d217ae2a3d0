"""What was found out about a contradiction is printed for the panel, and for nobody else."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.anonymise.profiles import profiles
from desktop_app.common.document import Table
from desktop_app.domain.chronology import ChronologyEvent, EventLink
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.for_reader import compose_for

FOUND = "The register was marked late; both are right."


@pytest.mark.parametrize("reader", list(ProfileName))
def test_a_resolution_is_the_panels(reader: ProfileName) -> None:
    events = (
        ChronologyEvent(uid="a", ref="CSC-001", event="Seen"),
        ChronologyEvent(uid="b", ref="SCH-002", event="Absent"),
    )
    link = EventLink(kind="contradicts", a="a", b="b", state="accepted", resolution=FOUND)
    refused = EventLink(kind="contradicts", a="a", b="b", state="refused", resolution="never said")
    snapshot = Snapshot(events=events, event_links=(link, refused))
    made = compose_for(snapshot, OutputKind.CHRONOLOGY, profiles()[reader], dt.date(2026, 1, 5))
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    said = [text.words for row in table.rows for cell in row for text in cell.paragraphs]
    panel = reader is ProfileName.PANEL
    assert any(FOUND in words and "SCH-002" in words for words in said) is panel
    assert any(FOUND in words and "CSC-001" in words for words in said) is panel
    assert not any("never said" in words for words in said)
