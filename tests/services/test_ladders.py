"""What was chosen for a reader is what that reader's outputs print, and nobody else's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.anonymise.withheld import reads_explicit, withheld
from desktop_app.common.document import Document, Table
from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Choice, OutputKind, ProfileName, SurfaceDecision
from desktop_app.domain.people import Body, BodyKind, Person, PersonKind, Relation, RelationKind
from desktop_app.domain.reader_rungs import Fact, ReaderRung
from desktop_app.domain.review import Narrative, Review
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.compose.for_reader import given
from desktop_app.services.document_text import all_texts
from desktop_app.services.explicit import account_named, mark_explicit
from desktop_app.services.ladders import choose_rung, reader_profile, reader_register, siblings
from desktop_app.services.outputs import prepare_output
from desktop_app.services.people import WrittenForm, agreement_advice, grouped, pseudonym_advice
from desktop_app.services.readers import reader
from desktop_app.services.relations import add_relation, relations_of
from desktop_app.services.session import Session
from desktop_app.services.telling import age_on, ladder_rows, listed

AS_AT = dt.date(2026, 5, 15)
CALLUM = Person(uid="1", key="p-callum", name="Callum Draycott", pseudonym="Rowan", role="subject")
POPPY = Person(uid="2", key="p-poppy", name="Poppy Draycott", pseudonym="Sibling 1", role="sister")
THORNBY = Body(uid="3", key="l-thornby", kind=BodyKind.PLACE, name="Thornby", pseudonym="a town in Eastmarch")
SEEN = ChronologyEvent(
    uid="e1",
    ref="CSC-001",
    date=read_date("9 October 2025"),
    source="Case note",
    event="Callum was seen with Poppy in Thornby at 14:30.",
    comment="It was late.",
    significance=Significance.KEY,
)


def review(*events: ChronologyEvent, rungs: tuple[ReaderRung, ...] = (), **more: tuple[object, ...]) -> Snapshot:
    given_families: dict[str, tuple[object, ...]] = {
        "reviews": (Review(uid="r", trigger_event_date=dt.date(2025, 10, 9)),),
        "people": (CALLUM, POPPY),
        "bodies": (THORNBY,),
        "events": events or (SEEN,),
        "reader_rungs": rungs,
        **more,
    }
    return Snapshot(**given_families)  # type: ignore[arg-type]


def words(snapshot: Snapshot, reader: ProfileName, kind: OutputKind = OutputKind.CHRONOLOGY) -> str:
    return "\n".join(text.words for text in all_texts(prepare_output(snapshot, kind, reader, AS_AT).preview))


def rung(about: str, to: str, reader: ProfileName = ProfileName.PUBLIC) -> ReaderRung:
    return ReaderRung(profile=reader, about=about, rung=to)


def test_a_chosen_rung_is_printed_for_its_reader_alone() -> None:
    snapshot = review(rungs=(rung(Fact.DATE, "year"), rung("l-thornby", "left-out")))
    public, partner = words(snapshot, ProfileName.PUBLIC), words(snapshot, ProfileName.PARTNER)
    assert "autumn" not in public
    assert "2025" in public
    assert "[place]" in public
    assert "October 2025" in partner
    assert "a town in Eastmarch" in partner


def test_a_place_may_be_named_to_one_reader() -> None:
    snapshot = review(rungs=(rung("l-thornby", "name", ProfileName.PARTNER),))
    assert "in Thornby" in words(snapshot, ProfileName.PARTNER)
    assert "Thornby" not in words(snapshot, ProfileName.PUBLIC)


def test_days_from_the_event_stand_in_every_output_without_a_calendar() -> None:
    later = replace(SEEN, uid="e2", ref="CSC-002", date=read_date("23 October 2025"), published_wording="He left.")
    snapshot = review(replace(SEEN, published_wording="It happened."), later, rungs=(rung(Fact.DATE, "relative"),))
    for kind in (OutputKind.CHRONOLOGY, OutputKind.TIMELINE):
        printed = words(snapshot, ProfileName.PUBLIC, kind)
        assert "Day 0" in printed
        assert "+14 days" in printed
        assert "2025" not in printed, "no year along a drawing either"


def test_a_family_told_plainly_has_no_numbers() -> None:
    snapshot = review(rungs=(rung(Fact.FAMILY, "plain"),))
    assert "Sibling 1" not in words(snapshot, ProfileName.PUBLIC)
    assert "with a sibling in" in words(snapshot, ProfileName.PUBLIC)
    assert "Sibling 1" in words(snapshot, ProfileName.PANEL)


def test_whom_a_relation_makes_a_sibling() -> None:
    cousin = replace(POPPY, role="")
    related = Relation(person="2", kind=RelationKind.SIBLING, other="1")
    snapshot = replace(review(rungs=(rung(Fact.FAMILY, "plain"),)), people=(CALLUM, cousin), relations=(related,))
    assert siblings(snapshot) == {"p-poppy"}
    assert reader_register(snapshot, ProfileName.PUBLIC).entries["p-poppy"].pseudonym == "a sibling"


def test_a_decision_taken_for_one_reader_is_no_finer_than_another_is_told() -> None:
    decided = SurfaceDecision(surface="9 Oct 2025", choice=Choice.GENERALISE, replacement="October 2025")
    snapshot = review(surface_decisions=(decided,))
    assert "October 2025" not in words(snapshot, ProfileName.PUBLIC)
    assert "October 2025" in words(snapshot, ProfileName.PARTNER)


def test_choosing_is_one_step_and_the_profiles_own_rung_takes_it_back(session: Session) -> None:
    session.put("Start", Review(uid="r", trigger_event_date=dt.date(2025, 10, 9)), THORNBY)
    choose_rung(session, ProfileName.PUBLIC, "date", "year")
    choose_rung(session, ProfileName.PUBLIC, "date", "relative")
    assert [r.rung for r in session.snapshot.reader_rungs] == ["relative"]
    choose_rung(session, ProfileName.PUBLIC, "date", "season")
    assert session.snapshot.reader_rungs == ()
    session.undo()
    assert [r.rung for r in session.snapshot.reader_rungs] == ["relative"]


@pytest.mark.parametrize(
    ("about", "to", "code"),
    [("date", "week", "no-such-rung"), ("nobody", "name", "no-such-ladder"), ("date", "relative", "no-day-zero")],
)
def test_what_cannot_be_chosen_is_said(session: Session, about: str, to: str, code: str) -> None:
    session.put("Start", Review(uid="r"))
    with pytest.raises(UserError) as refused:
        choose_rung(session, ProfileName.PUBLIC, about, to)
    assert refused.value.code == code
    assert session.snapshot.reader_rungs == ()


# --- what a reader is not given at all -------------------------------------------------------------------------------


def test_every_rule_of_what_is_withheld_names_something_that_exists() -> None:
    for profile in ProfileName:
        for kind in OutputKind:
            for rule in withheld(profile, kind):
                held = family_types()[rule.family]
                assert not rule.field or hasattr(held(), rule.field), rule


def test_the_panel_goes_without_nothing() -> None:
    assert all(withheld(ProfileName.PANEL, kind) == () for kind in OutputKind)
    snapshot = review()
    assert given(snapshot, OutputKind.CHRONOLOGY, ProfileName.PANEL) is snapshot


@pytest.mark.parametrize(
    ("reader", "missing"),
    [(ProfileName.PUBLIC, ("It was late.", "Case note")), (ProfileName.PARTNER, ("It was late.",))],
)
def test_fields_that_a_reader_is_not_given_leave_no_column(reader: ProfileName, missing: tuple[str, ...]) -> None:
    def columns(document: Document) -> int:
        return next(len(block.header) for block in document.blocks if isinstance(block, Table))

    snapshot = review(replace(SEEN, action="Visited."))
    printed = words(snapshot, reader)
    assert not [said for said in missing if said in printed]
    whole = prepare_output(snapshot, OutputKind.CHRONOLOGY, ProfileName.PANEL, AS_AT).preview
    assert "It was late." in words(snapshot, ProfileName.PANEL)
    assert columns(prepare_output(snapshot, OutputKind.CHRONOLOGY, reader, AS_AT).preview) < columns(whole)


@pytest.mark.parametrize("reader", list(ProfileName))
@pytest.mark.parametrize("abridged", ["", "He was hurt."])
def test_an_explicit_account_is_whole_for_the_panel_and_abridged_for_others(reader: ProfileName, abridged: str) -> None:
    event = replace(SEEN, event="The injuries were these.", action="Examined so.", explicit=True, abridged=abridged)
    passage = Narrative(key="about", text="The injuries were these.", explicit=True, abridged=abridged)
    snapshot = review(event, narratives=(passage,))
    for kind in (OutputKind.CHRONOLOGY, OutputKind.OVERVIEW, OutputKind.BRIEFING):
        printed = words(snapshot, reader, kind)
        assert ("The injuries were these." in printed) is (reader is ProfileName.PANEL)
        if not reads_explicit(reader):
            assert (abridged or "[details withheld]") in printed
            assert "Examined so." not in printed


def test_words_written_for_publication_serve_as_the_abridged_ones() -> None:
    event = replace(SEEN, event="The injuries were these.", explicit=True, published_wording="A child was hurt.")
    assert "A child was hurt." in words(review(event), ProfileName.PUBLIC, OutputKind.TIMELINE)


def test_marking_an_account_by_its_ref(session: Session) -> None:
    session.put("Start", Review(uid="r"), SEEN)
    mark_explicit(session, account_named(session.snapshot, "csc-001"), True, " He was hurt. ")
    (event,) = session.snapshot.events
    assert (event.explicit, event.abridged, event.event) == (True, "He was hurt.", SEEN.event)
    with pytest.raises(UserError):
        account_named(session.snapshot, "CSC-999")


# --- the register ----------------------------------------------------------------------------------------------------


def test_the_ladders_of_a_practitioner_and_of_the_subject() -> None:
    worker = Person(uid="9", kind=PersonKind.PRACTITIONER, name="Hannah Osei", pseudonym="Social Worker 1")
    snapshot = replace(review(), people=(CALLUM, POPPY, worker))
    assert [row.name for row in ladder_rows(snapshot, "9")] == ["Called"]
    assert [row.about for row in ladder_rows(snapshot, "1")] == [
        *("p-callum", "age", "date", "time", "l-thornby", "family", "sex")
    ]
    assert "l-thornby" not in [row.about for row in ladder_rows(snapshot, "2")]
    for row in ladder_rows(snapshot, "1"):
        assert sorted(reader for cell in row.cells for reader in cell.readers) == sorted(ProfileName)


def test_the_list_of_ladders_says_what_was_chosen() -> None:
    rows = listed(review(rungs=(rung(Fact.AGE, "stage"),)))
    (chosen,) = [row for row in rows if row["chosen"]]
    assert (chosen["about"], chosen["reader"], chosen["rung"], chosen["done"]) == ("age", "public", "stage", "both")
    assert chosen["rungs"] == ["exact", "band", "stage", "left-out"]


@pytest.mark.parametrize(
    ("pseudonym", "said"),
    [
        ("Child 2, 7", "order of birth"),
        ("Youngest child", "order of birth"),
        ("Boy aged nine", "tells an age"),
        ("Child 2, 7", "tells an age"),
        ("Cedric", "real initials"),
        ("Poppy", "really has that name"),
        ("Sibling 1", "Another person already has it"),
    ],
)
def test_a_pseudonym_that_gives_its_owner_away_is_advised_against(pseudonym: str, said: str) -> None:
    notes = pseudonym_advice(review(), replace(CALLUM, pseudonym=pseudonym))
    assert any(said in note for note in notes)


def test_a_good_pseudonym_is_left_in_peace_once_it_was_agreed() -> None:
    assert pseudonym_advice(review(), CALLUM) == ()
    assert "who chose it" in agreement_advice(CALLUM)
    agreed = replace(CALLUM, pseudonym_chosen_by="Callum", pseudonym_agreed=AS_AT)
    assert agreement_advice(agreed) == ""
    assert "when" in agreement_advice(replace(agreed, pseudonym_agreed=None))


def test_forms_that_are_treated_alike_share_a_line() -> None:
    forms = [
        WrittenForm("Callum", "given name", 66, True),
        WrittenForm("CALLUM", "given name", 2, True),
        WrittenForm("Callum Draycott", "name", 3, True),
        WrittenForm("Draycotts", "surname of a family", 2, True),
        WrittenForm("C.D.", "initials", 3, False),
    ]
    lines = [(group.forms, group.how, group.count, group.settled.value) for group in grouped(forms)]
    assert lines == [
        (("Callum", "Callum Draycott"), "name", 71, "replaced"),
        (("C.D.",), "initials", 3, "asked about"),
        (("Draycotts",), "family name", 2, "by context"),
    ]


def test_a_relation_said_again_replaces_the_first(session: Session) -> None:
    session.put("Start", Review(uid="r"), CALLUM, POPPY)
    add_relation(session, "1", RelationKind.RELATIVE, "2")
    add_relation(session, "2", RelationKind.SIBLING, "1")
    assert len(session.snapshot.relations) == 1
    (seen,) = relations_of(session.snapshot, "1")
    assert (seen.words, seen.name) == ("brother or sister of", "Poppy Draycott")
    with pytest.raises(UserError):
        add_relation(session, "1", RelationKind.SIBLING, "1")


def test_an_age_on_a_day() -> None:
    assert age_on(dt.date(2012, 3, 14), dt.date(2025, 10, 9)) == 13
    assert age_on(dt.date(2012, 10, 10), dt.date(2025, 10, 9)) == 12


def test_who_will_read_it_says_what_was_chosen() -> None:
    snapshot = review(rungs=(rung(Fact.DATE, "year"), rung(Fact.SEX, "neutral")))
    facts = dict(reader(ProfileName.PUBLIC, reader_profile(snapshot, ProfileName.PUBLIC)).facts)
    assert (facts["Dates in lives"], facts["Sex of children"]) == ("the year", "young person, they")
    assert "Sex of children" not in dict(reader(ProfileName.PUBLIC).facts)
