"""Everything that points at something points at something that is there, and what is left hanging is so on purpose."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.proofreading import passed_promises

Toml = Callable[[str], dict[str, Any]]
Events = dict[str, list[str]]

CODES = ["CSC", "POL", "SCH", "GP", "HV", "CAM", "YJS"]
TRAPS = ["Marsh Lane", "poppy wreath", "Draycotts'", "C.D.", "Cal's", "hree weeks later", "the Tuesday after half-term"]
FACTORS = {
    "family",
    "role",
    "conditions of work",
    "personal",
    "own team",
    "inter-agency",
    "organisational culture and management",
    "wider political context",
    "other",
}
UNDEFINED = {"MACE", "PVP"}
# Emphasis, surnames as police write them, parts of numbers: capitals that shorten nothing.
NOT_SHORT = {"SEEN", "NOT", "ALONE", "CHILD", "RENSHAW", "OYELARAN", "MARSH", "BRANNOCK", "DRAYCOTT"}
NOT_SHORT |= {"SENSITIVE", "LR", "AB", "ZZ", "KDL"}
NOT_SHORT |= {"YA", "SB"}  # initials of practitioners, in the register


def _people(folder: Path) -> list[dict[str, str]]:
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_review_is_the_one_of_the_field_reference(toml: Toml) -> None:
    data = toml("review.toml")
    review = data["review"]
    assert review["reference"] == "EM-LR-2026-02"
    assert (review["became_aware"], review["trigger_event_date"]) == (dt.date(2025, 12, 23), dt.date(2025, 10, 9))
    assert data["publication_decision"]["outcome"] == "summary only"
    assert [kloe["number"] for kloe in data["kloe"]] == [1, 2, 3, 4, 5]
    assert all(len(re.findall(r"[.?!]”?(?:\s|$)", text)) >= 2 for text in data["narrative"].values())


@pytest.mark.parametrize("trap", TRAPS)
def test_each_trap_is_in_what_is_printed_from(everything: str, trap: str) -> None:
    assert trap in everything


def test_no_trap_is_registered(folder: Path) -> None:
    names = {form for row in _people(folder) for form in [row["name"], *row["aliases"].split(";")]}
    assert not names & {"Marsh Lane", "C.D.", "Dr N."}


def test_the_register_holds_every_kind_once_each(folder: Path) -> None:
    rows = _people(folder)
    assert list(rows[0]) == ["uid", "kind", "name", "aliases", "pseudonym", "descriptor", "role", "born"]
    assert len({row["uid"] for row in rows}) == len(rows) >= 31
    assert {row["kind"] for row in rows} == {"person", "practitioner", "body", "organisation", "school", "place"}
    printed = Counter(row["pseudonym"] for row in rows if row["pseudonym"])
    assert max(printed.values()) == 1
    callum = rows[0]
    assert (callum["pseudonym"], callum["born"], callum["aliases"]) == ("Rowan", "2012-03-14", "Cal;Calum;Callum D")


def test_agencies_stand_in_the_order_of_their_colours(toml: Toml, folder: Path) -> None:
    agencies = [body for body in toml("bodies.toml")["body"] if body["code"]]
    assert [(body["n"], body["code"]) for body in agencies] == list(enumerate(CODES, 1))
    assert {body["name"] for body in toml("bodies.toml")["body"]} <= {row["name"] for row in _people(folder)}


def test_every_abbreviation_but_two_is_explained(toml: Toml, everything: str) -> None:
    used = set(re.findall(r"(?<![\w-])[A-Z]{2,}(?![\w-])", everything))
    known = {item["short"] for item in toml("bodies.toml")["abbreviation"]}
    assert used - known - NOT_SHORT == UNDEFINED


def test_reflections_point_at_events_workshops_and_prompts(toml: Toml, events: Events) -> None:
    data = toml("workshops.toml")
    workshops = {item["id"] for item in data["workshop"]}
    prompts = {item["id"] for item in data["prompt"]}
    assert len(workshops) == 3
    assert len(data["reflection"]) >= 32
    for item in data["reflection"]:
        assert item["workshop"] in workshops
        assert item["prompt"] in prompts
        assert set(item["events"]) <= set(events)
        assert item["factor"] in FACTORS
    texts = [item["text"] for item in data["reflection"]]
    assert len(set(texts)) == len(texts)


def test_the_main_event_had_fourteen_people(toml: Toml) -> None:
    came = [item["agency"] for item in toml("workshops.toml")["participant"] if item["workshop"] == "practitioners"]
    assert Counter(came) == {"CSC": 4, "POL": 3, "SCH": 3, "HV": 2, "GP": 1, "YJS": 1}


def test_confidentiality_states_its_limits(toml: Toml) -> None:
    for workshop in toml("workshops.toml")["workshop"]:
        assert "limit" in workshop["confidentiality"]
        assert "risk" in workshop["confidentiality"]
        assert "court" in workshop["confidentiality"]
        assert workshop["support_person"]
        assert workshop["aftercare"]


def test_findings_rest_on_what_is_there_and_one_on_nothing(toml: Toml, events: Events) -> None:
    findings = toml("findings.toml")["finding"]
    said = len(toml("workshops.toml")["reflection"])
    for finding in findings:
        assert set(finding["events"]) <= set(events)
        assert all(1 <= number <= said for number in finding["reflections"])
    bare = [f["number"] for f in findings if not (f["events"] or f["reflections"] or f["family_points"])]
    assert bare == [5]
    third = next(f for f in findings if f["number"] == 3)
    assert [len(third[kind]) for kind in ("events", "reflections", "family_points")] == [2, 3, 1]


def test_line_of_enquiry_four_has_nothing_linked_to_it(toml: Toml) -> None:
    linked = {number for finding in toml("findings.toml")["finding"] for number in finding["kloes"]}
    linked |= {number for event in toml("timeline.toml")["event"] for number in event.get("kloes", [])}
    assert linked == {"1", "2", "3", "5"}


def test_the_timeline_points_at_events(toml: Toml, events: Events) -> None:
    data = toml("timeline.toml")
    refs = [item["ref"] for item in data["event"]] + [item[end] for item in data["link"] for end in ("a", "b")]
    assert set(refs) <= set(events)


def test_eleven_recommendations_with_their_references(toml: Toml) -> None:
    recommendations = toml("recommendations.toml")["recommendation"]
    findings = {str(finding["number"]) for finding in toml("findings.toml")["finding"]}
    numbers = [item["number"] for item in recommendations]
    assert numbers == list(range(1, 12))
    for item in recommendations:
        assert set(item["findings"]) <= findings
        texts = [item["text"], *(part["text"] for part in item.get("part", []))]
        cited = [int(n) for text in texts for n in re.findall(r"\{rec:(\d+)\}", text)]
        assert set(cited) <= set(numbers) - {item["number"]}
    assert [item["number"] for item in recommendations if not item["findings"]] == [9]
    refused = [item for item in recommendations if item["accepted"] == "not-accepted"]
    assert [item["number"] for item in refused] == [8]
    assert refused[0]["accepted_reason"]
    assert [part["letter"] for part in recommendations[10]["part"]] == ["a", "b", "c", "d"]


def test_actions_answer_recommendations_that_are_there(toml: Toml) -> None:
    known = {str(n) for n in range(1, 12)} | {f"11{letter}" for letter in "abcd"}
    actions = toml("actions.toml")["action"]
    assert len(actions) >= 15
    for action in actions:
        assert set(action["recommendations"]) <= known
        assert 1 <= len(action["update"]) <= 4
        dates = [update["as_at"] for update in action["update"]]
        assert dates == sorted(set(dates))
    answered = {number for action in actions for number in action["recommendations"]}
    assert answered | {"11"} == known | {"11"}
    seventh = next(action for action in actions if action["number"] == 7)
    assert seventh["recommendations"] == ["2", "3", "6"]


def test_updates_by_date_are_those_of_the_picture(toml: Toml) -> None:
    dates = Counter(str(u["as_at"]) for a in toml("actions.toml")["action"] for u in a["update"])
    assert dates == {"2026-02-01": 9, "2026-05-01": 7, "2026-08-01": 10}


def test_one_agency_of_the_plan_has_four_actions(toml: Toml) -> None:
    """Story E14 of the field reference: the police are handed a plan of their own, with four."""
    owned = Counter(action["owner_body"] for action in toml("actions.toml")["action"])
    assert owned["Eastmarch Police"] == 4


def test_one_action_was_put_off_with_no_reason(toml: Toml) -> None:
    actions = toml("actions.toml")["action"]
    assert [a["number"] for a in actions if "revised_due" in a and not a["revised_reason"]] == [12]


def test_one_promise_is_still_open_and_one_has_passed(toml: Toml) -> None:
    texts = [u["text"] for a in toml("actions.toml")["action"] for u in a["update"]]
    assert any("will be published by October 2026" in text for text in texts)
    assert len(passed_promises(texts, dt.date(2026, 8, 1))) == 1
    assert len(passed_promises(texts, dt.date(2026, 11, 1))) == 2
