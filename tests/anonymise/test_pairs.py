"""A given name with a surname in headings, cells and capitals; names that are words, where they do what people do."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.common.document import Dates

PEOPLE = [
    ("Jane Smith", "Jane Smith"),
    ("Peter Jones and Jane Smith", "Peter Jones"),
    ("Call Jane Smith", "Jane Smith"),
    ("Ring Tamsin Ollerenshaw at once.", "Tamsin Ollerenshaw"),
    ("Contact: Jane Smith", "Jane Smith"),
    ("Review By Jane Smith", "Jane Smith"),
    ("JANE SMITH TO LEAD", "JANE SMITH"),
    ("JANE SMITH ATTENDED", "JANE SMITH"),
    ("Lead: peter jones", "peter jones"),
    ("Eve Smith", "Eve Smith"),
    ("Jane Young", "Jane Young"),
    ("GRACE GREEN", "GRACE GREEN"),
    ("The plan was agreed by jane smith and others.", "jane smith"),
    ("May attended.", "May"),
    ("May was seen by the nurse.", "May"),
    ("Will visited twice.", "Will"),
    ("Contact Jane about Early Help", "Jane"),
    ("J a n e S m i t h rang", "J a n e S m i t h"),
    ("J-A-N-E came", "J-A-N-E"),
]


@pytest.mark.parametrize(("text", "surface"), PEOPLE)
@pytest.mark.parametrize("dates", [Dates.CASE, Dates.GOVERNANCE])
def test_a_person_in_a_cell_or_a_heading_is_asked_about(rendered, text, surface, dates) -> None:
    rendering = rendered(text, dates=dates)
    assert surface in [u.surface for u in rendering.undecided]


@pytest.mark.parametrize(
    "text",
    [
        "Lead Agency and Named Practitioner",
        "Young People Not in Education",
        "Early Help Assessment",
        "Mark Progress Against Plan",
        "Chase Overdue Actions",
        "Page Two",
        "The plan was then read again",
        "On the way Jane read to them",
        "Will Need Review",
        "May the panel be assured that this is done?",
        "Will the partnership ask again?",
        "GRACE PERIOD FOR RETURNS",
        "Hope for Families",
        "Practice: Joy in Learning",
        "Link Workers Hired",
        "Options A - B - C - D were weighed.",
        "The S M A R T test",
    ],
)
def test_headings_of_plain_words_hold_nobody(text) -> None:
    assert [text[s.start : s.end] for s in detect(text) if " " in text[s.start : s.end] and s.kind == "name"] == []


def test_a_decision_on_the_name_settles_the_cell(rendered, body_words) -> None:
    from desktop_app.domain.output import Choice, SurfaceDecision

    chosen = SurfaceDecision(surface="Jane Smith", choice=Choice.REPLACE, replacement="a manager")
    rendering = rendered("Review By Jane Smith", dates=Dates.GOVERNANCE, decisions=(chosen,))
    assert (rendering.undecided, body_words(rendering)) == ((), ["Review By a manager"])
