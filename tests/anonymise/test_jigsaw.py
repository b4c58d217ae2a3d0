"""Indirect facts put together over all outputs of a review, on combinations planted by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.anonymise.jigsaw.facts import Fact, facts_in
from desktop_app.anonymise.jigsaw.finer import undone
from desktop_app.anonymise.jigsaw.kinds import kinds, signs
from desktop_app.anonymise.jigsaw.people import Cast, Printed, sentence_spans
from desktop_app.anonymise.jigsaw.union import Placed, put_together
from desktop_app.domain.dates import read_date

DATA = Path(__file__).with_name("data")
PRINTED = {
    "rowan": "Rowan",
    "sibling": "Sibling 1",
    "mother": "Mother",
    "father": "Father",
    "step": "Stepfather",
    "a": "Ms A",
    "worker": "Social Worker 1",
}


@pytest.fixture
def cast() -> Cast:
    return Cast((Printed(uid, (label,)) for uid, label in PRINTED.items()), "rowan")


def scenarios(name: str = "jigsaw") -> list[tuple[str, tuple[str, ...]]]:
    lines = [line.strip() for line in (DATA / f"{name}.txt").read_text("utf-8").splitlines()]
    split = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return [(verdict, tuple(texts.split(" || "))) for verdict, _, texts in split]


def placed(cast: Cast, *texts: str) -> list[Placed]:
    found = []
    for number, text in enumerate(texts):
        about = cast.subject if text.startswith("@") else ""
        found += [Placed(f, f"output {number}") for f in facts_in(text.lstrip("@ "), cast, ["Eastmarch"], about=about)]
    return found


def kinds_of(cast: Cast, person: str, *texts: str) -> list[str]:
    return [p.fact.kind for p in placed(cast, *texts) if p.fact.person == person and not p.fact.coarse]


def test_planted_combinations_are_seen_and_controls_are_left_alone(cast: Cast) -> None:
    """At least 57 of 60, half of them only across outputs; at most 3 of 30."""
    seen = [(want, any(j.too_much for j in put_together(placed(cast, *texts)))) for want, texts in scenarios()]
    risky = [warned for want, warned in seen if want == "risky"]
    controls = [warned for want, warned in seen if want == "control"]
    assert (len(risky), len(controls)) == (60, 30)
    assert sum(len(texts) > 1 for want, texts in scenarios() if want == "risky") >= 26
    assert sum(risky) >= 57
    assert sum(controls) <= 3


def test_combinations_in_other_words(cast: Cast) -> None:
    """Twenty and ten, 17 and none of which warned when they were first looked at."""
    told = [(w, any(j.too_much for j in put_together(placed(cast, *texts)))) for w, texts in scenarios("jigsaw_afresh")]
    assert sum(len(texts) > 1 for want, texts in scenarios("jigsaw_afresh") if want == "risky") >= 10
    assert [warned for want, warned in told if want == "risky"].count(True) >= 19
    assert [warned for want, warned in told if want == "control"].count(True) <= 1


def test_a_pronoun_is_sooner_somebody_of_the_family_than_who_works_with_them() -> None:
    """A nurse who saw a child is not the thirteen-year-old of the next sentence."""
    told = "GP 1 saw Rowan alone. She is 13 and the only pupil with epilepsy."
    both = Cast((Printed("rowan", ("Rowan",)), Printed("gp", ("GP 1",), at_work=True)), "rowan")
    assert {p.fact.person for p in placed(both, told)} == {"rowan"}
    assert {p.fact.person for p in placed(both, "GP 1 wrote twice. She is Welsh.")} == {"gp"}


def test_a_pronoun_of_the_other_sex_is_somebody_elses(cast: Cast) -> None:
    (jigsaw,) = put_together(placed(cast, "Rowan said that he was well. He slept.", "Rowan was heard. She wept."))
    assert {placed.fact.value for piece in jigsaw.pieces for placed in piece.said} == {"he", "He"}


def test_what_is_said_of_a_parent_is_a_fact_about_both(cast: Cast) -> None:
    facts = placed(cast, "Rowan's father was a vicar.")
    assert {(p.fact.person, p.fact.kind, p.fact.rare) for p in facts} == {
        ("rowan", "occupation", True),
        ("father", "occupation", True),
    }


def test_one_fact_in_many_words_counts_once(cast: Cast) -> None:
    (jigsaw,) = put_together(placed(cast, "Rowan lived in Thornby.", "Rowan's home was in Thornby."))
    assert [piece.kind for piece in jigsaw.pieces] == ["place"]
    assert jigsaw.places == ("output 0", "output 1")
    assert not jigsaw.too_much


def test_two_are_enough_when_one_is_rare(cast: Cast) -> None:
    assert put_together(placed(cast, "Rowan is a triplet. Rowan was 14."))[0].too_much
    assert not put_together(placed(cast, "Rowan was in foster care. Rowan was 14."))[0].too_much


def test_a_pronoun_adds_nothing_to_one_rare_fact(cast: Cast) -> None:
    assert not put_together(placed(cast, "Rowan is deaf. He told us so."))[0].too_much
    assert put_together(placed(cast, "Rowan is a deaf boy."))[0].too_much
    assert put_together(placed(cast, "Rowan lived in Thornby. He was 14."))[0].too_much


def test_a_coarse_fact_does_not_count(cast: Cast) -> None:
    assert kinds_of(cast, "rowan", "Rowan was hurt in autumn 2025.") == []
    assert kinds_of(cast, "rowan", "Rowan was hurt in October 2025.") == ["date"]
    assert kinds_of(cast, "rowan", "Rowan was aged 13 to 15.") == []


def test_the_place_on_the_cover_says_nothing_new(cast: Cast) -> None:
    assert kinds_of(cast, "rowan", "Rowan lived in Eastmarch.") == []
    assert kinds_of(cast, "rowan", "Rowan lived in Eastmoor.") == ["place"]


def test_services_and_populations_are_nobody(cast: Cast) -> None:
    assert placed(cast, "The service in Wexcombe was inspected in June 2025.") == []
    assert placed(cast, "Boys of 15 are most at risk nationally.") == []


@pytest.mark.parametrize(
    ("coarse", "fine", "found"),
    [
        ("Rowan was hurt in autumn 2025.", "Rowan was hurt in October 2025.", True),
        ("Rowan was hurt in 2025.", "Rowan was hurt on 9 October 2025.", True),
        ("Rowan was hurt in spring 2025.", "Rowan was hurt in October 2025.", False),
        ("Rowan was aged 13 to 15.", "Rowan was 14.", True),
        ("Rowan was aged 13 to 15.", "Mother was 14.", False),
        ("Rowan was aged 13 to 15.", "Rowan was 16.", False),
    ],
)
def test_an_output_finer_than_its_sibling_is_told(cast: Cast, coarse: str, fine: str, found: bool) -> None:
    both = placed(cast, coarse, fine)
    told = list(undone(both, read_date))
    assert bool(told) is found
    assert all(t.finer.place == "output 1" and t.coarser.place == "output 0" for t in told)
    assert list(undone(placed(cast, coarse + " " + fine), read_date)) == []


def test_sentences_cover_the_text() -> None:
    text = "Dr. A saw Rowan. He was well!  “Who?” she asked.\nThen e.g. nothing"
    spans = list(sentence_spans(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in pairwise(spans))
    assert len(spans) == 4


def test_every_sign_belongs_to_a_kind_that_can_be_coarsened() -> None:
    assert {sign.kind for sign in signs()} <= set(kinds())
    assert all(kind.coarser and kind.source for kind in kinds().values())


def test_a_fact_knows_where_it_stands(cast: Cast) -> None:
    text = "The panel met. Rowan was deaf and lived in Thornby."
    facts: list[Fact] = list(facts_in(text, cast))
    assert {text[f.start : f.end] for f in facts} == {"deaf", "Thornby"}
