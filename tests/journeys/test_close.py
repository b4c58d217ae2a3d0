"""Story: the review is closed under the retention rule; the learning stays."""

from __future__ import annotations

from pathlib import Path


def test_closing_the_sample(sample, candour) -> None:
    more = "No,Recommendation,Action\n12,Ask Tamsin Ollerenshaw-Pike why.,\n"
    Path(candour.folder, "more.csv").write_text(more, encoding="utf-8")
    assert candour("import", "s.review", "more.csv", "--as", "recommendations", secret=True).code == 0
    Path(candour.folder, "new.txt").write_text("maple anchor dusk violin\n", encoding="utf-8")
    close = ["close", "s.review", "--rule", "after-publication", "--by", "Records officer"]
    close += ["--new-passphrase-file", "new.txt", "--recovery-to", "k2.txt", "--json"]
    first = candour(*close, secret=True)
    assert (first.code, first.json["code"]) == (1, "undecided")
    waiting = candour("close", "s.review", "--undecided", secret=True)
    assert waiting.code == 1
    for line in waiting.lines:
        words = ["decide", "s.review", line["surface"], "--replace", "a colleague"]
        assert candour(*words, secret=True).code == 0
    done = candour(*close, secret=True)
    assert done.code == 0, done.err
    assert "Records officer" in done.json["record"]
    assert candour("check", "s.review", secret=True).code == 3
    listed = candour("list", "s.review", "events", "--passphrase-file", "new.txt")
    assert (listed.code, listed.out) == (0, "")
    assert len(candour("list", "s.review", "recommendations", "--passphrase-file", "new.txt").lines) > 5
    assert "Draycott" not in candour("list", "s.review", "findings", "--passphrase-file", "new.txt").out
