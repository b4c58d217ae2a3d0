"""Every broken link is reported once, and nothing else is."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.ids import new_uid
from desktop_app.domain.arrangements import TermsOfReference
from desktop_app.domain.board import BoardCard
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, KeyPracticeEpisode, Knowledge
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.family import FamilyPoint, Involvement
from desktop_app.domain.learning import (
    Action,
    ActionChange,
    Finding,
    Milestone,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
)
from desktop_app.domain.people import Agency, Body, Person
from desktop_app.domain.review import Kloe, Narrative
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Prompt, Reflection, Workshop
from desktop_app.services.checking import check
from desktop_app.services.sample import make_sample
from desktop_app.services.session import Session
from desktop_app.services.thread import broken_links
from desktop_app.services.thread.links import LINKS


def _some(chance: random.Random, records: list[Any], most: int = 3) -> tuple[str, ...]:
    return tuple(r.uid for r in chance.sample(records, min(len(records), chance.randint(1, most))))


def review(seed: int) -> Snapshot:
    """A review with a link in nearly every field that can hold one."""
    chance = random.Random(seed)
    people, bodies = [Person(name="Rowan") for _ in range(5)], [Body(name="Council") for _ in range(3)]
    bodies[1] = replace(bodies[1], follows=bodies[0].uid)
    agencies = [Agency(code=f"A{n}", body=chance.choice(bodies).uid) for n in range(4)]
    first = [ChronologyReturn(agency=a.uid) for a in agencies]
    returns = [*first, *(ChronologyReturn(agency=r.agency, supersedes=r.uid) for r in first)]
    kloes = [Kloe(number=n) for n in range(1, 5)]
    events = [
        ChronologyEvent(ref=f"E-{n}", agency=chance.choice(agencies).uid, people=_some(chance, people),
                        kloes=_some(chance, kloes), chronology_return=chance.choice(returns).uid)
        for n in range(60)
    ]  # fmt: skip
    workshop, prompt = Workshop(title="Event"), Prompt(text="What helped?")
    reflections = [
        Reflection(workshop=workshop.uid, prompt=prompt.uid, events=_some(chance, events)) for _ in range(20)
    ]
    involved = [Involvement(number=n, person=p.uid) for n, p in enumerate(people, 1)]
    points = [FamilyPoint(involvement=chance.choice(involved).uid, text="We rang") for _ in range(8)]
    themes = [Theme(name="Voice")]
    themes.append(Theme(name="Seen alone", parent=themes[0].uid))
    codings = [Coding(theme=chance.choice(themes).uid, family="events", of=e.uid, field="event") for e in events[:6]]
    episodes = [KeyPracticeEpisode(number=n, events=_some(chance, events)) for n in (1, 2)]
    findings = [
        Finding(number=n, kloes=_some(chance, kloes), events=_some(chance, events, 6),
                reflections=_some(chance, reflections), family_points=(*_some(chance, points), "Older words"),
                episodes=_some(chance, episodes), codings=_some(chance, codings))
        for n in range(1, 11)
    ]  # fmt: skip
    cards = [BoardCard(finding=f.uid, family="reflections", of=chance.choice(reflections).uid) for f in findings[:5]]
    cards += [BoardCard(finding=f.uid, family="episodes", of=chance.choice(episodes).uid) for f in findings[5:]]
    recs = [Recommendation(number=n, findings=_some(chance, findings)) for n in range(1, 9)]
    parts = [RecommendationPart(recommendation=r.uid, letter=letter) for r in recs[:4] for letter in "ab"]
    recs[7] = replace(recs[7], text=f"As Recommendation {{rec:{recs[0].uid}}} above says.")
    actions = [Action(number=n, recommendations=_some(chance, recs), parts=_some(chance, parts)) for n in range(1, 16)]
    terms = [TermsOfReference(version=1)]
    terms.append(TermsOfReference(version=2, replaces=terms[0].uid))
    return Snapshot(
        people=tuple(people), bodies=tuple(bodies), agencies=tuple(agencies), returns=tuple(returns),
        kloes=tuple(kloes), events=tuple(events), workshops=(workshop,), prompts=(prompt,),
        reflections=tuple(reflections), involvements=tuple(involved), family_points=tuple(points),
        findings=tuple(findings), recommendations=tuple(recs), parts=tuple(parts), actions=tuple(actions),
        updates=tuple(ProgressUpdate(action=chance.choice(actions).uid, text="Done") for _ in range(20)),
        action_changes=(ActionChange(action=actions[0].uid),), milestones=(Milestone(action=actions[1].uid),),
        episodes=tuple(episodes), board_cards=tuple(cards),
        narratives=(Narrative(key="about", text="It began", rests_on=(*_some(chance, findings), events[3].uid)),),
        knowledge=(Knowledge(event=events[0].uid, agency=agencies[0].uid),),
        terms=tuple(terms), themes=tuple(themes),
        codings=tuple(codings),
    )  # fmt: skip


def places(snapshot: Snapshot) -> list[tuple[str, str, str, str]]:
    """(family, uid of the record, field, uid referred to) of every link: found by looking, not by the table."""
    known = {record.uid for name in family_types() for record in getattr(snapshot, name)}
    return [
        (name, record.uid, field.name, uid)
        for name in family_types()
        for record in getattr(snapshot, name)
        for field in fields(record)
        if field.name != "uid"
        for uid in _values(getattr(record, field.name))
        if uid in known
    ]


def _values(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()


def put(snapshot: Snapshot, family: str, uid: str, **changes: Any) -> Snapshot:
    held = tuple(replace(r, **changes) if r.uid == uid else r for r in getattr(snapshot, family))
    return replace(snapshot, **{family: held})


def repoint(snapshot: Snapshot, place: tuple[str, str, str, str], to: str) -> Snapshot:
    family, uid, field, target = place
    record = next(r for r in getattr(snapshot, family) if r.uid == uid)
    value = getattr(record, field)
    new = to if isinstance(value, str) else tuple(to if v == target else v for v in value)
    return put(snapshot, family, uid, **{field: new})


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_links_broken_are_two_hundred_reported_and_no_more(seed: int) -> None:
    """Half point at what was deleted, half at a record of another kind."""
    snapshot = review(seed)
    assert broken_links(snapshot) == []
    chance = random.Random(seed)
    chosen = chance.sample(places(snapshot), 200)
    everything = [(name, r.uid) for name in family_types() for r in getattr(snapshot, name)]
    wanted = set()
    for n, place in enumerate(chosen):
        family, uid, field, target = place
        kind = next(name for name, held in everything if held == target)
        wrong = chance.choice([held for name, held in everything if name != kind])
        to = new_uid() if n % 2 or family == "narratives" else wrong  # a passage may rest on any kind of record
        if n % 2 == 0 and (family, uid, field, to) in wanted:
            to = new_uid()
        wanted.add((family, uid, field, to))
        snapshot = repoint(snapshot, place, to)
    found = broken_links(snapshot)
    assert sorted((b.uid, b.field, b.target) for b in found) == sorted((u, f, t) for _, u, f, t in wanted)
    assert len(found) == 200
    assert {b.code for b in found} == {"link-missing", "link-wrong-kind"}


@given(st.integers(0, 10**6))
def test_deleting_a_record_reports_exactly_what_referred_to_it(seed: int) -> None:
    snapshot = review(1)
    family, gone = random.Random(seed).choice(
        [(name, r.uid) for name in family_types() for r in getattr(snapshot, name)]
    )
    referred = sorted((uid, field) for _, uid, field, target in places(snapshot) if target == gone and uid != gone)
    left = replace(snapshot, **{family: tuple(r for r in getattr(snapshot, family) if r.uid != gone)})
    in_words = [b for b in broken_links(left) if b.field == "text"]
    assert sorted((b.uid, b.field) for b in broken_links(left) if b.field != "text") == referred
    assert all(b.target == gone or family == "parts" for b in in_words)
    assert all(b.code == "link-binned" for b in broken_links(left, {gone}) if b.target == gone)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    session, _ = make_sample(tmp_path_factory.mktemp("sample") / "s.review", "otter velvet cumulus brig")
    snapshot = session.whole_snapshot()
    session.close()
    return snapshot


def test_the_table_names_every_field_that_holds_a_uid_in_the_sample(sample: Snapshot) -> None:
    named = {(link.family, link.field) for link in LINKS}
    held = {(family, field) for family, _, field, _ in places(sample)}
    by_register = {(f, "person") for f in ("disclosed_facts", "public_facts", "jigsaw_reasons", "reference_figures")}
    assert held <= named | by_register | {("surface_decisions", "entry"), ("reader_rungs", "about")}
    assert broken_links(sample) == []


def test_every_row_of_the_table_is_a_field_there_is() -> None:
    types = family_types()
    for link in LINKS:
        assert link.field in {f.name for f in fields(types[link.family])}, link
        assert link.to in types or not link.to
        assert not link.named_in or link.named_in in {f.name for f in fields(types[link.family])}


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_circle_is_told_once_and_ends(length: int) -> None:
    ring = [Theme(name=str(n)) for n in range(length)]
    closed = [replace(theme, parent=ring[(n + 1) % length].uid) for n, theme in enumerate(ring)]
    beside = Theme(name="beside", parent=closed[0].uid)
    (found,) = broken_links(Snapshot(themes=(*closed, beside)))
    assert found.code == "link-circle"
    assert found.uid in {theme.uid for theme in closed}


def test_a_part_cited_that_its_recommendation_does_not_have() -> None:
    one, two = Recommendation(number=1), Recommendation(number=2)
    part = RecommendationPart(recommendation=one.uid, letter="a")
    citing = replace(two, text=f"As at Recommendation {{rec:{one.uid}}}a and Recommendation {{rec:{one.uid}}}b above.")
    (found,) = broken_links(Snapshot(recommendations=(one, citing), parts=(part,)))
    assert (found.code, found.uid) == ("link-part", citing.uid)
    assert "part b" in found.what


def test_check_tells_the_bin_from_nowhere(session: Session) -> None:
    event = ChronologyEvent(ref="CSC-001")
    finding = Finding(number=1, events=(event.uid, new_uid()))
    session.put("Set up", event, finding)
    session.delete("Delete event", ChronologyEvent, event.uid)
    said = {p.code: p.what for p in check(session).problems}
    assert said["link-binned"] == "Finding 1 points at an event of the chronology that is in the bin."
    assert set(said) == {"link-binned", "link-missing"}


def test_no_sentence_holds_a_name(sample: Snapshot) -> None:
    emptied = replace(sample, people=(), agencies=(), workshops=(), bodies=(), prompts=())
    found = broken_links(emptied)
    assert len(found) > len(sample.events)
    names = [person.name for person in sample.people]
    assert not [b.what for b in found if any(name in b.what for name in names)]
