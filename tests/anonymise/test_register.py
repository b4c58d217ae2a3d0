"""The register's matcher against the ways names are written, and the words that only look like names."""

from __future__ import annotations

import re

import pytest

from desktop_app.anonymise.register import Match, Register
from desktop_app.domain.people import RegisterEntry

HARD = Register(
    (
        RegisterEntry("p1", "person", "Jonathan Smith", ("Jonny", "Jay"), "Young Person 1"),
        RegisterEntry("p2", "person", "Anna Kowalska-Nowak", (), "Young Person 2"),
        RegisterEntry("p3", "person", "Siobhán O’Connor", (), "Parent 1"),
        RegisterEntry("p4", "person", "Will May", (), "Young Person 3"),
        RegisterEntry("p5", "person", "Grace Rose Hope", (), "Adult 1"),
        RegisterEntry("p6", "person", "Zoë van der Berg", (), "Adult 2"),
        RegisterEntry("p7", "person", "İpek Yıldırım", (), "Adult 3"),
        RegisterEntry("p8", "person", "Mohammed Al-Rashid", (), "Adult 4"),
        RegisterEntry("p9", "person", "Catherine Worthington", (), "Adult 5"),
        RegisterEntry("p10", "person", "Amber White", (), "Adult 6"),
        RegisterEntry("s1", "school", "St Anna's Catholic Primary School", (), "School A"),
        RegisterEntry("s2", "school", "Worthington Academy", (), "School B"),
        RegisterEntry("t1", "place", "Ashby-de-la-Zouch", (), "Town A"),
    )
)
# (text, strings that must be covered)
COVERED = [
    ("Jonathan Smith’s plan", "Jonathan|Smith"),
    ("the Smiths moved", "Smiths"),
    ("the Smiths' house", "Smiths"),
    ("SMITH, Jonathan", "SMITH|Jonathan"),
    ("J. Smith and J Smith and Smith J", "J. Smith|J Smith|Smith J"),
    ("Jonny and Jay and Jon", "Jonny|Jay|Jon"),
    ("J.S. was seen; JS was seen; J S", "J.S|JS|J S"),
    ("Jonathon was late", "Jonathon"),
    ("Johnathan was late", "Johnathan"),
    ("Jonathan  \n Smith", "Jonathan|Smith"),
    ("Jona-\nthan left", "Jona-\nthan"),
    ("Jona\u00adthan left", "Jona\u00adthan"),
    ("Jona\u200bthan left", "Jona\u200bthan"),
    ("Jоnаthаn left", "Jоnаthаn"),
    ("JONATHAN left", "JONATHAN"),
    ("jonathan left", "jonathan"),
    ("Ｊｏｎａｔｈａｎ left", "Ｊｏｎａｔｈａｎ"),
    ("Anna was there", "Anna"),
    ("Kowalska and Nowak", "Kowalska|Nowak"),
    ("Anna Kowalska Nowak", "Anna|Kowalska|Nowak"),
    ("Siobhan O'Connor", "Siobhan|O'Connor"),
    ("Siobha\u0301n OConnor", "Siobha\u0301n|OConnor"),
    ("Mrs O’Connor’s", "O’Connor"),
    ("Siobhán O`Connor", "O`Connor"),
    ("Shivaun O’Conner", "O’Conner"),
    ("Will May was here", "Will May"),
    ("I saw Will today", "Will"),
    ("Will said no", "Will"),
    ("I spoke to Grace", "Grace"),
    ("they spoke to grace about it", "grace"),
    ("Zoe van der Berg", "Zoe|van der Berg"),
    ("Ms van der Berg", "van der Berg"),
    ("Zoë’s", "Zoë"),
    ("Z.v. was seen", "Z.v."),
    ("Ipek Yildirim", "Ipek|Yildirim"),
    ("ipek yıldırım", "ipek|yıldırım"),
    ("İPEK YILDIRIM", "İPEK|YILDIRIM"),
    ("Mohamed Al Rashid", "Rashid|Mohamed"),
    ("Muhammad", "Muhammad"),
    ("Mohammed Alrashid", "Alrashid"),
    ("jonathan.smith@gmail.com", "jonathan|smith"),
    ("JonathanSmith_visit1.docx", "Jonathan|Smith"),
    ("#JusticeForJonathan", "Jonathan"),
    ("jonathansmith2009", "jonathan|smith"),
    ("St Anna's", "Anna's"),
    ("St. Anna’s Catholic Primary School", "Anna’s"),
    ("Saint Anna's Catholic Primary School", "Anna's"),
    ("SACPS", "SACPS"),
    ("Worthington Academy", "Worthington Academy"),
    ("Ms Worthington of Worthington Academy", "Worthington|Worthington Academy"),
    ("Kate and Cathy", "Kate|Cathy"),
    ("Ashby de la Zouch", "Ashby"),
    ("Ashby\u2011de\u2011la\u2011Zouch", "Ashby\u2011de\u2011la\u2011Zouch"),
    ("Jonathan’s mum", "Jonathan"),
    ("Jonathans phone", "Jonathans"),
    ("Jonathan\u00a0Smith", "Jonathan|Smith"),
    ("(Jonathan)", "Jonathan"),
    ("Jonathan/Grace", "Jonathan|Grace"),
    ("JSmith rang", "JSmith"),
    ("Ms A. White", "A. White"),
]
UNTOUCHED = [
    ("Annabel was there", "Annabel"),
    ("He will go in May 2020", "will"),
    ("He will go in May 2020", "May"),
    ("Will the panel agree?", "Will"),
    ("he may go", "may"),
    ("we hope the mark is fine", "hope"),
    ("a period of grace", "grace"),
    ("rose to leave", "rose"),
    ("Smithfield market", "Smithfield"),
    ("blacksmith", "blacksmith"),
    ("Annapurna", "Annapurna"),
    ("a white van", "a white"),
    ("A White Paper was published", "A White"),
    ("Hope was expressed that it would end", "Hope"),
    ("May I come in?", "May I"),
    ("rated amber by the panel", "amber"),
    ("the meeting on 3 May", "May"),
]


def covers(spans: list[tuple[int, int]], text: str, wanted: str) -> bool:
    marked = {i for start, end in spans for i in range(start, end)}
    at = text.index(wanted)
    return all(i in marked for i in range(at, at + len(wanted)) if text[i].isalnum())


@pytest.mark.parametrize(("text", "wanted"), COVERED)
def test_names_are_found_however_they_are_written(text: str, wanted: str) -> None:
    spans = [(m.start, m.end) for m in HARD.find(text)]
    for part in wanted.split("|"):
        assert covers(spans, text, part), part


@pytest.mark.parametrize(("text", "word"), UNTOUCHED)
def test_ordinary_words_are_never_replaced_without_asking(text: str, word: str) -> None:
    at = text.index(word)
    assert not [m for m in HARD.find(text) if m.auto and m.start < at + len(word) and at < m.end]


def only(found: list[Match]) -> Match:
    assert len(found) == 1, found
    return found[0]


def test_a_surname_in_a_street_is_asked_about_as_the_street(register: Register) -> None:
    text = "A cold house on Marsh Lane."
    match = only(register.find(text))
    assert (text[match.start : match.end], match.auto, match.uid) == ("Marsh Lane", False, "p-lee")


def test_a_flower_is_asked_about_with_its_noun(register: Register) -> None:
    text = "a poppy wreath at the door"
    match = only(register.find(text))
    assert (text[match.start : match.end], match.auto) == ("poppy wreath", False)


def test_the_longest_registered_name_wins(register: Register) -> None:
    text = "at Thornby Academy in Thornby"
    assert [(text[m.start : m.end], m.uid) for m in register.find(text)] == [
        ("Thornby Academy", "s-thornby"),
        ("Thornby", "t-thornby"),
    ]


@pytest.mark.parametrize(
    ("text", "uid"), [("Ms Draycott rang.", "p-jodie"), ("Mrs Draycott rang.", "p-jodie"), ("Mr Marsh left.", "p-lee")]
)
def test_a_title_tells_which_of_a_family_is_meant(register: Register, text: str, uid: str) -> None:
    match = only(register.find(text))
    assert (match.uid, match.auto, match.start) == (uid, True, 0)


def test_a_title_that_suits_nobody_is_asked_about(register: Register) -> None:
    assert not only(register.find("Mrs Marsh rang.")).auto


def test_a_shared_surname_is_asked_about_with_every_owner(register: Register) -> None:
    match = only(register.find("They saw Draycott there."))
    assert not match.auto
    assert set(match.owners) == {"p-callum", "p-jodie", "p-poppy"}


@pytest.mark.parametrize("text", ["the Draycotts' house", "the Draycotts moved", "the Draycott family moved"])
def test_a_family_is_a_family(register: Register, text: str) -> None:
    match = only(register.find(text))
    assert match.auto
    assert match.family


@pytest.mark.parametrize("text", ["John Marsh visited.", "Callum Wright was his friend."])
def test_a_namesake_is_asked_about(register: Register, text: str) -> None:
    match = only(register.find(text))
    assert not match.auto
    assert " " in text[match.start : match.end]


def test_two_people_of_one_name_are_both_owners() -> None:
    twins = Register(
        (
            RegisterEntry("a", "person", "Sam Okoro", (), "Child 1"),
            RegisterEntry("b", "person", "Sam Okoro", (), "Child 2"),
        )
    )
    match = only(twins.find("Then Sam Okoro left."))
    assert (match.auto, set(match.owners)) == (False, {"a", "b"})


def test_bodies_named_as_they_are_are_matched_and_sure(register: Register) -> None:
    match = only(register.find("the Eastmarch Safeguarding Children Partnership met"))
    assert register.is_named(match.uid)


def test_an_empty_register_finds_nothing() -> None:
    assert Register(()).find("Callum Draycott") == []


def test_offsets_are_those_of_the_text(register: Register) -> None:
    text = "İİ\u200b “Callum” – ﬁne"
    match = only(register.find(text))
    assert text[match.start : match.end] == "Callum"


def test_the_same_text_gives_the_same_matches(register: Register) -> None:
    text = "Cal, Ms Draycott and Lee Marsh met Hannah Osei at Thornby Academy. " * 3
    assert register.find(text) == register.find(text)
    assert len(re.findall("Cal", text)) == sum(m.uid == "p-callum" for m in register.find(text))
