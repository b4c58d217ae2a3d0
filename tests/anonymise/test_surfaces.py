"""What a person is asked about can be decided: never empty, no single letter, nothing of the next sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.width import narrow
from desktop_app.common.document import Dates
from desktop_app.domain.output import Choice, SurfaceDecision

NOISY = (
    "Hánnah Oséi, Hannah-Osei, HANNAH, hannah osei, osei, Ms Osei's, H Osei, HO, Hannah O., H.O. and HannahOsei.",
    "’s ‘Draycott-’ (C.) — S's O'",
    "Hannah \u0301 O",
)
PIECES = st.one_of(
    st.sampled_from(
        [
            *(
                "Hannah",
                "Osei",
                "hannah-osei",
                "Ms Osei's",
                "H.O.",
                "HO",
                "Hannah O.",
                "HannahOsei",
                "C.",
                "S",
                "'s",
                "’",
            ),
            *(
                "Draycott-",
                "Dray-\ncott",
                "C a l l u m",
                "Jo. The",
                "and",
                ",",
                ".",
                "-",
                "\u0301",
                "\u200b",
                "aged 9",
                "(9)",
            ),
            *(
                "07700 900123",
                "０７７００ ９００１２３",
                "A823432101234",
                "3 May 2024",
                "Will",
                "Jane Smith",
                "@",
                "_",
                "é",
            ),
        ]
    ),
    st.text(max_size=6),
)


def settled(rendered, text: str) -> bool:
    """Are all questions answered after a few rounds of keeping what is asked about?"""
    decisions: list[SurfaceDecision] = []
    for _ in range(6):
        rendering = rendered(text, decisions=tuple(decisions), dates=Dates.GOVERNANCE)
        if not rendering.undecided:
            return rendering.anonymised is not None
        assert all(fold_surface(u.surface) for u in rendering.undecided)
        decisions += [SurfaceDecision(surface=u.surface, choice=Choice.KEEP) for u in rendering.undecided]
    return False


@pytest.mark.parametrize("text", NOISY)
def test_every_question_about_a_noisy_text_can_be_answered(rendered, text) -> None:
    assert settled(rendered, text)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from([" ", "\n", ", "]))
def test_no_question_is_without_an_answer(rendered, pieces, gap) -> None:
    assert settled(rendered, gap.join(pieces))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from([" ", "", ", "]))
def test_surfaces_are_tidy(rendered, pieces, gap) -> None:
    for waiting in rendered(gap.join(pieces)).undecided:
        assert not re.fullmatch(r"[A-Za-z]", fold_surface(waiting.surface))
        assert not waiting.surface.endswith("-")


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Seen by Jo. The plan is good.", ["Jo"]),
        ("Seen by C. The K29/4 was there.", ["K29/4"]),
        ("Draycott- came", ["Draycott"]),
        ("Seen by Zofia Wilczek. The plan is good.", ["Zofia Wilczek"]),
        ("He is S", []),
        ("Seen by C.D. The plan is good.", ["C.D."]),
    ],
)
def test_a_surface_ends_where_the_sentence_does(rendered, text, surfaces) -> None:
    assert [u.surface for u in rendered(text, dates=Dates.GOVERNANCE).undecided] == surfaces


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("０７７００ ９００１２３", "phone"),
        ("９４３ ４７６ ５９１９", "nhs-number"),
        ("ＱＱ１２３４５６Ｃ", "national-insurance"),
        ("ＴＳ９ ５ＡＢ", "postcode"),
        ("𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑", "phone"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "phone"),
    ],
)
def test_wide_and_other_digits_are_digits(text, kind) -> None:
    whole = f"It gives {text} for him."
    (span,) = [s for s in detect(whole) if s.start < whole.index(text) + len(text) and s.end > whole.index(text)]
    assert whole[span.start : span.end] == text
    assert span.tier == 1
    assert kind in (span.kind, "national-insurance")


@given(st.text())
def test_narrowing_keeps_every_place(text) -> None:
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)
