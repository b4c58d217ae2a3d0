"""Nobody is exposed by what practitioners said."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import Document
from desktop_app.domain.learning import Finding
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.release import OutputText
from desktop_app.domain.small_groups import SMALLEST_GROUP
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import (
    Attribution,
    Concern,
    Consent,
    Participant,
    RecallFeedback,
    Reflection,
    ReflectionCluster,
    Stance,
    Valence,
)
from desktop_app.services.compose import COMPOSERS
from desktop_app.services.compose.reflections_summary import compose, printed_groups
from desktop_app.services.document_text import all_texts
from desktop_app.services.release.kept_text import pack, units_of

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
        max_size=15,
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
    assert all(n >= SMALLEST_GROUP for n in shown.values())
    hidden = sum(groups.values()) - sum(shown.values())
    assert not shown or hidden == 0 or hidden >= SMALLEST_GROUP


def test_the_order_things_were_said_in_cannot_be_read() -> None:
    said = tuple(Reflection(text=t, valence=Valence.CONTEXT) for t in ("zebra", "apple", "mango"))
    a = compose(Snapshot(reflections=said), AS_AT)
    b = compose(Snapshot(reflections=said[::-1]), AS_AT)
    assert words_of(a) == words_of(b)


SECRETS = [f"q{n:04d}x" for n in range(4_000)]  # words that stand nowhere else


def a_thousand(rnd: random.Random) -> Snapshot:
    """Reflections of every consent and attribution, some put together, in groups some of which are small."""
    said = []
    for number in range(1_000):
        mine = SECRETS[number * 4 : number * 4 + 4]
        said.append(
            Reflection(
                workshop="w",
                text=" ".join((*mine[:2], "was", *mine[2:])),
                consent=rnd.choice(list(Consent)),
                valence=rnd.choice(list(Valence)),
                factor=rnd.choice(["", "role", "own team"]),
                sensitive=rnd.random() < 0.1,
                escalated=rnd.random() < 0.05,
                attribution=rnd.choice(list(Attribution)),
                group=rnd.choice(["GP", "health visitor", "police officer", "health practitioner"]),
            )
        )
    clusters = [
        ReflectionCluster(
            workshop="w",
            members=tuple(r.uid for r in members),
            title=members[0].text,
            dots=rnd.randrange(9),
        )
        for members in (rnd.sample(said, rnd.randint(1, 6)) for _ in range(120))
    ]
    roles = [("GP", 1), ("health visitor", 2), ("police officer", 4)]
    people = tuple(Participant(workshop="w", name=f"{r} {n}", role_group=r) for r, c in roles for n in range(c))
    concern = Concern(workshop="w", text="q9999x q9998x", who_acts="q9997x", by_when="q9996x")
    return Snapshot(reflections=tuple(said), clusters=tuple(clusters), participants=people, concerns=(concern,))


@pytest.mark.parametrize("kind", list(OutputKind))
def test_a_thousand_random_reflections_through_every_output(kind: OutputKind) -> None:
    snapshot = a_thousand(random.Random(7))
    printed = words_of(COMPOSERS[kind](snapshot, AS_AT))
    words = set(printed.replace("“", " ").replace("”", " ").split())
    for said in snapshot.reflections:
        if said.consent is Consent.OFF_RECORD or said.sensitive or said.escalated:
            assert not words & (set(said.text.split()) - {"was"})
        elif said.consent is Consent.THEME_ONLY:
            assert said.text not in printed
            assert not words & (set(said.text.split()) - {"was"})
    assert not words & {"q9999x", "q9998x", "q9997x", "q9996x"}
    assert "(GP)" not in printed
    assert "(health visitor)" not in printed


def test_a_small_group_speaks_as_the_next_one_up_or_not_at_all() -> None:
    roles = [("GP", 1), ("health visitor", 2), ("police officer", 4)]
    people = tuple(Participant(workshop="w", name=f"{r} {n}", role_group=r) for r, c in roles for n in range(c))
    said = tuple(
        Reflection(workshop="w", text=f"said {g}", attribution=Attribution.ROLE, group=g, consent=Consent.QUOTE)
        for g in ("GP", "police officer", "nobody there")
    )
    snapshot = Snapshot(participants=people, reflections=said)
    printed = words_of(compose(snapshot, AS_AT))
    assert "“said GP” (health practitioner)" in printed
    assert "“said police officer” (police officer)" in printed
    assert "“said nobody there”\n" in printed
    assert printed_groups(snapshot) == {"health practitioner": 3, "police officer": 4}


def test_one_person_more_or_less_at_another_event_tells_nothing_by_subtraction() -> None:
    """The total and the groups of two summaries: what each leaves over is nobody, or three at least."""
    for extra in range(4):
        people = [Participant(name=f"p{n}", role_group="police officer") for n in range(4)]
        people += [Participant(name=f"x{n}") for n in range(extra)]
        snapshot = Snapshot(participants=tuple(people))
        left = len(people) - sum(printed_groups(snapshot).values())
        assert left == 0 or left >= SMALLEST_GROUP


def test_what_several_said_stands_once_in_words_that_may_be_printed() -> None:
    quoted = Reflection(text="nobody rang", consent=Consent.QUOTE)
    themed = Reflection(text="not a soul called", consent=Consent.THEME_ONLY)
    off = Reflection(text="he never rang me", consent=Consent.OFF_RECORD)
    third = Reflection(text="silence", consent=Consent.PARAPHRASE)
    cluster = ReflectionCluster(members=(quoted.uid, themed.uid, off.uid, third.uid), title="he never rang me")
    printed = words_of(compose(Snapshot(reflections=(quoted, themed, off, third), clusters=(cluster,)), AS_AT))
    assert "“nobody rang” (said by 3)" in printed
    assert "silence" not in printed
    assert "rang me" not in printed


def test_challenges_stand_with_what_was_done_and_matters_are_only_counted() -> None:
    finding = Finding(uid="f", number=2)
    feedback = (
        RecallFeedback(
            finding="f", stance=Stance.CHALLENGE, text="We sat with him.", answer="The finding says so now."
        ),
        RecallFeedback(finding="f", stance=Stance.NUANCE, text="Add the art teacher."),
    )
    concerns = (Concern(text="porridge"),)
    printed = words_of(compose(Snapshot(findings=(finding,), recall_feedback=feedback, concerns=concerns), AS_AT))
    assert "Finding 2, a challenge: We sat with him. What was done: The finding says so now." in printed
    assert "Add the art teacher. What was done: it is being looked at." in printed
    assert "1 matter was taken forward outside the event." in printed
    assert "porridge" not in printed


def came(**groups: int) -> tuple[Participant, ...]:
    named = [(group.replace("_", " "), number) for group, count in groups.items() for number in range(count)]
    return tuple(Participant(uid=f"{group} {number}", workshop="w1", role_group=group) for group, number in named)


def written(snapshot: Snapshot) -> Snapshot:
    """After its summary went out."""
    output = Output(kind=OutputKind.REFLECTIONS_SUMMARY, version=len(snapshot.outputs) + 1)
    kept = OutputText(output=output.uid, packed=pack(units_of(compose(snapshot, AS_AT))))
    return replace(snapshot, outputs=(*snapshot.outputs, output), output_texts=(*snapshot.output_texts, kept))


def test_a_later_summary_tells_nothing_by_taking_the_earlier_from_it() -> None:
    first = written(Snapshot(participants=came(social_worker=5, nurse=4, teacher=3)))
    assert printed_groups(first) == {"social worker": 5, "nurse": 4, "teacher": 3}  # nobody new: nothing changes
    one_more = replace(first, participants=came(social_worker=5, nurse=5, teacher=3))
    assert "nurse" not in printed_groups(one_more)
    three_more = replace(first, participants=came(social_worker=5, nurse=7, teacher=3))
    assert printed_groups(three_more)["nurse"] == 7


def test_a_finer_group_is_not_told_where_the_wider_one_was() -> None:
    """Five health practitioners before, three nurses now: two are something else."""
    people = tuple(replace(p, wider_group="health practitioner") for p in came(nurse=2, gp=2))
    first = written(Snapshot(participants=(*people, *came(social_worker=4))))
    assert printed_groups(first)["health practitioner"] == 4
    more = tuple(replace(p, wider_group="health practitioner") for p in came(nurse=3))
    assert "nurse" not in printed_groups(replace(first, participants=(*more, *came(social_worker=4))))


@given(
    first=st.dictionaries(st.sampled_from(["nurse", "GP", "teacher", "social worker"]), st.integers(0, 6)),
    second=st.dictionaries(st.sampled_from(["nurse", "GP", "teacher", "social worker"]), st.integers(0, 6)),
)
def test_no_two_summaries_differ_by_one_or_two(first: dict[str, int], second: dict[str, int]) -> None:
    before = written(Snapshot(participants=came(**first)))
    then = printed_groups(replace(before, output_texts=()))
    now = printed_groups(replace(before, participants=came(**second)))
    for group in now.keys() & then.keys():
        assert abs(now[group] - then[group]) not in (1, 2)
