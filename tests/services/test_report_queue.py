"""A report of 5,000 words, hand-written, with the people and places of the case registered: how much is left to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Agency, Body, BodyKind, Person, PersonKind
from desktop_app.domain.review import Narrative, Review
from desktop_app.services.outputs import prepare_output
from desktop_app.services.session import Session

REPORT = (Path(__file__).with_name("data") / "rowan_report.txt").read_text("utf-8")
FAMILY = (
    ("Callum Draycott", "Rowan", "subject child"),
    ("Jodie Draycott", "Mother", "mother"),
    ("Lee Marsh", "Stepfather", "stepfather"),
    ("Poppy Draycott", "Sibling 1", "sister"),
    ("Carl Draycott", "Father", "father"),
    ("Maureen Draycott", "Grandmother", "grandmother"),
    ("Danny Pickering", "Young Person A", "older friend"),
)
WORKERS = (
    ("Hannah Osei", "Social Worker 1", "social worker"),
    ("Dr Priya Nandakumar", "GP 1", "GP"),
    ("Simon Fairhurst", "Teacher 1", "teacher"),
    ("Aisha Rahmani", "School Nurse 1", "school nurse"),
    ("PC Gareth Hollis", "Police Officer 1", "police officer"),
    ("Tom Ibbotson", "Youth Justice Worker 1", "youth justice worker"),
    ("Wendy Lockyer", "Health Visitor 1", "health visitor"),
)
PLACES = (
    ("Thornby", "a town"),
    ("Kelderwick", "a neighbouring town"),
    ("Sandrigg", "a town on the coast"),
    ("Marsh Lane", "a street in the town"),
    ("Fellgate Estate", "a housing estate"),
    ("Hollow Oak Park", "a park"),
)
AGENCIES = ("Children's Social Care", "Eastmarch Police", "Valley CAMHS", "Youth Justice Service")


@pytest.fixture
def registered(session: Session) -> Session:
    people = [Person(name=n, pseudonym=p, role=r) for n, p, r in FAMILY]
    people += [Person(kind=PersonKind.PRACTITIONER, name=n, pseudonym=p, role=r) for n, p, r in WORKERS]
    bodies = [Body(kind=BodyKind.PLACE, name=n, pseudonym=p, descriptor=p) for n, p in PLACES]
    bodies.append(Body(kind=BodyKind.SCHOOL, name="Thornby Academy", pseudonym="the secondary school"))
    bodies += [Body(name=name) for name in (*AGENCIES, "Eastmarch Safeguarding Children Partnership")]
    agencies = [Agency(code=name[:3].upper(), name=name) for name in AGENCIES]
    review = Review(reference="EM-LR-2026-02", commissioning_body="Eastmarch Safeguarding Children Partnership")
    session.put("Register", review, *people, *bodies, *agencies, Narrative(key="about", text=REPORT))
    return session


def test_a_report_of_5000_words_asks_at_most_25_times(registered: Session) -> None:
    assert len(REPORT.split()) >= 5_000
    rendering = prepare_output(registered.snapshot, OutputKind.OVERVIEW, ProfileName.PUBLIC)
    asked = [f"[{u.tier}] {u.kind}: {u.surface} ×{u.count}: {u.why}" for u in rendering.undecided]
    assert len(asked) <= 25, "\n".join(asked)
    printed = str(rendering.preview)
    waiting = " ".join(u.surface for u in rendering.undecided)
    for name in ("Callum", "Draycott", "Osei", "Nandakumar", "Rahmani", "Pickering", "Kelderwick", "Ibbotson"):
        assert name not in printed or name in waiting, name
