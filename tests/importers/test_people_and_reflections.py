"""The register, reflections, and telling one kind of file from another."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.import_plan import ImportKind
from desktop_app.domain.people import Body, BodyKind, Person, PersonKind
from desktop_app.domain.workshop import Attribution, Consent, Prompt, Reflection, Valence
from desktop_app.importers.guess import guess_kind
from desktop_app.importers.people import plan_people, read_register
from desktop_app.importers.read import read_tables
from desktop_app.importers.reflections import plan_reflections

REGISTER = """uid,kind,name,aliases,pseudonym,descriptor,role,born
p-1,person,Callum Draycott,Cal; Calum ;,Rowan,the young person,subject,14/03/2012
p-2,practitioner,Hannah Osei,,Social Worker 1,a social worker,social worker,
s-1,school,Thornby Academy,,the secondary school,,,
,wizard,Merlin,,,,,
p-4,person,,,,,,
p-1,person,Somebody Else,,,,,
,Person,callum  draycott,,,,,
p-5,person,Poppy Draycott,,Sibling 1,,sister,2018
"""


def test_people_and_bodies_are_told_apart_counted_and_refused_with_reasons(make_text) -> None:
    plan = plan_people(read_tables(make_text(REGISTER, "people.csv")))
    assert plan.rows_read == 8 == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused)
    callum, hannah, school = (row.records[0] for row in plan.rows)
    assert isinstance(callum, Person)
    assert (callum.key, callum.aliases, callum.born) == ("p-1", ("Cal", "Calum"), dt.date(2012, 3, 14))
    assert isinstance(hannah, Person)
    assert hannah.kind is PersonKind.PRACTITIONER
    assert isinstance(school, Body)
    assert school.kind is BodyKind.SCHOOL
    assert [r.row for r in plan.refused] == [5, 6]
    assert "'wizard'" in plan.refused[0].why
    assert plan.duplicates == (8,)
    assert [(w.row, w.field, w.text) for w in plan.waiting] == [(7, "uid", "p-1"), (9, "born", "2018")]
    again = plan_people(read_tables(make_text(REGISTER, "people.csv")), [callum, hannah, school])
    assert again.duplicates == (2, 3, 4, 8)


TAKEN = "uid,kind,name,aliases\np1,person,Callum Draycott,Cal\np1,person,Tamsin Oakhurst,Tam\n"


def test_a_uid_taken_by_another_name_never_drops_a_name(make_text) -> None:
    plan = plan_people(read_tables(make_text(TAKEN, "people.csv")))
    assert plan.duplicates == ()
    assert [(w.row, w.field, w.text) for w in plan.waiting] == [(3, "uid", "p1")]
    assert "taken by another name" in plan.waiting[0].why
    tamsin = plan.waiting_records[0].records[0]
    assert isinstance(tamsin, Person)
    assert (tamsin.key, tamsin.name, tamsin.aliases) == ("", "Tamsin Oakhurst", ("Tam",))
    callum = plan.rows[0].records[0]
    again = plan_people(read_tables(make_text(TAKEN, "people.csv")), [callum, tamsin])
    assert again.duplicates == (2, 3)


def test_a_uid_of_the_review_under_another_name_waits(make_text) -> None:
    held = Person(key="p1", name="Somebody Else")
    plan = plan_people(read_tables(make_text(TAKEN, "people.csv")), [held])
    assert [w.row for w in plan.waiting] == [2, 3]
    assert not plan.duplicates


def test_other_names_in_a_duplicate_row_are_not_dropped_without_a_word(make_text) -> None:
    text = "uid,kind,name,aliases\np1,person,Ann Reed,Annie\np1,person,Ann Reed,Nan\n"
    plan = plan_people(read_tables(make_text(text)))
    assert plan.duplicates == (3,)
    assert any("row(s) 3" in note for note in plan.notes)
    assert [e.aliases for e in read_register(make_text(text))] == [("Annie", "Nan")]


def test_a_register_with_one_uid_for_two_names_matches_both(make_text) -> None:
    entries = read_register(make_text(TAKEN, "people.csv"))
    assert [(e.uid, e.name) for e in entries] == [("p1", "Callum Draycott"), ("p1 (2)", "Tamsin Oakhurst")]


def test_two_of_one_name_with_two_uids_are_two(make_text) -> None:
    text = "uid,kind,name\na,person,Ann Reed\nb,person,Ann Reed\n"
    assert len(plan_people(read_tables(make_text(text))).rows) == 2
    assert len(read_register(make_text(text))) == 2


def test_a_register_with_an_unusable_row_is_not_half_used(make_text) -> None:
    good = "\n".join(REGISTER.splitlines()[:4])
    entries = read_register(make_text(good, "people.csv"))
    assert [(e.uid, e.kind, e.pseudonym) for e in entries] == [
        ("p-1", "person", "Rowan"),
        ("p-2", "practitioner", "Social Worker 1"),
        ("s-1", "school", "the secondary school"),
    ]
    with pytest.raises(UserError) as caught:
        read_register(make_text(REGISTER, "people.csv"))
    assert caught.value.code == "bad-register"
    assert "Row 5" in caught.value.what


def test_reflections_by_prompt_without_speakers(make_text) -> None:
    plan = plan_reflections(
        read_tables(
            make_text(
                "Prompt,Reflection,Type,Agency type,Consent,Said by\n"
                "What happened?,We met weekly.,worked well,health,quote,Hannah\n"
                ",Forms were slow.,got in the way,,,\n"
                "What next?,,,,,\n"
            )
        )
    )
    assert (plan.rows_read, len(plan.rows), [r.row for r in plan.refused]) == (3, 2, [4])
    prompt, first = plan.rows[0].records
    second = plan.rows[1].records[0]
    assert isinstance(prompt, Prompt)
    assert isinstance(first, Reflection)
    assert isinstance(second, Reflection)
    assert (first.prompt, first.valence, first.group) == (prompt.uid, Valence.WORKED_WELL, "health")
    assert (first.attribution, first.consent) == (Attribution.AGENCY_TYPE, Consent.QUOTE)
    assert (second.prompt, second.valence, second.group) == (prompt.uid, Valence.GOT_IN_THE_WAY, "")
    assert "Hannah" not in repr(plan.rows)
    again = plan_reflections(read_tables(make_text("Prompt,Reflection,Type\nQ,We met weekly.,well\n")), [first])
    assert again.duplicates == (2,)


def test_reflections_in_columns_for_what_worked_and_what_did_not(make_docx) -> None:
    head = ["Question", "What worked well", "What got in the way", "What would help"]
    plan = plan_reflections(read_tables(make_docx([head, ["Contact", "• Calls\n• Visits", "Forms", "Time"]])))
    said = [(r.text, r.valence) for r in plan.rows[0].records if isinstance(r, Reflection)]
    assert said == [
        ("Calls", Valence.WORKED_WELL),
        ("Visits", Valence.WORKED_WELL),
        ("Forms", Valence.GOT_IN_THE_WAY),
        ("Time", Valence.WOULD_HELP),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("uid,kind,name\n,person,A\n", ImportKind.PEOPLE),
        ("No,Recommendation,Action\n1,a,b\n", ImportKind.RECOMMENDATIONS),
        ("Date,Source,Event\n3/5/24,a,b\n", ImportKind.CHRONOLOGY),
        ("Prompt,Reflection\na,b\n", ImportKind.REFLECTIONS),
        ("What worked well,What got in the way\na,b\n", ImportKind.REFLECTIONS),
    ],
)
def test_the_kind_is_told_from_the_headings(make_text, text: str, kind: ImportKind) -> None:
    assert guess_kind(read_tables(make_text(text))) is kind


def test_a_file_of_no_kind_is_refused_in_words(make_text) -> None:
    with pytest.raises(UserError) as caught:
        guess_kind(read_tables(make_text("Fruit,Colour\nPear,Green\n")))
    assert caught.value.code == "no-heading"
