"""Recommendations: whole across page breaks, without tags, references alive."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.crossreferences import cites, render
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.domain.learning import Action, ActionStatus, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.record import Record
from desktop_app.importers.read import read_tables
from desktop_app.importers.recommendations import plan_recommendations

BRIEFING = Path(__file__).parents[2].parent / "shared" / "reference" / "briefing-2020.txt"
TEXT = """Review of the year

Briefing paper - March 2026

No\tRecommendation\tAction
1\tSchools should share concerns early.\t<p>A new form was made.</p> <p>It is in use.</p>
2\tThe form should be as outlined at Recommendation 1 above and\tThe form has been sent

\t\tto every school in the area.
\trevised each year.\t
3\t<p>Leaders to check.</p>\t<p>As per Recommendation 1 and 2 above, done &amp; dusted.</p>

Next steps:
More of the same.
"""


def records(plan: ImportPlan) -> list[Record]:
    assert plan.rows_read == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused)
    return [record for row in (*plan.rows, *plan.waiting_records) for record in row.records]


def of(plan: ImportPlan, kind: type) -> list:
    return [record for record in records(plan) if isinstance(record, kind)]


def graph(plan: ImportPlan) -> dict[int, set[int]]:
    numbers = {r.uid: r.number for r in of(plan, Recommendation)}
    found: dict[int, set[int]] = {}
    for row in plan.rows:
        own = next(r.number for r in row.records if isinstance(r, Recommendation))
        cited = {numbers[uid] for r in row.records for uid in cites(getattr(r, "text", ""))}
        if cited:
            found[own] = cited
    return found


def test_text_with_rows_cut_by_pages(make_text) -> None:
    plan = plan_recommendations(read_tables(make_text(TEXT, "briefing.txt")))
    numbers = {r.uid: r.number for r in of(plan, Recommendation)}
    printed = {r.number: render(r.text, numbers, r.number) for r in of(plan, Recommendation)}
    assert printed == {
        1: "Schools should share concerns early.",
        2: "The form should be as outlined at Recommendation 1 above and revised each year.",
        3: "Leaders to check.",
    }
    updates = of(plan, ProgressUpdate)
    assert [render(u.text, numbers) for u in updates] == [
        "A new form was made.\n\nIt is in use.",
        "The form has been sent to every school in the area.",
        "As per Recommendation 1 and 2 above, done & dusted.",
    ]
    assert {u.as_at for u in updates} == {dt.date(2026, 3, 1)}
    assert graph(plan) == {2: {1}, 3: {1, 2}}
    assert any("not imported" in note for note in plan.notes)


def test_word_table_with_owner_due_status_and_lettered_parts(make_docx) -> None:
    head = ["Rec No", "Recommendation", "Progress to date", "Lead agency", "Target date", "RAG status"]
    plan = plan_recommendations(
        read_tables(
            make_docx(
                [
                    head,
                    ["1", "Do three things:\n(a) one\n(b) two", "Begun", "Police", "31/03/2026", "Amber"],
                    ["2a", "First half", "Done", "Health", "March 2026", "Completed"],
                    ["2b", "Second half", "", "", "", ""],
                ]
            )
        )
    )
    assert [(r.number, r.text) for r in of(plan, Recommendation)] == [(1, "Do three things:"), (2, "")]
    assert [(p.letter, p.text) for p in of(plan, RecommendationPart)] == [
        ("a", "one"),
        ("b", "two"),
        ("a", "First half"),
        ("b", "Second half"),
    ]
    first, second = of(plan, Action)
    assert (first.status, first.owner_body, first.due) == (ActionStatus.DELAYED, "Police", dt.date(2026, 3, 31))
    assert (second.status, len(second.parts)) == (ActionStatus.COMPLETE, 1)


def test_again_is_a_duplicate_and_other_words_wait(make_text) -> None:
    first = plan_recommendations(read_tables(make_text(TEXT, "briefing.txt")))
    held = of(first, Recommendation)
    again = plan_recommendations(read_tables(make_text(TEXT, "briefing.txt")), held)
    assert len(again.duplicates) == 3
    other = plan_recommendations(read_tables(make_text(TEXT.replace("Leaders", "All"), "briefing.txt")), held)
    assert (len(other.duplicates), [w.row for w in other.waiting]) == (2, [12 - 1])
    records(other)


def test_a_row_without_a_recommendation_is_refused(make_text) -> None:
    plan = plan_recommendations(read_tables(make_text("No\tRecommendation\tAction\n1\t\tDone\n2\tDo\tDone\n", "b.txt")))
    assert [r.row for r in plan.refused] == [2]
    records(plan)


def test_a_text_without_a_table_is_refused_in_words(make_text) -> None:
    with pytest.raises(UserError) as caught:
        plan_recommendations(read_tables(make_text("Only prose here.\n", "b.txt")))
    assert caught.value.code == "no-heading"


@pytest.mark.skipif(not BRIEFING.exists(), reason="the reference briefing is not beside this checkout")
def test_the_reference_briefing() -> None:
    plan = plan_recommendations(read_tables(BRIEFING))
    recommendations, actions, updates = (of(plan, kind) for kind in (Recommendation, Action, ProgressUpdate))
    assert [r.number for r in recommendations] == list(range(1, 12))
    assert len(actions) == len(updates) == 11
    assert {u.as_at for u in updates} == {dt.date(2020, 8, 1)}
    assert plan.rows_read == len(plan.rows) == 11
    texts = [r.text for r in (*recommendations, *actions)]
    assert not any(re.search(r"[<>\t]|\s{2}(?<!\n\n)|^\s|\s$", text) for text in texts)
    assert "has identified" in actions[1].text
    assert "\n\n" in recommendations[2].text
    assert graph(plan) == {3: {2}, 4: {1, 3}, 5: {2}, 6: {2}, 7: {1, 4}, 11: {2, 5}}
    longs = {a.short: a.long for a in plan.extra if isinstance(a, Abbreviation)}
    assert {s for s in longs if longs[s]} == {"NYSCP", "NECTU", "MAST", "JCG", "MACE", "TEWV", "CCG"}
    assert {"NYCC", "NYP"} <= {s for s in longs if not longs[s]}


@pytest.mark.skipif(not BRIEFING.exists(), reason="the reference briefing is not beside this checkout")
def test_the_reference_table_prints_again_as_it_was_written() -> None:
    plan = plan_recommendations(read_tables(BRIEFING))
    numbers = {r.uid: r.number for r in of(plan, Recommendation)}
    raw = re.sub(r"\s+", " ", re.sub(r"</?p>", " ", BRIEFING.read_text(encoding="utf-8")))
    cut = 0
    for row in plan.rows:
        own = next(r.number for r in row.records if isinstance(r, Recommendation))
        for record in row.records:
            if isinstance(record, (Recommendation, ProgressUpdate)):
                printed = " ".join(render(record.text, numbers, own).split())
                cut += printed not in raw
    assert cut == 0
