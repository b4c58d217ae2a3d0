"""What `candour list` prints, put into a table headed by its keys, is read again: the same records come back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.domain.learning import (
    Action,
    ActionOrigin,
    ActionStatus,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
)
from desktop_app.domain.people import Agency, Person, PersonKind
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Attribution, Consent, Reflection, Valence
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.guess import guess_kind
from desktop_app.importers.people import plan_people
from desktop_app.importers.read import read_tables
from desktop_app.importers.recommendations import plan_recommendations
from desktop_app.importers.reflections import plan_reflections
from desktop_app.importers.source_file import SourceFile
from desktop_app.services.listing import list_records

Lines = Sequence[Mapping[str, object]]


def listed() -> Snapshot:
    rec = Recommendation(number=3, text="Schools are told.")
    cut = Recommendation(number=4, text="Two things are done.")
    parts = tuple(RecommendationPart(recommendation=cut.uid, letter=x, text=f"Thing {x}.") for x in "ab")
    first = Action(
        number=1,
        text="Write to schools",
        recommendations=(rec.uid,),
        status=ActionStatus.PART_COMPLETE,
        origin=ActionOrigin.BEFORE_CASE,
        owner_body="Eastmarch Police",
        due=dt.date(2026, 3, 1),
        revised_due=dt.date(2026, 5, 1),
        revised_reason="Half-term",
    )
    second = Action(number=2, text="Ring them, too", recommendations=(rec.uid,))
    updates = tuple(
        ProgressUpdate(action=first.uid, as_at=dt.date(2026, n, 1), text=f"Said {n}.", place=n) for n in (1, 2)
    )
    return Snapshot(
        recommendations=(rec, cut),
        parts=parts,
        actions=(first, second),
        updates=updates,
        people=(
            Person(key="p-1", kind=PersonKind.PERSON, name="Callum Draycott", aliases=("Cal", "C; D"), role="son"),
        ),
        events=(
            ChronologyEvent(
                ref="CSC-001",
                date=read_date("12–14 Feb 2024"),
                event="Seen.",
                source="Log",
                action="None, seen well",
                child_seen="Seen alone",
                comment="Late",
                outcome="Closed",
            ),
        ),
        reflections=(
            Reflection(
                text="Forms were slow.",
                valence=Valence.GOT_IN_THE_WAY,
                attribution=Attribution.AGENCY_TYPE,
                group="health",
                consent=Consent.QUOTE,
                factor="Tools",
                sensitive=True,
            ),
        ),
    )


def table(lines: Lines) -> str:
    """As a script would write it: the keys as headings, lists as JSON, what is null empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(lines[0])
    for line in lines:
        values = line.values()
        writer.writerow("" if v is None else json.dumps(v) if isinstance(v, (list, dict)) else str(v) for v in values)
    return out.getvalue()


def taken_in(plan: ImportPlan) -> Snapshot:
    assert (plan.waiting, plan.refused, plan.rows_read) == ((), (), len(plan.rows))
    made = [record for row in plan.rows for record in row.records]
    families = {name: tuple(r for r in made if type(r) is kind) for name, kind in family_types().items()}
    return Snapshot(**families)  # type: ignore[arg-type]


def without(lines: Lines, *keys: str) -> list[dict[str, object]]:
    return [{key: value for key, value in line.items() if key not in ("uid", *keys)} for line in lines]


def test_recommendations_with_parts_actions_and_dated_updates(make_text: Callable[..., Path]) -> None:
    lines = list_records(listed(), "recommendations")
    source = read_tables(make_text(table(lines)))
    assert guess_kind(source) is ImportKind.RECOMMENDATIONS
    again = taken_in(plan_recommendations(source))
    again = replace(again, updates=tuple(replace(u, place=n) for n, u in enumerate(again.updates, 1)))
    assert without(list_records(again, "recommendations")) == without(lines)


def test_a_plain_table_under_the_same_keys(make_text: Callable[..., Path], make_xlsx: Callable[..., Path]) -> None:
    rows = [["number", "part", "text", "actions"], ["1", "", "Ask.", "We asked."], ["2", "a", "Half.", "null"]]
    for path in (make_text("\n".join(",".join(row) for row in rows)), make_xlsx(rows)):
        held = taken_in(plan_recommendations(read_tables(path)))
        assert [(r.number, r.text) for r in held.recommendations] == [(1, "Ask."), (2, "")]
        assert [(p.letter, p.text) for p in held.parts] == [("a", "Half.")]
        assert [a.text for a in held.actions] == ["We asked."]


def _chronology(source: SourceFile) -> ImportPlan:
    return plan_chronology(source, Agency(code="CSC"), return_uid="")


@pytest.mark.parametrize(
    ("kind", "family", "plan", "lost"),
    [
        ("people", ImportKind.PEOPLE, plan_people, ()),
        ("reflections", ImportKind.REFLECTIONS, plan_reflections, ()),
        ("events", ImportKind.CHRONOLOGY, _chronology, ("ref", "return", "facts")),  # an import gives its own
    ],
)
def test_other_lists_come_back_as_they_were(
    make_text: Callable[..., Path],
    kind: str,
    family: ImportKind,
    plan: Callable[..., ImportPlan],
    lost: tuple[str, ...],
) -> None:
    lines = list_records(listed(), kind)
    source = read_tables(make_text(table(lines)))
    assert guess_kind(source) is family
    assert without(list_records(taken_in(plan(source)), kind), *lost) == without(lines, *lost)
