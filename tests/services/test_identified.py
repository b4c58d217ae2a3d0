"""The page with real names: what prints otherwise is marked, and nothing else."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative
from desktop_app.services.identified import changes, identified
from desktop_app.services.outputs import composed, prepare_output
from desktop_app.services.session import Session

TEXT = "Callum Draycott was missing on 3 March 2024. The panel thanks Bridget Oakhanger."
DAY = dt.date(2026, 9, 1)


def test_names_and_days_are_marked_where_they_stand(session: Session) -> None:
    session.put("Add", Person(key="p1", name="Callum Draycott", pseudonym="Rowan"), Narrative(key="about", text=TEXT))
    snapshot = session.snapshot
    before = session.anchor()
    rendering = prepare_output(snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC, DAY)
    document = composed(snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC, DAY)
    found = list(changes(document, rendering.preview))
    assert "Callum Draycott" in found
    assert any(words.startswith("3 March") for words in found)
    assert not {"on", "was", "The", "panel"} & set(found)
    made = identified(snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC, DAY, rendering)
    assert made.pages >= 1
    assert len(made.changed) >= 2
    assert made.waiting["Bridget Oakhanger"]
    assert session.anchor() == before, "nothing is stored"
