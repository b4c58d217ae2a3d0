"""One question for one name: its shorter forms are asked about and decided with it, and nobody else's are."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.one_name import one_question_a_name
from desktop_app.anonymise.result import Undecided


def waiting(*names: str, kind: str = "person", **more: object) -> list[Undecided]:
    return [
        Undecided(name, kind, 2, "a title and a name", 1, (f"{name} rang.",), "Background", **more) for name in names
    ]


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (("Dr Tranter", "Dr Louisa Tranter"), {"Dr Louisa Tranter": ("Dr Tranter",)}),
        (("Louisa", "DS Tranter", "Louisa Tranter"), {"Louisa Tranter": ("Louisa", "DS Tranter")}),
        (("Mr Pell", "Judith Pell", "Martin Pell"), {"Mr Pell": (), "Judith Pell": (), "Martin Pell": ()}),
        (("Pell", "Judith Pell", "Judith Ann Pell"), {"Judith Ann Pell": ("Pell", "Judith Pell")}),
        (("Dr", "Dr Pell"), {"Dr": (), "Dr Pell": ()}),
    ],
)
def test_the_shorter_forms_go_with_the_longest(names, asked) -> None:
    assert {item.surface: item.forms for item in one_question_a_name(waiting(*names))} == asked


def test_a_town_is_no_form_of_its_court_nor_a_registered_name_of_a_strangers() -> None:
    court = [*waiting("Stourbury Crown Court", kind="organisation"), *waiting("Stourbury", kind="name")]
    assert len(one_question_a_name(court)) == 2
    assert len(one_question_a_name([*waiting("Lee Marsh"), *waiting("Marsh", owners=("p",))])) == 2
    assert len(one_question_a_name([*waiting("Lee Marsh"), *waiting("Marsh", kept_because="a plant")])) == 2


def test_what_was_counted_and_where_is_added_up() -> None:
    (item,) = one_question_a_name(waiting("Dr Tranter", "Dr Louisa Tranter"))
    assert item.count == 2
    assert item.contexts == ("Dr Louisa Tranter rang.", "Dr Tranter rang.")
    assert "“Dr Tranter”" in item.why
