"""From marked words to a printed paragraph and back, at a terminal: one review, step by step."""

from __future__ import annotations

from typing import Any


def test_from_marked_words_to_a_printed_paragraph_and_back(sample: Any) -> None:
    def ask(*words: str, code: int = 0) -> Any:
        done = sample(*words, secret=True)
        assert done.code == code, done.err
        assert "Traceback" not in done.err
        return done

    ask("code", "s.review", "--new", "Kept waiting", "--define", "A promise with no day to it", "--under", "W")
    made = ask("code", "s.review", "CSC-021", "--theme", "kept waiting", "--words", "asked when  camhs", "--json").json
    assert (made["field"], made["quote"]) == ("event", "Asked when CAMHS")

    laid = ask(
        *("board", "s.review", "5", made["coding"], "kpe 2", "--side", "for", "--note", "Weigh this"),
        *("--factor", "inter-agency", "--json"),
    ).json["cards"]
    assert [(c["side"], c["order"], c["kind"], c["note"]) for c in laid] == [
        *(("for", 1, "coding", "Weigh this"), ("for", 2, "episode", "Weigh this")),
    ]
    refused = ask("board", "s.review", "5", "CSC-021", "finding 1", code=2)
    assert "Nothing was changed" in refused.err, "a finding is no evidence for a finding, and nothing was laid"

    assert len(ask("rests", "s.review", "about", "finding 5", "--json").json["rests_on"]) == 1
    asked = ("trace", "s.review", "--output", "briefing", "--profile", "public", "--as-at", "2026-08-15", "--json")
    traced = ask(*asked).json["paragraphs"]
    assert len(traced) > 40
    assert all(paragraph["records"] for paragraph in traced)
    about = next(p for p in traced if p["records"][0]["label"] == "The passage “What the review is about”")
    assert {"CSC-021", "Key practice episode 2"} <= {found["label"] for found in about["evidence"]}

    (listed,) = [one for one in ask("list", "s.review", "codings").lines if one["uid"] == made["coding"]]
    assert (listed["theme"], listed["label"], listed["state"], listed["finding"]) == (
        "Kept waiting",
        "CSC-021",
        "there",
        5,
    )
    assert ask("check", "s.review", "--json").json["problems"] == []
