"""The ledger's anchor at the foot of an output: no run of figures or letters in it may stop one.

It is chance: once in many it reads as a telephone number, a card, an NHS number, a day or a child called Ada. The
same sum makes the identifiers inside the file.
"""

from __future__ import annotations

import random

import pytest

from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Dates, Document, Paragraph, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import RegisterEntry
from desktop_app.services.output_bytes import footer_note, make_and_read_back

NAMES = ("Ada", "Bea", "Dee", "Abe", "Ed", "Fae", "Cade", "Deb", "Abed", "Facade")  # that sixteen letters can spell
REGISTER = Register([RegisterEntry(f"p{n}", "person", f"{name} Umfrey", (name,)) for n, name in enumerate(NAMES)])
HOSTILE = (
    *("077009001230", "447700900123", "441632960123", "016329601234", "012345678901", "07700900123a"),  # telephones
    *("943476591912", "9434765919ab", "ab9434765919", "000943476591"),  # an NHS number
    *("411111111111", "102030123456", "fa1234567890", "ab123456c123", "bd1ab1cd2efa"),  # cards, accounts, codes
    *("20251009abcd", "140320120000", "14032012abcd", "dec142012abc", "0000feb14201", "131313131313"),  # days
    *("ada123456789", "123ada456789", "123456789bea", "000000000dee", "facadefacade", "deb000000ed1"),  # children
    *("000000000000", "999999999999", "1e1000000000", "0e0e0e0e0e0e", "decade000000"),
)
PLACES = (1, 13, 1947, 2012, 77009001, 9434765919)  # in the ledger: how many entries it has


def _document() -> AnonymisedDocument:
    title, said = Text("What was learned", Dates.FIXED), Text("It was seen and written down.")
    table = Table((Text("No", Dates.FIXED), Text("What", Dates.FIXED)), ((Cell((Text("1"),)), Cell((said,))),), (1, 4))
    document = Document("briefing", title, title, title, title, (Paragraph(said), table))
    made = render(
        document,
        REGISTER,
        load_profile("public"),
        (),
        scope=(None, None),
        abbreviations=frozenset(),
        date_reader=read_date,
    )
    assert made.anonymised is not None, made.undecided
    return made.anonymised


@pytest.mark.parametrize("made_as", ["pdf", "docx", "xlsx"])
def test_no_anchor_stops_an_output(made_as: str) -> None:
    document, chance = _document(), random.Random(made_as)
    drawn = ["".join(chance.choice(letters) for _ in range(12)) for letters in ("0123456789", "0123456789abcdef") * 6]
    for number, sum_ in enumerate((*HOSTILE, *drawn)):
        note = footer_note(number % 15, (PLACES[number % len(PLACES)], sum_))
        made = make_and_read_back(document, made_as, REGISTER, load_profile("public"), note, NoProgress())
        assert made.leaks == (), note
