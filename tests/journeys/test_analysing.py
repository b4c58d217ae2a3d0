"""Themes, boards and the way from a printed paragraph to its evidence, at a terminal: one review, step by step."""

from __future__ import annotations

from typing import Any


def test_from_marked_words_to_a_printed_paragraph_and_back(sample: Any) -> None:
    def ask(*words: str) -> Any:
        done = sample(*words, secret=True)
        assert done.code == 0, done.err
        return done

    def lines(kind: str) -> Any:
        return ask("list", "s.review", kind).lines

    ask("code", "s.review", "--new", "Kept waiting", "--define", "A promise with no day to it", "--under", "W")
    made = ask("code", "s.review", "CSC-021", "--theme", "kept waiting", "--words", "asked when  camhs", "--json").json
    assert (made["field"], made["quote"]) == ("event", "Asked when CAMHS")
    (line,) = [one for one in lines("codings") if one["uid"] == made["coding"]]
    assert (line["theme"], line["label"], line["state"], line["words"]) == (
        *("Kept waiting", "CSC-021", "there", "Asked when CAMHS"),
    )
    theme = next(one for one in lines("themes") if one["name"] == "Kept waiting")
    assert (theme["parent"], theme["marks"], theme["agencies"]) == ("What was around people", 1, {"CSC": 1})

    refused = sample("board", "s.review", "5", made["coding"], "finding 1", secret=True)
    assert refused.code == 2, "a finding is no evidence for a finding"
    assert not [card for card in lines("board") if card["finding"] == 5], "nor was the other laid"


def test_a_board_is_laid_and_a_paragraph_leads_to_it(sample: Any) -> None:
    event = ("CSC-021",)
    laid = sample(
        *("board", "s.review", "5", *event, "kpe 2", "--side", "against", "--note", "Weigh this", "--json"), secret=True
    )
    assert [(c["side"], c["order"], c["note"]) for c in laid.json["cards"]] == [
        *(("against", 1, "Weigh this"), ("against", 2, "Weigh this")),
    ]
    factored = sample("board", "s.review", "5", *event, "--side", "for", "--factor", "inter-agency", secret=True)
    assert factored.code == 0, factored.err
    (finding,) = [f for f in sample("list", "s.review", "findings", secret=True).lines if f["number"] == 5]
    assert (len(finding["events"]), finding["factors"]) == (1, ["Inter-agency"])
    assert not [o for o in sample("list", "s.review", "orphans", secret=True).lines if o["uid"] == finding["uid"]]

    rests = sample("rests", "s.review", "about", "finding 5", *event, "--json", secret=True)
    assert rests.json["rests_on"] == [finding["uid"], finding["events"][0]]
    traced = sample(
        *("trace", "s.review", "--output", "briefing", "--profile", "public", "--as-at", "2026-08-15", "--json"),
        secret=True,
    ).json["paragraphs"]
    assert len(traced) > 40
    assert all(paragraph["records"] for paragraph in traced)
    about = [p for p in traced if p["records"][0]["label"] == "The passage “What the review is about”"]
    assert about
    assert {e["label"] for e in about[0]["evidence"]} == {"CSC-021"}

    thread = sample("thread", "s.review", "CSC-021", secret=True).json
    labels = {node["label"] for node in thread["carries"]}
    assert {"Finding 5", "The passage “What the review is about”"} <= labels
    assert thread["rests_on"] == []
    check = sample("check", "s.review", "--json", secret=True)
    assert (check.code, check.json["problems"]) == (0, [])


def test_what_cannot_be_meant_is_refused_in_words(sample: Any) -> None:
    for words in (
        ("code", "s.review", "CSC-021", "--theme", "S", "--words", "not in it at all"),
        ("board", "s.review", "1", "XYZ-999"),
        ("board", "s.review", "1", "--factor", "Weather"),
        ("thread", "s.review", "finding 99"),
    ):
        refused = sample(*words, secret=True)
        assert refused.code == 2, words
        assert "Nothing was changed" in refused.err, words
        assert "Traceback" not in refused.err
