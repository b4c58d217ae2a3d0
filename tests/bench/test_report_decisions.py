"""How often an author is asked over a report of about 5,000 words, once its people and bodies are registered.

    pytest -m bench -s tests/bench/test_report_decisions.py

Every question is answered with what is offered first, round after round, until nothing waits; each answer counts once.
`harbour` was read while tuning. `tannery` asked 77 before anything was changed and 35 when only `harbour` had been
read; it was read afterwards too.
"""

from __future__ import annotations

import collections
from pathlib import Path

import pytest

from desktop_app.domain.output import Choice, OutputKind, ProfileName, SurfaceDecision
from desktop_app.domain.people import Body, BodyKind, Person
from desktop_app.domain.review import Narrative, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import prepare_output

pytestmark = pytest.mark.bench
DATA = Path(__file__).parents[1] / "anonymise" / "data"
MOST = 25


def registered(name: str) -> Snapshot:
    head, _, text = (DATA / f"report_{name}.txt").read_text("utf-8").partition("=== report\n")
    people, bodies = [], []
    for number, line in enumerate(line for line in head.splitlines() if not line.startswith("#")):
        kind, _, names = line.partition(": ")
        first, *others = (part.strip() for part in names.replace("|", ",").split(","))
        if kind == "person":
            people.append(Person(name=first, aliases=tuple(others), pseudonym=f"Person {number}"))
        else:
            named = {"body": BodyKind.ORGANISATION, "school": BodyKind.SCHOOL, "place": BodyKind.PLACE}[kind]
            printed = f"{kind} {number}"
            bodies.append(Body(kind=named, name=first, aliases=tuple(others), pseudonym=printed, descriptor=printed))
    return Snapshot(
        reviews=(Review(reference="R-1"),),
        people=tuple(people),
        bodies=tuple(bodies),
        narratives=(Narrative(key="about", text=text),),
    )


@pytest.mark.parametrize("profile", [ProfileName.PUBLIC, ProfileName.PARTNER])
@pytest.mark.parametrize("name", ["harbour", "tannery"])
def test_decisions_over_a_report(name: str, profile: ProfileName, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot = registered(name)
    words = len(snapshot.narratives[0].text.split())
    asked: list[str] = []
    whys: collections.Counter[str] = collections.Counter()
    decisions: list[SurfaceDecision] = []
    for _ in range(6):
        rendering = prepare_output(
            Snapshot(
                reviews=snapshot.reviews,
                people=snapshot.people,
                bodies=snapshot.bodies,
                narratives=snapshot.narratives,
                surface_decisions=tuple(decisions),
            ),
            OutputKind.OVERVIEW,
            profile,
        )
        if not rendering.undecided:
            break
        for item in rendering.undecided:
            asked.append(item.surface)
            whys[item.why.partition(";")[0]] += 1
            instead = next(iter(item.suggestions), "[left out]")
            decisions += [
                SurfaceDecision(surface=form, choice=Choice.REPLACE, replacement=instead)
                for form in (item.surface, *item.forms)
            ]
    with capsys.disabled():
        print(f"\n{name}, {profile.value}: {words} words, {len(asked)} decisions")
        for why, count in whys.most_common():
            print(f"  {count:3} {why}")
    assert rendering.undecided == ()
    assert len(asked) <= MOST, asked
