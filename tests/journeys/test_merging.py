"""Two agencies' returns at a terminal: proposed, answered, explained, and remembered when a return comes again."""

from __future__ import annotations

from pathlib import Path

import pytest

CSC = """Date,Time,Event,Source
03/05/2024,14:05,Strategy discussion by telephone with Police. Single agency enquiry agreed.,Meeting record
07/05/2024,16:20,Callum seen alone at school by his social worker.,Case note
22/05/2024,,Home visit. Mother and both children seen and well; next visit in June.,Case note
22/05/2024,,home visit; mother and both children seen and well. next visit in June,Case note
01/09/2022,,Before anything was looked at.,
"""
SCHOOL = """Date,Time,Event,Source
07/05/2024,,Absent all day. Absence call at 09:40 and no reply.,CPOMS
31/02/2024,,No such day.,CPOMS
10/09/2024,,Sports day.,CPOMS
"""
POLICE = """Date,Time,Event,Source
03/05/2024,14:10,Strat disc with CSC. Joint enquiry agreed.,Log
"""


@pytest.fixture
def case(candour):
    assert candour("new", "c.review", "--recovery-to", "key.txt", secret=True).code == 0
    for agency, text in (("Social Care", CSC), ("School", SCHOOL), ("Police", POLICE)):
        Path(candour.folder, f"{agency}.csv").write_text(text, encoding="utf-8")
        done = candour("import", "c.review", f"{agency}.csv", "--as", "chronology", "--agency", agency, secret=True)
        assert done.code in (0, 1), done.err
    return candour


def listed(case, kind, *more):
    done = case("list", "c.review", kind, *more, secret=True)
    assert done.code == 0, done.err
    return done.lines


def ends(line):
    return {(line[side]["file"], line[side]["row"]) for side in ("a", "b")}


def test_proposals_are_answered_and_remembered(case):
    pairs = [ends(line) for line in listed(case, "duplicates")]
    assert {("Social Care.csv", 2), ("Police.csv", 2)} in pairs
    assert {("Social Care.csv", 4), ("Social Care.csv", 5)} in pairs
    contradictions = listed(case, "contradictions")
    assert {("Social Care.csv", 3), ("School.csv", 2)} in [ends(line) for line in contradictions]
    refs = {line["ref"]: line for line in listed(case, "events")}
    a, b = (next(r for r, e in refs.items() if e["event"].startswith(words)) for words in ("Strategy", "Strat disc"))
    assert case("link", "c.review", a, b, "--reason", "one call", "--json", secret=True).json["state"] == "accepted"
    (line,) = (x for x in listed(case, "duplicates") if x["state"] == "accepted")
    assert line["note"] == "one call"
    events = {line["ref"]: line for line in listed(case, "events")}
    assert len(events) == len(refs), "both originals stay"
    assert events[a]["same_event"] == [events[b]["uid"]]
    assert case("link", "c.review", a, b, "--refuse", secret=True).code == 0
    (line,) = (x for x in listed(case, "duplicates") if x["a"]["ref"] == a or x["b"]["ref"] == a)
    assert line["state"] == "refused"
    assert case("link", "c.review", a, "NOPE-9", secret=True).code == 2


def test_a_contradiction_is_resolved_and_a_gap_explained(case):
    (line,) = listed(case, "contradictions")[:1]
    refs = line["a"]["ref"], line["b"]["ref"]
    assert case("link", "c.review", *refs, "--as", "contradicts", "--resolved", "8 May", secret=True).code == 0
    (line,) = (x for x in listed(case, "contradictions") if x["state"] == "accepted")
    assert line["resolution"] == "8 May"
    assert case("gap", "c.review", "--from", "2024-06-15", "--explained", "x", secret=True).code == 2, "no scope yet"


def test_every_irregular_row_is_listed(case):
    found = {(line["kind"], line["file"], line["row"]) for line in listed(case, "irregularities")}
    assert found == {
        ("no-source", "Social Care.csv", 6),
        ("invalid-date", "School.csv", 3),
        ("double-entry", "Social Care.csv", 5),
    }


def test_what_each_agency_knew_by_a_day(case):
    may = {(line["agency"], line["since"]) for line in listed(case, "knowledge", "--at", "2024-05-05")}
    assert ("Police", "2024-05-03") in may
    assert all(since <= "2024-05-05" for _, since in may)
    assert case("list", "c.review", "knowledge", "--at", "soon", secret=True).code == 2


def test_an_agency_learns_of_an_event_and_an_episode_is_made(case):
    refs = [line["ref"] for line in listed(case, "events") if line["agency"] == "Police"]
    told = ("knew", "c.review", refs[0], "--agency", "School", "--when", "6 May 2024", "--how", "told by police")
    assert case(*told, "--json", secret=True).json["agency"] == "School"
    lines = listed(case, "knowledge", "--at", "2024-05-06")
    assert any(line["agency"] == "School" and line["how"] == "told by police" for line in lines)
    assert case(*told[:6], "--when", "some day", secret=True).code == 2
    counted = case("count", "c.review", refs[0], "--name", "the first report", "--json", secret=True)
    assert [line["ref"] for line in counted.json["landmarks"]] == [refs[0]]
    facts = [fact for line in listed(case, "events") for fact in line["facts"]]
    assert any(fact.endswith("the first report") for fact in facts)
    made = case("episode", "c.review", refs[0], "--title", "May", "--factor", "inter-agency", "--json", secret=True)
    assert (made.json["number"], made.json["factors"]) == (1, ["Inter-agency"])
    assert case("episode", "c.review", "--number", "1", "--why", "It mattered", secret=True).code == 0
    (episode,) = listed(case, "episodes")
    assert (episode["title"], episode["why"], episode["events"]) == ("May", "It mattered", [refs[0]])
    assert case("episode", "c.review", "--number", "7", secret=True).code == 2


def test_events_are_narrowed_as_in_the_window(case):
    def refs(*options):
        return [line["ref"].split("-")[0] + line["ref"][-1] for line in listed(case, "events", *options)]

    codes = {line["agency"]: line["ref"].split("-")[0] for line in listed(case, "events")}
    school, police = codes["School"], codes["Police"]
    assert len(refs("--words", "strat")) == 2
    assert refs("--agency", school, "--from", "2024-05-01", "--to", "2024-05-31") == [f"{school}1"]
    assert len(refs("--agency", school, "--agency", police, "--words", "agreed")) == 1
    refused = case("list", "c.review", "events", "--agency", "ZZZ", secret=True)
    assert refused.code == 2
    assert "ZZZ" not in refused.err
    assert case("list", "c.review", "people", "--words", "x", secret=True).code == 2
    kept = case("view", "c.review", "Strategy", "--words", "strat", "--column", "source", "--json", secret=True)
    assert kept.json["views"] == [{"name": "Strategy", "columns": ["source"], "filters": {"words": "strat"}}]
    assert len(refs("--view", "strategy")) == 2
    assert len(refs("--view", "strategy", "--agency", school)) < 2
    assert case("view", "c.review", "STRATEGY", "--delete", secret=True).code == 0
    assert listed(case, "views") == []
