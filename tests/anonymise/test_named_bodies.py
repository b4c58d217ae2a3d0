"""Bodies named in ordinary words, found by where the words stand; titles of the field in the same places, left."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect

FOUND = """
A worker from Bridging Gaps rang on her behalf. | Bridging Gaps
They met outside Cash Kings in town. | Cash Kings
Nursery: Little Acorns | Little Acorns
From\\tUpper Wood Primary\\nTo\\tElsewhere | Upper Wood Primary
His college (Vale Sixth) was asked. | Vale Sixth
2019 | GP | Adult A registers with Abbot Fields. New patient check | Abbot Fields
The Dunlin worker rang. Dunlin worker has a plan. | Dunlin
Separately. Birchcrest say that he left. | Birchcrest
He sat at Merrow station all night. | Merrow station
A carer from the Beacon project came. | Beacon project
The Aller Valley CMHT was short of staff. | Aller Valley CMHT
He was barred from st wulf's. | st wulf's
She was taken to the Infirmary by ambulance. | Infirmary
He wrote to the Ombudsman and the Argus. | Argus
The headline, "Flood boy was saved twice", hurt them. | Flood boy was saved twice
Brought to Harrow Edge Custody Suite that night. | Harrow Edge Custody Suite
She has some English. | English
He was referred to Pathways in the spring. | Pathways
Lantern rang to say that he had left. | Lantern
Beacon have closed the case. | Beacon
Seen in the garden of number 16. | 16
They live in the end bungalow on Kiln Row now. | the end bungalow on Kiln Row
A letter went to caravan 7, Marram Sands. | caravan 7, Marram Sands
Moor Cottage, The Strand, | Moor Cottage, The Strand
An interpreter in Kurmanji was found. | Kurmanji
They went back to Rose Cottage with him. | Rose Cottage
"""
LEFT = """
Practice at Core Group was good.
He was heard at Full Council and at Legal Gateway Panel.
A referral to Early Help was made, and one to Adult Social Care.
Placement: Foster Care
Neighbour rang. Wife phoned. Boyfriend texted. Doorbell rang. Paperwork are.
He was moved to Year 5. Worker from Housing came. We attend Court.
Upstairs are two rooms. Sadly have to say no. Please don't go.
Parents say so. Staff have gone. Outside are two dogs.
It was REMOVED, and the ORDER was clear.
Venue: Virtual
A report from Named Nurse and Lead Professional was late.
"""


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_a_body_is_found_by_where_it_stands(line: str) -> None:
    text, wanted = line.replace("\\t", "\t").replace("\\n", "\n").rsplit(" | ", 1)
    assert any(wanted in words for words in found(text)), found(text)


@pytest.mark.parametrize("text", LEFT.strip().splitlines())
def test_a_title_in_the_same_place_is_left(text: str) -> None:
    assert found(text) == []
