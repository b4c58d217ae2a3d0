"""The thread over a large review: the whole check and one trail. `-m bench`; figures in RESULTS.md.

The promise is in seconds: 200 ms for the check, in seconds of this process's own work. Its peer in the same run is
the least such a check can do: to go over every record once and note its uid.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.domain.board import BoardCard
from desktop_app.domain.chronology import ChronologyEvent, KeyPracticeEpisode
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.learning import Action, Finding, ProgressUpdate, Recommendation
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Kloe, Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection, Workshop
from desktop_app.services.thread import broken_links, orphans
from desktop_app.services.thread.coverage import agency_cover, kloe_cover
from desktop_app.services.thread.links import family_by_uid
from desktop_app.services.thread.trail import Thread

pytestmark = pytest.mark.bench


def large() -> Snapshot:
    chance = random.Random(6)
    some: Callable[[list[Any], int], tuple[str, ...]] = lambda held, n: tuple(r.uid for r in chance.sample(held, n))  # noqa: E731
    agencies = [Agency(code=f"A{n}", order=n) for n in range(8)]
    people, kloes = [Person() for _ in range(30)], [Kloe(number=n) for n in range(1, 7)]
    events = [
        ChronologyEvent(ref=f"E-{n}", agency=chance.choice(agencies).uid, people=some(people, 3), kloes=some(kloes, 1))
        for n in range(5_000)
    ]
    workshop = Workshop()
    reflections = [Reflection(workshop=workshop.uid, events=some(events, 2)) for _ in range(500)]
    episodes = [KeyPracticeEpisode(number=n, events=some(events, 8)) for n in range(1, 31)]
    themes = [Theme(name=f"Theme {n}") for n in range(20)]
    codings = [
        Coding(theme=chance.choice(themes).uid, family="events", of=chance.choice(events).uid, field="event", end=4)
        for _ in range(2_000)
    ]
    findings = [
        Finding(number=n, events=some(events, 12), reflections=some(reflections, 6), kloes=some(kloes, 2),
                episodes=some(episodes, 2), codings=some(codings, 5))
        for n in range(1, 41)
    ]  # fmt: skip
    cards = [
        BoardCard(finding=finding.uid, family="events", of=chance.choice(events).uid, order=n)
        for finding in findings
        for n in range(1, 11)
    ]
    recs = [Recommendation(number=n, findings=some(findings, 3)) for n in range(1, 21)]
    actions = [Action(number=n, recommendations=some(recs, 2)) for n in range(1, 61)]
    updates = [ProgressUpdate(action=chance.choice(actions).uid, text="Done") for _ in range(240)]
    return Snapshot(
        agencies=tuple(agencies), people=tuple(people), kloes=tuple(kloes), events=tuple(events),
        workshops=(workshop,), reflections=tuple(reflections), findings=tuple(findings), recommendations=tuple(recs),
        actions=tuple(actions), updates=tuple(updates), episodes=tuple(episodes), themes=tuple(themes),
        codings=tuple(codings), board_cards=tuple(cards),
        narratives=tuple(Narrative(key=key, text="It", rests_on=some(findings, 3)) for key in ("about", "family")),
    )  # fmt: skip


def quickest(work: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def test_the_whole_check_takes_a_fifth_of_a_second_at_most() -> None:
    snapshot = large()

    def check() -> None:
        assert broken_links(snapshot) == []
        orphans(snapshot)
        kloe_cover(snapshot)
        agency_cover(snapshot)

    least, taken = quickest(lambda: family_by_uid(snapshot)), quickest(check)
    print(f"check {taken * 1000:.0f} ms, every record once {least * 1000:.1f} ms, ratio {taken / least:.1f}")
    assert taken <= 0.2


def test_a_trail_is_there_before_a_page_turns() -> None:
    snapshot = large()
    taken = quickest(lambda: Thread(snapshot).trail(snapshot.recommendations[0].uid))
    print(f"all ties and one trail {taken * 1000:.0f} ms")
    assert taken <= 0.1
