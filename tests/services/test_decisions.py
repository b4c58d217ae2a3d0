"""A decision is taken once, on words, with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.learning import Recommendation
from desktop_app.domain.output import Choice, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative
from desktop_app.services.decisions import Wanted, decide, decide_all, decide_surface, nowhere, register_new
from desktop_app.services.inspection import inspect_file
from desktop_app.services.outputs import export, prepare_output
from desktop_app.services.people import pseudonym_advice
from desktop_app.services.session import Session

ASK = "Ring Tamsin Ollerenshaw at once. Tamsin Ollerenshaw’s number is known."


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Choice.KEEP, "no-reason"),
        (Choice.REPLACE, "no-replacement"),
        (Choice.GENERALISE, "no-replacement"),
        (Choice.REGISTER, "no-entry"),
    ],
)
def test_what_a_choice_needs_is_asked_for(session: Session, choice: Choice, code: str) -> None:
    with pytest.raises(UserError) as refused:
        decide_surface(session, "Tamsin", choice)
    assert refused.value.code == code
    assert session.snapshot.surface_decisions == ()


def test_deciding_again_replaces_and_undo_brings_the_first_back(session: Session) -> None:
    decide_surface(session, "Tamsin Ollerenshaw", Choice.KEEP, reason="agreed")
    decide_surface(session, "tamsin  OLLERENSHAW", Choice.REPLACE, replacement="a colleague")
    (only,) = session.snapshot.surface_decisions
    assert only.choice is Choice.REPLACE
    session.undo()
    assert session.snapshot.surface_decisions[0].choice is Choice.KEEP


def test_from_asked_to_written(session: Session, tmp_path: Path) -> None:
    session.put("Add", Recommendation(number=1, text=ASK))
    waiting = prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC).undecided
    (item,) = [u for u in waiting if "Ollerenshaw" in u.surface]
    assert item.count == 2
    target = tmp_path / "b.pdf"
    blocked = export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", target)
    assert not blocked.written
    assert not target.exists()
    decide(session, item, Choice.REPLACE, replacement="a colleague")
    rendering = prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC)
    assert rendering.undecided == ()
    assert export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", target).written
    assert session.snapshot.recommendations[0].text == ASK
    assert session.snapshot.outputs[0].sha256


def test_registering_words_makes_them_the_persons(session: Session) -> None:
    person = Person(key="p1", name="Tamsin Ollerenshaw-Pike", pseudonym="Alder")
    session.put("Add", person, Recommendation(number=1, text="Ring Tazzy at once."))
    decide_surface(session, "Tazzy", Choice.REGISTER, entry="p1")
    assert session.snapshot.people[0].aliases == ("Tazzy",)
    rendering = prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC)
    assert rendering.undecided == ()
    assert "Ring Alder at once." in str(rendering.preview)


@pytest.mark.parametrize(
    ("kind", "file_format", "code"),
    [(OutputKind.BRIEFING, "xlsx", "format-not-offered"), (OutputKind.CHRONOLOGY, "odt", "format-not-offered")],
)
def test_a_format_that_is_not_made_is_refused(
    session: Session, tmp_path: Path, kind: OutputKind, file_format: str, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        export(session, kind, ProfileName.PUBLIC, file_format, tmp_path / "o")
    assert refused.value.code == code


def test_no_export_goes_over_a_review_or_into_nowhere(session: Session, tmp_path: Path) -> None:
    for target, code in (
        (session.path, "target-is-a-review"),
        (tmp_path / "other.review", "target-is-a-review"),
        (tmp_path, "target-is-a-folder"),
        (tmp_path / "no" / "b.pdf", "not-found"),
    ):
        with pytest.raises(UserError) as refused:
            export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", target)
        assert refused.value.code == code


@pytest.mark.parametrize("name", ["Tamsin Ollerenshaw", "review-of-OLLERENSHAW_v2", "tamsin.ollerenshaw"])
def test_a_file_is_not_called_by_a_name(session: Session, tmp_path: Path, name: str) -> None:
    session.put("Add", Person(key="p1", name="Tamsin Ollerenshaw", pseudonym="Mother"))
    with pytest.raises(UserError) as refused:
        export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", tmp_path / f"{name}.pdf")
    assert (refused.value.code, refused.value.exit_code) == ("name-in-file-name", Exit.LOOK)
    assert name not in refused.value.message
    assert not list(tmp_path.glob("*.pdf"))
    assert export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf", tmp_path / "briefing.pdf").written


def test_many_decisions_are_taken_all_or_none(session: Session) -> None:
    good = Wanted("Alpha House", Choice.KEEP, reason="public")
    with pytest.raises(UserError):
        decide_all(session, (good, Wanted(" ", Choice.KEEP, reason="x")))
    assert session.snapshot.surface_decisions == ()
    decide_all(session, (good, Wanted("Beta House", Choice.REPLACE, replacement="a house")))
    assert len(session.snapshot.surface_decisions) == 2
    session.undo()
    assert session.snapshot.surface_decisions == ()


def test_nobody_is_named_in_place_of_another(session: Session) -> None:
    session.put("Add", Person(key="p1", name="Jodie Draycott", pseudonym="Mother"))
    with pytest.raises(UserError) as refused:
        decide_surface(session, "Tamsin", Choice.REPLACE, replacement="Jodie Draycott")
    assert refused.value.code == "replacement-names-somebody"


def briefing(session: Session):  # type: ignore[no-untyped-def]
    return prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC)


def test_words_taken_out_leave_no_hole(session: Session) -> None:
    session.put("Add", Recommendation(number=1, text="Schools ring the family (Tamsin Ollerenshaw), and write."))
    decide_surface(session, "Tamsin Ollerenshaw", Choice.OMIT)
    assert briefing(session).undecided == ()
    assert "Schools ring the family, and write." in str(briefing(session).preview)


def test_what_was_kept_is_asked_again_in_a_new_sentence_and_confirmed_with_its_reason(session: Session) -> None:
    rec = Recommendation(number=1, text="Ring Tamsin Ollerenshaw at once.")
    session.put("Add", rec)
    (item,) = briefing(session).undecided
    decide(session, item, Choice.KEEP, reason="she spoke to the papers")
    assert briefing(session).undecided == ()
    moved = replace(rec, text="Nobody need wait.  RING Tamsin Ollerenshaw, at once! It is late.")
    session.put("Edit", moved)
    assert briefing(session).undecided == ()
    session.put("Edit", replace(rec, text="The child lived with Tamsin Ollerenshaw."))
    (item,) = briefing(session).undecided
    assert item.why == "decided before: keep, because “she spoke to the papers”; new here"
    assert item.count == 1
    decide(session, item, Choice.KEEP)
    (decision,) = session.snapshot.surface_decisions
    assert decision.reason == "she spoke to the papers"
    assert len(decision.contexts) == 2
    assert briefing(session).undecided == ()
    session.put("Edit", rec)
    assert briefing(session).undecided == (), "what was confirmed does not take the first place back"


def test_a_decision_without_a_text_in_sight_holds_in_any(session: Session) -> None:
    session.put("Add", Recommendation(number=1, text="Ring Tamsin Ollerenshaw at once."))
    decide_surface(session, "Tamsin Ollerenshaw", Choice.KEEP, reason="public")
    assert briefing(session).undecided == ()


def test_the_queue_begins_with_what_may_be_registered_people(session: Session) -> None:
    session.put(
        "Add",
        Person(key="p1", name="Will Draycott", pseudonym="Rowan", role="subject"),
        Recommendation(number=1, text="Ring Tamsin Ollerenshaw. Tamsin Ollerenshaw rang W.D. twice."),
    )
    waiting = briefing(session).undecided
    tiers = [(u.tier, -len(u.owners), -u.count) for u in waiting]
    assert tiers == sorted(tiers)
    assert len(waiting) == 2


def test_what_is_written_leaves_a_certificate(session: Session, tmp_path: Path) -> None:
    session.put("Add", Recommendation(number=1, text=ASK), Person(key="p1", name="Jodie Draycott", pseudonym="Mother"))
    decide_surface(session, "Tamsin Ollerenshaw", Choice.REPLACE, replacement="a colleague")
    entry, mac = session.anchor()
    done = export(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "docx", tmp_path / "b.docx")
    (output,) = session.snapshot.outputs
    assert (output.sha256, output.anchor) == (done.sha256, f"{entry} {mac}")
    assert output.decisions == 1
    assert output.replaced >= 2
    assert output.checked[1].startswith("against the 1 entry of the register")
    assert "anonymous" not in " ".join((*output.checked, *output.remains))


def test_a_name_and_its_shorter_form_are_one_decision(session: Session) -> None:
    about = Narrative(key="about", text="Zofia Wilczek rang on Monday. Ms Wilczek was upset.")
    session.put("Write", about)
    (item,) = prepare_output(session.snapshot, OutputKind.OVERVIEW, ProfileName.PARTNER).undecided
    assert (item.surface, item.forms) == ("Zofia Wilczek", ("Ms Wilczek",))
    decide(session, item, Choice.REPLACE, replacement="a neighbour")
    rendering = prepare_output(session.snapshot, OutputKind.OVERVIEW, ProfileName.PARTNER)
    assert rendering.undecided == ()
    assert "A neighbour rang on Monday. A neighbour was upset." in str(rendering.preview)


def test_a_name_put_into_the_register_takes_its_shorter_form_along(session: Session) -> None:
    session.put("Write", Narrative(key="about", text="Zofia Wilczek rang on Monday. Ms Wilczek was upset."))
    (item,) = prepare_output(session.snapshot, OutputKind.OVERVIEW, ProfileName.PARTNER).undecided
    register_new(session, item, "person", "Ms A")
    (person,) = session.snapshot.people
    assert (person.name, person.aliases) == ("Zofia Wilczek", ("Ms Wilczek",))
    assert prepare_output(session.snapshot, OutputKind.OVERVIEW, ProfileName.PARTNER).undecided == ()


def test_the_object_and_the_family_of_that_name_are_decided_apart(session: Session, tmp_path: Path) -> None:
    session.put("Add", Person(name="Ffion Kettle", pseudonym="Juniper"), Person(name="Amber Kettle", pseudonym="Juno"))
    decide_surface(session, "kettle", Choice.KEEP, reason="the object")
    decide_surface(session, "Kettle", Choice.REPLACE, replacement="somebody of the family")
    assert [d.surface for d in session.snapshot.surface_decisions] == ["kettle", "Kettle"]
    for words, clean in (("She put the kettle on.", True), ("It was Kettle who rang.", False), ("KETTLE rang.", False)):
        note = tmp_path / "note.csv"
        note.write_text(f"text\n{words}\n", encoding="utf-8")
        assert inspect_file(note, session.snapshot).clean is clean, words


def test_words_that_stand_nowhere_are_told(session: Session) -> None:
    session.put("Add", Recommendation(number=1, text=ASK))
    assert nowhere(session.snapshot, ("Tamsin  ollerenshaw", "No such thing")) == ("No such thing",)


def test_who_has_no_pseudonym_but_a_description_is_not_said_to_be_asked_about(session: Session) -> None:
    person = Person(name="Bronagh Nic Dhomhnaill", descriptor="a social worker")
    assert "a social worker" in pseudonym_advice(session.snapshot, person)[0]
    assert "ask" in pseudonym_advice(session.snapshot, replace(person, descriptor=""))[0]
