"""One line a wording, of those told in passing: in words, beside a name, in another language; and what is left."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect

FOUND = """
seen with Harry 9mo ?shaken | 9mo
Sibs: Adil 9, Sana 2½. | 2½
CHILD DAISY 8 ASLEEP IN BED. NOBODY ELSE WAS PRESENT. | DAISY
CHILD DAISY 8 ASLEEP IN BED. NOBODY ELSE WAS PRESENT. | 8
she has three under ten. | ten
he started school (then 4) and | 4
How old are they? Nine and twenty months | Nine and twenty months
Destiny is 14 and three quarters. | 14 and three quarters
he would have been three on Friday | three
At twelve their mother was in care | twelve
two kids 3 & 1, damp | 3 & 1
When seen he was 14;3 and shy | 14;3
Corey, five or six, wild | five or six
the little one aisha is only 2 | 2
went round to forty two heol y bryn today | forty two heol y bryn
She lives on Ffordd yr Ysgol. | Ffordd yr Ysgol
lives rear of 41 Silver St, so | rear of 41 Silver St
at 2nd Floor, Corn Exchange Buildings, say | 2nd Floor, Corn Exchange Buildings
The Old Forge, Pump Lane, Little Rissing | The Old Forge, Pump Lane, Little Rissing
on the eighth of August two thousand and nine. | eighth of August two thousand and nine
cutting since Ramadan last year | Ramadan last year
a neighbour called on Thursday night about it | Thursday night
on the morning of 30 August. | morning of 30 August
gone since half term. | half term
Can i pop in thurs to weigh him | thurs
moved away in march with her | march
attends Ysgol yr Eifl. | Ysgol yr Eifl
prays at Masjid Noor, he | Masjid Noor
of Family First Solicitors, say | Family First Solicitors
Referred to Stepping Stones Floating Support. | Stepping
under the Wonford team since | team
a letter to parish of St Malachy. | parish of St Malachy
school is st marks? | st marks
by Mr Waters. Miss Cross's mother, though | Miss Cross
It was Mercy, then ten, who rang | ten
i told granny jean that he came | granny jean
F/N C/7781 applies | C/7781
on Snapchat as bby.demi again | bby.demi
saw EWO GS yesterday | GS
K wouldn't eat. Took K to the doctor. | K
Khan, Z. seen on ward | Khan, Z.
Mum (Gem) denies contact | Gem
She said “Rose hit me”. | Rose
From Br. Idris, with thanks | Idris
She is a Polish dancer and puppeteer. | puppeteer
Her memoir, No Ceiling, came out. | No Ceiling
He won the Golden Bear Award for it | Golden Bear Award
the Supreme Court (Högsta domstolen) held | Supreme Court (Högsta domstolen
against the Republic of Turkey he | Republic of Turkey
heard by the Court of Cassation. | Court of Cassation
"""
LEFT = """
Don't close a child in a room; stay close and speak softly.
IF NO ANSWER RING HOME TWICE AND CONSIDER HOME VISIT.
Mae pob plentyn yn haeddu teimlo'n ddiogel. Gallwch ffonio unrhyw bryd.
Tá fáilte roimh chách. Níl aon táille ann.
Inshallah, said the father, and yalla, enough.
Nie musisz podawać nazwiska, to jest poufne.
He became a good listener and was a support to others.
She was due before magistrates.
Saturday school is open to all.
The social worker was a help, and is a manager too.
Vitamin D is given and Hepatitis B is not.
Note: see below.
Write: what happened. Write: what changed.
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_a_wording_is_found(line: str) -> None:
    text, wanted = line.rsplit(" | ", 1)
    start = text.index(wanted)
    marked = {k for span in detect(text) for k in range(span.start, span.end)}
    assert all(k in marked for k in range(start, start + len(wanted)) if text[k].isalnum()), detect(text)


@pytest.mark.parametrize("text", LEFT.strip().splitlines())
def test_an_ordinary_sentence_is_left(text: str) -> None:
    assert [text[span.start : span.end] for span in detect(text)] == []


def test_a_name_in_a_sentence_of_another_language_is_still_found() -> None:
    text = "Mae hi'n poeni am Gethin. Dylai rhywun ffonio Aled ap Dafydd yfory."
    assert {text[span.start : span.end] for span in detect(text)} >= {"Gethin", "Aled ap Dafydd"}


def test_a_surname_first_fills_its_cell() -> None:
    text = "Pupil\tForm\tNote\nPrice, Hope\t9K\tlate"
    assert "Price, Hope" in {text[span.start : span.end] for span in detect(text)}


def test_who_speaks_twice_in_a_chat_is_somebody() -> None:
    text = "Rach: who has the file\nTom: not me\nRach: somebody must\nTom: ask at the desk"
    assert {text[span.start : span.end] for span in detect(text)} >= {"Rach", "Tom"}


def test_time_taken_grows_with_the_text_and_no_faster() -> None:
    pieces = (
        "A A, ",
        "is a b c d and ",
        "St A, B Lane, ",
        ", an x, ",
        "(Xz (",
        "Q Award ",
        "Ab: ",
        "K was ",
        "film A of ",
    )
    for piece in pieces:
        assert isinstance(detect(piece * (20_000 // len(piece))), list)
