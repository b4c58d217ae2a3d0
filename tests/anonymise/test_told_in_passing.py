"""What insiders say in passing: a house by its number, a person by a letter, an age half said, a name in a form."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Call from the woman at 17 who heard shouting through the wall.", "17"),
        ("Resident of number 9 says the bins are never out.", "number 9"),
        ("She lives at 4b with her nan.", "4b"),
        ("Went round to no 12, no reply, dog barking.", "no 12"),
        ("No. 6 rang the council twice.", "No. 6"),
        ("Moved to room 14 on the ground floor last night.", "room 14"),
        ("Mum is staying at the hostel, room 22.", "room 22"),
        ("Address: 18 Larch Avenue, Thornby", "18 Larch Avenue, Thornby"),
        ("Lives at: Fernbank, Mill Hill Lane", "Fernbank, Mill Hill Lane"),
        ("ADDRESS OF INCIDENT: REAR OF 41 DOCK STREET", "REAR OF 41 DOCK STREET"),
        ("two call-outs to the address, 4 Otter Top, in May", "4 Otter Top"),
        ("neighbours on talbot walk say its been going on for months", "talbot walk"),
    ],
)
def test_a_home_by_less_than_its_address(text: str, home: str) -> None:
    assert home in found(text)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("An infant of nine weeks was brought to the department.", "nine weeks"),
        ("gave no name, maybe 17 or 18, left by the back", "17 or 18"),
        ("Her lad was there, prob 15.", "15"),
        ("She's 11 in two weeks and wants a party.", "11 in two weeks"),
        ("He was 6 going on 7 when it began.", "6 going on 7"),
        ("Siblings (6 and 8) share a bed.", "6 and 8"),
        ("Begum, S | 34, pregnant | HV", "34"),
        ("She's just gone 14, she says.", "14"),
        ("Now 17, he lives alone.", "17"),
        ("Between 12 and 14 she was missing a lot.", "12 and 14"),
        ("Kids 3, 5 + 8 all present.", "3, 5 + 8"),
        ("She gave birth at 15.", "15"),
        ("He'll be 16 this summer.", "16 this summer"),
        ("pt on the floor, 84/F, GCS 15", "84/F"),
        ("Child 3Y asleep in cot", "3Y"),
    ],
)
def test_an_age_half_said(text: str, age: str) -> None:
    assert age in found(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The older child, J, told her teacher.", ["J"]),
        ("Children: K, L and M. K is at home with dad.", ["K", "L", "M", "K"]),
        ("Re T (a child): the order was made.", ["T"]),
        ("Attendance: K 88%, PL 91%.", ["K", "PL"]),
        ("Call from J (mum). P's teacher told S that it was fine.", ["J", "P", "S"]),
    ],
)
def test_people_by_letters(text: str, letters: list[str]) -> None:
    assert [word.rstrip(".") for word in found(text)] == letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PC 1123 A. HUSSAIN attended.", "A. HUSSAIN"),
        ("It was late. Mark, the caretaker, let them in.", "Mark"),
        ("go round to our sharons and tell our kev", "kev"),
        ("Bed 7 Grange, Molly 6mo croup.", "Grange, Molly"),
        ("Dylai rhywun ffonio Gethin ap Rhodri yfory.", "Gethin ap Rhodri"),
        ('from "Shaz work" 3 Sept 23:18: u there', "Shaz work"),
        ("Support worker Priya (Turning the Tide) rang.", "Turning the Tide"),
        ("seeing ivy moss date of birth third of the ninth eighty two she is known", "ivy moss"),
        ("seeing ivy moss date of birth third of the ninth eighty two she is known", "third of the ninth eighty two"),
        ("her ex basil was released", "basil"),
        ("School / college ....... Hill Tertiary\nLives with ....... mother", "Hill Tertiary"),
        ("Nursery: The Old Bakehouse\nGP: Bridge Practice", "The Old Bakehouse"),
        ("OFFICER: R MCALLISTER", "R MCALLISTER"),
        ("CHILD 1: TALLULAH MARSH (subject)", "TALLULAH MARSH"),
        ("Discussed the Fletcher children at panel.", "Fletcher"),
        ("She is scared of Bruiser's lot.", "Bruiser's"),
        ("RANG HER WORKER AT THE HARBOUR PROJECT.", "HARBOUR PROJECT"),
        ("Messages came from an account (jazzy.b_04).", "jazzy.b_04"),
        ("Tel 01632 960881 ext. 214", "01632 960881 ext. 214"),
        ("Crime ref 21*0034561 given to mum.", "21*0034561"),
        ("He got in gone midnight again.", "midnight"),
        ("lives in hull with her mum", "hull"),
        ("Lives in Leek", "Leek"),
        ("He drinks in the Red Lion most nights.", "Red Lion"),
        ("he drinks in the red lion most nights", "red lion"),
        ("Excluded from The Grove last term.", "Grove"),
        ("she was admitted to ward 6b overnight", "ward 6b"),
        ("his cousin is in hmp altcourse", "hmp altcourse"),
        ("they worship at al-noor mosque", "al-noor mosque"),
        ("It was 10 past 4 when she came.", "10 past 4"),
        ("In Aug she moved.", "Aug"),
        ("It was reported in Q3 2021.", "Q3 2021"),
        ("Marsh denied it at the station.", "Marsh"),
        ("I am in the office until 3.", "3"),
    ],
)
def test_a_name_as_forms_and_logs_write_it(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "She lives at home with three other residents and 2 cats.",
        "There were 12 people at 3 meetings in 2 weeks.",
        "Recommendation number 4 was accepted, see page number 12.",
        "The man in 3 years had six addresses.",
        "Children in room 2 sing before lunch.",
        "Property: nil of note. Premises: licensed.",
        "Address: not known. E-mail address: as above.",
        "He went for a long walk. They drive on the way to the park.",
        "THE FAMILY WERE SEEN AT THE CHILDREN'S CENTRE.",
        "The service said the children (under five) and their parents, as a group, agreed.",
        "Today, the family, as planned, came. Bed 4 is clean and ready.",
        "School: No Concerns\nGP: Not Registered\nWard: General Medical",
        "Told from the start, she came second of the third group.",
        "He sat in the sun by the swan, the bell rang and the fox ran to the den.",
        "The care home and the project are in the same ward. The General Medical Council was told.",
        "She was moved to tears, lives in hope and in fear, and moved to secondary school from nursery.",
        "HIM: hello\nHER: hello\nHIM: no\nHER: yes",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "name", ["alan", "amelia", "carl", "colin", "emma", "isabella", "jake", "james", "john", "luke"]
)
def test_a_common_name_that_a_large_dictionary_holds_is_a_name_in_small_letters(name: str) -> None:
    for text in (f"spoke to {name} about the visit", f"saw mum and {name} at home", f"{name} rang the duty line"):
        assert name in found(text), text
