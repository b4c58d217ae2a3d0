"""The invented Rowan case as a register, a small date reader, and a document to render."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import Rendering
from desktop_app.common.document import Dates, Document, Heading, Paragraph, Text
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import RegisterEntry

ROWAN = (
    RegisterEntry(
        "p-callum", "person", "Callum Draycott", ("Cal", "Calum"), "Rowan", "", "subject child", "2012-03-14"
    ),
    RegisterEntry("p-jodie", "person", "Jodie Draycott", (), "Mother", "", "mother"),
    RegisterEntry("p-lee", "person", "Lee Marsh", (), "Stepfather", "", "stepfather"),
    RegisterEntry("p-poppy", "person", "Poppy Draycott", (), "Sibling 1", "", "sister"),
    RegisterEntry("w-osei", "practitioner", "Hannah Osei", (), "Social Worker 1", "a social worker", "social worker"),
    RegisterEntry("w-gp", "practitioner", "Dr Priya Nandakumar", (), "GP 1", "a GP", "GP"),
    RegisterEntry("s-thornby", "school", "Thornby Academy", (), "the secondary school", "", ""),
    RegisterEntry("t-thornby", "place", "Thornby", (), "a town in Eastmarch", "", ""),
    RegisterEntry("b-escp", "body", "Eastmarch Safeguarding Children Partnership", ("ESCP",), "", "", ""),
    RegisterEntry("b-eastmarch", "place", "Eastmarch", (), "", "", ""),
)
FIXED = ("Learning Review: briefing paper", "Briefing paper – May 2026", "Draft – not for circulation", "Background")


@pytest.fixture(scope="session")
def rowan() -> tuple[RegisterEntry, ...]:
    return ROWAN


@pytest.fixture(scope="session")
def register() -> Register:
    return Register(ROWAN)


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """A briefing with one section; each argument is a paragraph whose dates are of the kind given."""

    def make(*paragraphs: str, dates: Dates = Dates.CASE) -> Document:
        fixed = [Text(words, Dates.FIXED) for words in FIXED]
        header = Text("Eastmarch Safeguarding Children Partnership", Dates.FIXED)
        blocks = (Heading(fixed[3]), *(Paragraph(Text(words, dates)) for words in paragraphs))
        return Document("briefing", fixed[0], fixed[1], header, fixed[2], blocks)

    return make


@pytest.fixture(scope="session")
def rendered(register: Register, make_document: Callable[..., Document]) -> Callable[..., Rendering]:
    """Render paragraphs under a profile."""

    def run(
        *paragraphs: str,
        decisions: tuple = (),
        profile: str = "public",
        dates: Dates = Dates.CASE,
        scope: tuple = (None, None),
        abbreviations: frozenset[str] = frozenset(),
        register: Register = register,
    ) -> Rendering:
        return render(
            make_document(*paragraphs, dates=dates),
            register,
            load_profile(profile),
            decisions,
            scope=scope,
            abbreviations=abbreviations,
            date_reader=read_date,
        )

    return run


@pytest.fixture(scope="session")
def body_words() -> Callable[[Rendering], list[str]]:
    """The paragraphs of the preview that `rendered` was given."""

    def words(rendering: Rendering) -> list[str]:
        return [b.text.words for b in rendering.preview.blocks if isinstance(b, Paragraph)]

    return words
