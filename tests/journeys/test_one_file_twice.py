"""Two processes, one file: whoever comes second is told so with exit 5, whatever they wanted, and nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop_app.domain.people import Person
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

COMMANDS = (
    ("list", "r.review", "people", "--json"),
    ("check", "r.review", "--json"),
    ("backup", "r.review", "--json"),
    ("passphrase", "r.review", "--new-passphrase-file", "new.txt", "--json"),
)


def test_the_second_is_refused_and_the_first_loses_nothing(candour: Any, tmp_path: Path) -> None:
    path = tmp_path / "r.review"
    (tmp_path / "new.txt").write_text("maple anchor dusk violin\n", encoding="utf-8")
    file, _ = ReviewFile.create(path, candour.secret.read_text(encoding="utf-8").strip(), cost=LOWEST)
    first = Session(file)
    first.put("Add", Person(uid="p1", name="unsaved"))
    before = path.read_bytes()
    for words in COMMANDS:
        done = candour(*words, secret=True)
        assert (done.code, done.json["code"]) == (5, "in-use"), (words, done.err)
        assert "nothing has been changed" in done.json["safe"]
    assert path.read_bytes() == before
    copy = tmp_path / "copy.review"
    copy.write_bytes(before)
    assert candour("check", "copy.review", "--json", secret=True).json["code"] == "in-use", "a copy is the same review"
    first.close()
    listed = candour("list", "r.review", "people", secret=True)
    assert [line["name"] for line in listed.lines] == ["unsaved"]
