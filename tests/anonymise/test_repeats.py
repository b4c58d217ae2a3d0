"""Two dates coarsened into one are said once; what a person chose other words for is exchanged everywhere."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.common.document import Document, Paragraph, Text
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Choice, SurfaceDecision


def printed(words: str, *decisions: SurfaceDecision) -> str:
    document = Document("briefing", Text(""), Text(""), Text(""), Text(""), (Paragraph(Text(words)),))
    rendering = render(
        document,
        Register(()),
        load_profile("public"),
        decisions,
        scope=(dt.date(2023, 9, 1), dt.date(2025, 10, 9)),
        abbreviations=frozenset(),
        date_reader=read_date,
    )
    (block,) = rendering.preview.blocks
    assert isinstance(block, Paragraph)
    return block.text.words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("He was away on 3 March 2024 and on 19 April 2024.", "He was away in spring 2024."),
        ("They were away from 23 July 2024 to 27 August 2024.", "They were away in summer 2024."),
        ("It ran between 4 May 2024 and 9 May 2024.", "It ran in spring 2024."),
        ("He was away on 3 March 2024 and on 19 July 2024.", "He was away in spring 2024 and in summer 2024."),
        ("On 3 May 2024 he left. On 7 May 2024 he came home.", "In spring 2024 he left. In spring 2024 he came home."),
        (
            "In the spring of 2024 he left twice, on 3 March and on 19 April. So it was.",
            "In the spring of 2024 he left twice. So it was.",
        ),
        ("In the spring of 2024 he left, in June. So it was.", "In the spring of 2024 he left, in summer. So it was."),
        ("This is about a boy who was 13 and liked art.", "This is about a boy who was aged 13 to 15 and liked art."),
    ],
)
def test_what_is_printed(written: str, said: str) -> None:
    assert printed(written) == said


def test_a_chosen_wording_goes_wherever_the_words_stand() -> None:
    decision = SurfaceDecision(surface="Snapchat", choice=Choice.GENERALISE, replacement="social media")
    assert printed("She wrote down a Snapchat name.", decision) == "She wrote down a social media name."


def test_but_not_where_it_is_an_ordinary_word() -> None:
    decision = SurfaceDecision(surface="Will", choice=Choice.REPLACE, replacement="a friend")
    assert printed("The panel will meet.", decision) == "The panel will meet."
