"""What a careful reader asks of a recommendation's words, on 64 of them labelled by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.learning import Finding, Recommendation, RecommendationPart
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendation_lint import lint
from desktop_app.services.recommendation_notes import lint_rows, notes_by_text

DATA = Path(__file__).with_name("data") / "recommendations_to_lint.txt"


def labelled() -> list[tuple[frozenset[str], str]]:
    lines = [line.strip() for line in DATA.read_text("utf-8").splitlines()]
    split = [line.partition(" | ") for line in lines if line and not line.startswith("#")]
    return [(frozenset(codes.split()) - {"-"}, text) for codes, _, text in split]


def test_recall_and_false_findings_on_the_labelled_set() -> None:
    """At least nine in ten of what a reader would say, and at most one false in ten. "vague" comes with "weak"."""
    wanted = found = right = 0
    for codes, text in labelled():
        got = {item.code for item in lint(text)} - {"vague"}
        wanted, found, right = wanted + len(codes), found + len(got), right + len(codes & got)
    assert len(labelled()) >= 60
    assert right >= 0.9 * wanted
    assert right >= 0.9 * found


@pytest.mark.parametrize(
    ("text", "code", "phrase"),
    [
        ("Schools should consider a named lead.", "weak", "consider"),
        ("Check that it is embedded.", "vague", "embedded"),
        ("Agencies explore options.", "weak", "explore"),
        ("All agencies will attend.", "owners", "All agencies"),
        ("By May 2027 the police and the school will meet.", "owners", "the police and the school"),
    ],
)
def test_the_phrase_is_pointed_at(text: str, code: str, phrase: str) -> None:
    assert phrase in [item.phrase for item in lint(text) if item.code == code]


def test_a_body_with_an_and_in_its_name_is_one_body() -> None:
    text = "The Health and Care Trust will audit ten files."
    assert [item.code for item in lint(text)] == ["owners"]
    assert lint(text, ["Health and Care Trust"]) == ()


def test_nothing_is_said_of_no_words() -> None:
    assert lint("") == lint("  \n") == ()


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    found = lint(text)
    assert len({item.code for item in found}) == len(found)
    assert all(item.phrase.casefold() in " ".join(text.split()).casefold() or item.phrase in text for item in found)


def of(snapshot: Snapshot, uid: str) -> list[str]:
    return [note.code for note in notes_by_text(snapshot, uid)[uid]]


def test_a_recommendation_without_a_finding_is_told() -> None:
    rec = Recommendation(uid="r1", number=1, text="The Trust audits ten files each quarter.", findings=("f1",))
    bare = Recommendation(uid="r2", number=2, text="Housing reports the number of visits made.")
    snapshot = Snapshot(recommendations=(rec, bare), findings=(Finding(uid="f1", number=1),))
    assert "finding" not in of(snapshot, "r1")
    assert "finding" in of(snapshot, "r2")
    assert "finding" not in of(Snapshot(recommendations=(bare,)), "r2")


def test_two_that_ask_the_same_are_told() -> None:
    one = Recommendation(uid="r1", number=1, text="The Trust will audit ten files each quarter.")
    two = Recommendation(uid="r2", number=2, text="Each quarter the Trust will audit ten files.")
    three = Recommendation(uid="r3", number=3, text="Schools tell the police who was missing.")
    snapshot = Snapshot(recommendations=(one, two, three))
    assert "same" in of(snapshot, "r1")
    assert "same" in of(snapshot, "r2")
    assert "same" not in of(snapshot, "r3")


def test_an_abbreviation_nobody_wrote_out_is_told() -> None:
    rec = Recommendation(uid="r1", number=1, text="MACE audits the MASH list.")
    known = Abbreviation(short="MASH", long="Multi-Agency Safeguarding Hub")
    assert of(Snapshot(recommendations=(rec,), abbreviations=(known,)), "r1").count("abbreviation") == 1


def test_a_measure_may_stand_in_another_part() -> None:
    rec = Recommendation(uid="r1", number=1, text="After every missing episode, the child is heard.")
    part = RecommendationPart(uid="p1", recommendation="r1", letter="a", text="The Partnership audits 20 episodes.")
    assert "measure" in of(Snapshot(recommendations=(rec,)), "r1")
    assert "measure" not in of(Snapshot(recommendations=(rec,), parts=(part,)), "r1")


def test_rows_name_the_recommendation_and_part() -> None:
    rec = Recommendation(uid="r1", number=4, text="The Trust audits ten files.")
    part = RecommendationPart(uid="p1", recommendation="r1", letter="b", text="Staff are reminded.")
    rows = lint_rows(Snapshot(recommendations=(rec,), parts=(part,)))
    told = [(row["recommendation"], row["part"], row["code"]) for row in rows]
    assert (4, "b", "weak") in told
    assert all(row["what"] for row in rows)
