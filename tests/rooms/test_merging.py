"""Packs brought back in any order: one outcome, nothing overwritten in silence, nothing that was withdrawn."""

from __future__ import annotations

import hashlib
import random
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.room import EntryKind, RoomEntry
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Consent, Reflection, ReflectionCluster, Valence
from desktop_app.services.compose.said_points import points
from desktop_app.services.rooms.entries import tidy
from desktop_app.services.rooms.merging import Merge, plan_merge
from desktop_app.services.rooms.settling import keep_both, waiting

FAMILY = {kind: name for name, kind in family_types().items()}


def applied(snapshot: Snapshot, merge: Merge) -> Snapshot:
    """As storage would: replace by uid, delete by uid."""
    held: dict[str, dict[str, Any]] = {f.name: {r.uid: r for r in getattr(snapshot, f.name)} for f in fields(Snapshot)}
    for kind, uid in merge.deletes:
        held[FAMILY[kind]].pop(uid, None)
    for record in merge.puts:
        held[FAMILY[type(record)]][record.uid] = record
    return Snapshot(**{name: tuple(records.values()) for name, records in held.items()})


def content(snapshot: Snapshot) -> str:
    told = sorted(
        repr(record)
        for name in ("reflections", "clusters", "concerns", "withdrawn", "room_conflicts")
        for record in getattr(snapshot, name)
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def uid(number: int) -> str:
    return f"{number:032x}"


def note(number: int, n: int = 0, text: str = "", *, gone: bool = False, consent: str = "paraphrase") -> RoomEntry:
    values = () if gone else (("consent", consent), ("text", text or f"note {number}.{n}"))
    return tidy(RoomEntry(uid(number), n, EntryKind.REFLECTION, values, gone))


def merged(snapshot: Snapshot, *entries: RoomEntry) -> Snapshot:
    return applied(snapshot, plan_merge(snapshot, [("w1", e) for e in entries]))


def packs(rnd: random.Random) -> list[list[RoomEntry]]:
    """Eight packs with corrections, withdrawals, and notes that two laptops corrected each in its own way."""
    found: list[list[RoomEntry]] = [[] for _ in range(8)]
    for number in range(40):
        mine, other = rnd.sample(range(8), 2)
        found[mine].append(note(number))
        for n in range(1, rnd.randint(0, 3) + 1):
            found[mine].append(note(number, n, f"{number} corrected {n}"))
            if rnd.random() < 0.2:
                found[other].append(note(number, n, f"{number} corrected {n} otherwise"))
        if rnd.random() < 0.2:
            found[rnd.choice([mine, other])].append(note(number, rnd.randint(1, 5), gone=True))
    return found


def brought(found: list[list[RoomEntry]], rnd: random.Random) -> Snapshot:
    """In any order, some of them cut short and sent again, some together and some apart."""
    sent = [entries[: rnd.randint(0, len(entries))] for entries in found] + found + rnd.sample(found, 3)
    rnd.shuffle(sent)
    snapshot = Snapshot()
    at = 0
    while at < len(sent):
        together = rnd.randint(1, 3)
        entries = [e for pack in sent[at : at + together] for e in pack]
        rnd.shuffle(entries)
        snapshot = merged(snapshot, *entries)
        at += together
    return merged(snapshot, *(e for pack in found for e in pack))


def in_orders(orders: int) -> None:
    for seed in range(max(1, orders // 50)):
        rnd = random.Random(seed)
        found = packs(rnd)
        wanted = content(merged(Snapshot(), *(e for pack in found for e in pack)))
        for _ in range(min(orders, 50)):
            assert content(brought(found, rnd)) == wanted, seed


def test_eight_packs_in_any_order_are_one_outcome() -> None:
    in_orders(200)


@pytest.mark.long
def test_eight_packs_in_ten_thousand_orders_are_one_outcome() -> None:
    in_orders(10_000)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.booleans(), st.sampled_from("ab")), max_size=14),
    st.randoms(),
)
def test_merging_is_order_free_and_repeat_safe(made: list[tuple[int, int, bool, str]], rnd: random.Random) -> None:
    entries = [note(number, n, f"{number}{n}{way}", gone=gone) for number, n, gone, way in made]
    once = merged(Snapshot(), *entries)
    shuffled = [*entries, *entries]
    rnd.shuffle(shuffled)
    apart = Snapshot()
    for entry in shuffled:
        apart = merged(apart, entry)
    assert content(apart) == content(once)
    again = plan_merge(once, [("w1", e) for e in entries])
    assert (again.puts, again.deletes) == ((), ())


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    snapshot = merged(merged(Snapshot(), note(1)), note(1, 1, "better"))
    assert [r.text for r in snapshot.reflections] == ["better"]
    assert [r.text for r in merged(snapshot, note(1)).reflections] == ["better"]


def test_what_is_withdrawn_leaves_no_word_and_never_comes_back() -> None:
    snapshot = merged(merged(Snapshot(), note(1)), note(1, 1, gone=True))
    assert snapshot.reflections == ()
    assert [w.uid for w in snapshot.withdrawn] == [uid(1)]
    assert merged(snapshot, note(1), note(1, 2, "again")).reflections == ()


def test_two_laptops_that_correct_one_note_wait_for_the_author() -> None:
    first, second = note(1, 1, "as one table has it"), note(1, 1, "as another has it")
    snapshot = merged(Snapshot(), note(1), first, second)
    shown = {r.text for r in snapshot.reflections}
    waiting = {c.text for c in snapshot.room_conflicts}
    assert shown | waiting == {"as one table has it", "as another has it"}
    assert len(shown) == len(waiting) == 1
    settled = merged(snapshot, note(1, 2, "as both have it"))
    assert [r.text for r in settled.reflections] == ["as both have it"]
    assert settled.room_conflicts == ()


def test_what_the_author_changed_stays_and_the_rooms_words_wait() -> None:
    snapshot = merged(Snapshot(), note(1))
    (held,) = snapshot.reflections
    edited = replace(snapshot, reflections=(replace(held, text="tidied at the desk"),))
    after = merged(edited, note(1, 1, "corrected in the room"))
    assert [r.text for r in after.reflections] == ["tidied at the desk"]
    assert [(c.text, c.why) for c in after.room_conflicts] == [("corrected in the room", "edited-at-the-desk")]
    assert content(merged(after, note(1, 1, "corrected in the room"))) == content(after)


def test_the_authors_links_and_marks_are_left_alone() -> None:
    snapshot = merged(Snapshot(), note(1))
    (held,) = snapshot.reflections
    snapshot = replace(snapshot, reflections=(replace(held, escalated=True),))
    assert merged(snapshot, note(1, 1, "better")).reflections[0].escalated


def test_a_withdrawal_wins_over_an_edit_at_the_desk() -> None:
    snapshot = merged(Snapshot(), note(1))
    (held,) = snapshot.reflections
    edited = replace(snapshot, reflections=(replace(held, text="tidied"),))
    assert merged(edited, note(1, 1, gone=True)).reflections == ()


def test_what_a_later_candour_sends_reads_as_unset() -> None:
    entry = tidy(RoomEntry(uid(1), 0, EntryKind.REFLECTION, (("consent", "whisper"), ("mood", "x"), ("text", "t"))))
    (held,) = merged(Snapshot(), entry).reflections
    assert held == Reflection(uid=uid(1), workshop="w1", text="t", room_n=0, room_digest=held.room_digest)
    assert held.consent is Consent.PARAPHRASE


def test_counts_say_what_happened() -> None:
    first = plan_merge(Snapshot(), [("w1", note(1)), ("w1", note(2))])
    assert (first.new, first.corrected, first.withdrawn, first.same) == (2, 0, 0, 0)
    snapshot = applied(Snapshot(), first)
    second = plan_merge(snapshot, [("w1", note(1)), ("w1", note(2, 1, "x")), ("w1", note(3, 0, gone=True))])
    assert (second.new, second.corrected, second.withdrawn, second.same) == (0, 1, 1, 1)


def test_clusters_and_concerns_come_back_as_what_they_are() -> None:
    cluster = tidy(RoomEntry(uid(1), 0, EntryKind.CLUSTER, (("dots", 5), ("members", (uid(7),)), ("title", "Calls"))))
    concern = tidy(RoomEntry(uid(2), 0, EntryKind.CONCERN, (("by_when", "today"), ("text", "t"), ("who_acts", "LADO"))))
    snapshot = merged(Snapshot(), cluster, concern)
    assert [(c.title, c.members, c.dots) for c in snapshot.clusters] == [("Calls", (uid(7),), 5)]
    assert [(c.text, c.who_acts, c.by_when) for c in snapshot.concerns] == [("t", "LADO", "today")]


def dotted(n: int, dots: int, cluster: int = 1) -> RoomEntry:
    values = (("dots", dots), ("members", (uid(7),)), ("title", "Calls"))
    return tidy(RoomEntry(uid(cluster), n, EntryKind.CLUSTER, values))


class Put:
    """What settling asks of a session."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def put(self, _label: str, *records: Any) -> None:
        self.snapshot = applied(self.snapshot, Merge(records, ()))


def test_dots_that_two_laptops_counted_for_one_point_wait_and_add_up() -> None:
    """Which laptop's are in the review does not depend on the order; the author adds the other's with one key."""
    for order in ((dotted(1, 3), dotted(1, 5)), (dotted(1, 5), dotted(1, 3))):
        merge = plan_merge(Snapshot(), [("w", entry) for entry in order])
        assert merge.conflicts == 1
    session: Any = Put(applied(Snapshot(), merge))
    (versions,) = waiting(session.snapshot)
    assert {versions.mine, versions.rooms} == {"Calls (3 dots)", "Calls (5 dots)"}
    keep_both(session, versions)
    assert [(c.title, c.dots) for c in session.snapshot.clusters] == [("Calls", 8)]
    assert waiting(session.snapshot) == []


def test_dots_that_two_laptops_gave_to_one_note_add_up_in_the_summary() -> None:
    said = Reflection(uid=uid(7), workshop="w", text="They rang.", valence=Valence.WORKED_WELL)
    counted = [ReflectionCluster(uid=uid(n), members=(uid(7),), dots=dots) for n, dots in ((1, 3), (2, 5))]
    for clusters in (tuple(counted), tuple(counted[::-1])):
        (point,) = points(Snapshot(reflections=(said,), clusters=clusters))
        assert point.weight == 9
