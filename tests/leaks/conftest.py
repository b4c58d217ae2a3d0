"""A review's register, a clean file of each format as an export would make it, and what the gate says of a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import RegisterEntry
from desktop_app.exporters import OWN_WORDS
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build

ROWAN = (
    RegisterEntry("p1", "person", "Callum Draycott", ("Cal", "Calum"), "Rowan", "", "subject child", "2012-03-14"),
    RegisterEntry("p2", "person", "Jodie Draycott", (), "Mother", "", "mother"),
    RegisterEntry("p3", "person", "Lee Marsh", (), "Stepfather", "", "stepfather"),
    RegisterEntry("w1", "practitioner", "Hannah Osei", (), "Social Worker 1", "a social worker", "social worker"),
    RegisterEntry("w2", "practitioner", "Dr Priya Nandakumar", (), "GP 1", "a GP", "GP"),
    RegisterEntry("s1", "school", "Thornby Academy", (), "the secondary school", "", ""),
    RegisterEntry("t1", "place", "Thornby", (), "a town in Eastmarch", "", ""),
    RegisterEntry("t2", "place", "Eastmarch", (), "", "", ""),
)
STORY = (
    "Callum lived in Thornby with Jodie Draycott and Lee Marsh. Hannah Osei saw him at Thornby Academy.",
    "On 9 October 2025 he was missing. Dr Nandakumar rang three weeks later. He was 13.",
)
LEAKS = (
    *("Callum Draycott", "CALLUM DRAYCOTT", "callum draycott", "Callum", "Calum", "Callam", "Cal", "Draycott"),
    *("the Draycotts", "Draycott’s", "C. Draycott", "C Draycott", "Draycott, C", "Draycott, Callum", "C.D.", "Cal D."),
    *("CallumDraycott", "callum_draycott", "callum-draycott", "callum.draycott@example.org", "#JusticeForCallum"),
    *(
        "@callumdraycott",
        "https://example.org/callum-draycott",
        "CDraycott_notes.docx",
        "C a l l u m",
        "D r a y c o t t",
    ),
    *(
        "D-r-a-y-c-o-t-t",
        "Dray cott",
        "Dray\u00adcott",
        "Dray\u200bcott",
        "Drаycott",
        "Ｃａｌｌｕｍ",
        "Callúm",
        "Draycot",
    ),
    *("Jodie", "Ms Draycott", "Jodie D.", "Lee Marsh", "Mr Marsh", "L. Marsh", "Hannah Osei", "hannah osei", "H. Osei"),
    *("Osei, Hannah", "Dr Priya Nandakumar", "Dr Nandakumar", "Nandakumar", "Dr P Nandakumar", "Thornby", "THORNBY"),
    *("Thornby Academy", "14/03/2012", "9 October 2025", "aged 13", "943 476 5919", "QQ123456C", "TS9 5AB"),
    *("07700 900123", "BU32 MPW", "h.osei@example.org", "12 Pengelly Close", "Bridget Oakhanger", "Kirkcaldy"),
)


@pytest.fixture(scope="session")
def register() -> Register:
    return Register(ROWAN)


@pytest.fixture(scope="session")
def anonymised(register: Register) -> AnonymisedDocument:
    fixed = [Text(words, Dates.FIXED) for words in ("Learning review: Rowan", "Briefing paper", "Draft")]
    table = Table(
        (Text("No", Dates.FIXED), Text("Event", Dates.FIXED)), ((Cell((Text("1"),)), Cell((Text(STORY[1]),))),), (1, 4)
    )
    blocks = (Heading(Text("Background", Dates.FIXED)), *(Paragraph(Text(words)) for words in STORY), table)
    document = Document("briefing", fixed[0], fixed[1], fixed[2], fixed[2], blocks)
    rendering = render(
        document,
        register,
        load_profile("public"),
        (),
        scope=(None, None),
        abbreviations=frozenset(),
        date_reader=read_date,
    )
    assert rendering.anonymised is not None, rendering.undecided
    return rendering.anonymised


@pytest.fixture(scope="session")
def clean(anonymised: AnonymisedDocument) -> dict[str, bytes]:
    return {name: build(anonymised, name) for name in ("docx", "xlsx", "pdf")}


@pytest.fixture(scope="session")
def stopped(register: Register, anonymised: AnonymisedDocument) -> Callable[..., list[str]]:
    """What the gate names in a finished file, with where; [] when it may leave. With `leak`, only what is of it."""
    allowed = anonymised.allowed | {fold_surface(word) for word in OWN_WORDS}

    def check(data: bytes, name: str, leak: str = "") -> list[str]:
        seen = read_bytes(data, name)
        found = check_parts(seen.everything, register, allowed, load_profile("public"), anonymised.document)
        ours = _bare(leak)
        return [f"{u.surface} in {u.where}" for u in found if _bare(u.surface) in ours or ours in _bare(u.surface)]

    return check


def _bare(words: str) -> str:
    """Letters and digits alone, so that what the gate calls a leak can be told from what else it finds."""
    return "".join(c for c in unicodedata.normalize("NFKD", words).casefold() if c.isalnum())


@pytest.fixture(scope="session")
def leaks() -> tuple[str, ...]:
    return LEAKS
