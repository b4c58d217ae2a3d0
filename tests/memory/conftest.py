"""Reviews that have published something about people nobody may read of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.learning import Finding, Recommendation, RecommendationPart
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.people import Body, BodyKind, Person
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot, family_types

OUT = Output(
    kind=OutputKind.OVERVIEW,
    profile=ProfileName.PUBLIC,
    as_at=dt.date(2026, 6, 1),
    published=dt.date(2026, 6, 20),
)


class Light:
    """What the memory asks of a session, without a file: making one takes longer than most of these tests."""

    def __init__(self, *records: Record) -> None:
        self.snapshot = Snapshot()
        self.logged: list[str] = []
        self.put("Fill", *records)

    def whole_snapshot(self) -> Snapshot:
        return self.snapshot

    def put(self, _label: str, *records: Record) -> None:
        for name, kind in family_types().items():
            changed = {record.uid: record for record in records if isinstance(record, kind)}
            if changed:
                held = {record.uid: record for record in getattr(self.snapshot, name)} | changed
                self.snapshot = replace(self.snapshot, **{name: tuple(held.values())})

    def log(self, action: str, _detail_code: str = "") -> None:
        self.logged.append(action)


@pytest.fixture
def review() -> Light:
    """One finding and one recommendation in two parts, in an overview report that is out."""
    return Light(
        Review(uid="9" * 32, published_title="Learning from Rowan"),
        Person(uid="p1", key="p-callum", name="Callum Draycott", aliases=("Cal",), pseudonym="Rowan"),
        Body(uid="b1", kind=BodyKind.SCHOOL, name="Thornby Academy", pseudonym="the secondary school"),
        Finding(
            uid="f" * 32,
            number=1,
            title="Found was taken to mean safe",
            statement="When Callum Draycott came home, nobody at Thornby Academy asked Cal where he had been.",
        ),
        Recommendation(
            uid="c" * 32,
            number=1,
            text="After every missing episode, the child is heard, and what they say changes the plan.",
            accepted="accepted",
            findings=("f" * 32,),
        ),
        RecommendationPart(
            uid="d" * 32,
            recommendation="c" * 32,
            letter="a",
            text="Every child is offered a return conversation within 72 hours of being found.",
        ),
        OUT,
    )
