"""Nobody is exposed by what practitioners said."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import Document
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Consent, Participant, Reflection, Valence
from desktop_app.services.compose.reflections_summary import MINIMUM, compose
from desktop_app.services.document_text import all_texts

AS_AT = dt.date(2026, 9, 1)


def words_of(document: Document) -> str:
    return "\n".join(text.words for text in all_texts(document))


@given(
    st.lists(
        st.builds(
            Reflection,
            text=st.uuids().map(lambda u: f"said {u.hex}"),
            consent=st.sampled_from(Consent),
            valence=st.sampled_from(Valence),
            factor=st.sampled_from(["", "role", "conditions of work"]),
            sensitive=st.booleans(),
            escalated=st.booleans(),
        ),
        max_size=30,
    )
)
def test_what_may_not_be_printed_never_is(reflections: list[Reflection]) -> None:
    printed = words_of(compose(Snapshot(reflections=tuple(reflections)), AS_AT))
    for reflection in reflections:
        secret = (
            reflection.consent in (Consent.OFF_RECORD, Consent.THEME_ONLY)
            or reflection.sensitive
            or reflection.escalated
        )
        assert (reflection.text in printed) is not secret


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 6), max_size=6))
def test_no_small_group_is_given_nor_left_over_by_subtraction(groups: dict[str, int]) -> None:
    people = tuple(Participant(role_group=f"Group {g}") for g, n in groups.items() for _ in range(n))
    printed = words_of(compose(Snapshot(participants=people), AS_AT))
    shown = {g: n for g, n in groups.items() if f"Group {g}: {n}" in printed}
    assert all(n >= MINIMUM for n in shown.values())
    hidden = sum(groups.values()) - sum(shown.values())
    assert not shown or hidden == 0 or hidden >= MINIMUM


def test_the_order_things_were_said_in_cannot_be_read() -> None:
    said = tuple(Reflection(text=t, valence=Valence.CONTEXT) for t in ("zebra", "apple", "mango"))
    a = compose(Snapshot(reflections=said), AS_AT)
    b = compose(Snapshot(reflections=said[::-1]), AS_AT)
    assert words_of(a) == words_of(b)
