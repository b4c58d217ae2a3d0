"""Bodies called by an ordinary word, places in small letters, and background that a form or a phrase gives away."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.misspelt import is_misspelt


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She was moved to the Heron Suite in the evening.", "Heron Suite"),
        ("The plan is agreed, Daybreak Homecare can begin.", "Daybreak Homecare"),
        ("Present: housing; Larch Family Hub.", "Larch Family Hub"),
        ("The report was sent to Merlin Community Partnership.", "Merlin Community Partnership"),
        ("He is known to Open Doorways drug service.", "Open Doorways"),
        ("SERVICE: Kingcup\nShe slept well.", "Kingcup"),
        ("He trains at Benno's gym twice a week.", "Benno's gym"),
        ("They pray at the Cutler Street mosque.", "Cutler Street mosque"),
        ("She has been to the Academy twice since then.", "Academy"),
        ("He was seen at the Childrens. No injury.", "Childrens"),
        ("He marches with the Girls' Brigade band on parade.", "Girls' Brigade band"),
        ("dont be late, come wood green at the weekend", "wood green"),
        ("poor sleep, worse at nursery (busy bees), says she is tired", "busy bees"),
        ("PGF = alive, ?Corby, not seen for long.", "Corby"),
        ("NATIONALITY KENYAN/UK", "KENYAN/UK"),
        ("My mum says we are travellers and he should know it.", "travellers"),
        ("After the stroke the English she had learned left her.", "English"),
        ("A girl of mixed White and Asian heritage.", "mixed White and Asian heritage"),
    ],
)
def test_what_a_reader_sees_named_is_found(text: str, named: str) -> None:
    assert named in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The doctor may not know what it means, and a midwife will not know either.",
        "The nurse will see her in six months.",
        "Took 200mls of tea and 250mg at lunch. Plan: F2F next.",
        "BP taken, ?sepsis, ?fracture. Urine NAD, SFH 30cm, MFFD, POC agreed.",
        "The home was rated Requires Improvement by the Full Governing Board.",
        "Nationality: not recorded\nReligion: unknown",
        "The family attends school (see below) and nursery (mornings only).",
        "She took 1/2 a tablet, weight down, review at 2 1/2 years.",
        "The form is at appendix C. The panel read it. See Appendix B.\nTwelve came.",
        "They cannot tell him, can I. The bus is O/S. Male staff only.",
        "PM – Small mark seen on one arm.",
        "please tell them becuse the childern were realey sad and it was diffrent befour",
        "We must learn that growth is uneven. The pine table is old.",
    ],
)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("word", ["becuse", "pleese", "diffrent", "childern"])
def test_a_slip_away_from_a_word(word: str) -> None:
    assert is_misspelt(word)


@pytest.mark.parametrize("word", ["jaydn", "kzanthe", "oyelaran", "wojtek", "tyrese-lee", "łukaszek"])
def test_no_slip_makes_these(word: str) -> None:
    assert not is_misspelt(word)
