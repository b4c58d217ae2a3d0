"""The open dataset: by its own schema, alike in both forms, and naming nobody."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common.errors import UserError
from desktop_app.services.dataset import write_dataset
from desktop_app.services.memory.keeping import add_to_memory, remembered
from desktop_app.services.memory.opening import opened_memory

TABLES = ("reviews", "findings", "recommendations", "parts", "links")


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]


def test_both_forms_hold_the_same_rows_by_the_published_schema(review: Any, tmp_path: Path) -> None:
    add_to_memory(review)
    folder = tmp_path / "out"
    made = write_dataset(folder)
    assert made.written
    schema = json.loads((folder / "learning-1.schema.json").read_text("utf-8"))["$defs"]
    assert tuple(schema) == TABLES
    with sqlite3.connect(folder / "learning.sqlite") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.row_factory = sqlite3.Row
        for table in TABLES:
            found = rows(folder, table)
            assert found == [dict(row) for row in db.execute(f"SELECT * FROM {table}")], table
            assert found, table
            for row in found:
                assert list(row) == list(schema[table]["properties"]) == schema[table]["required"]
                for field, rule in schema[table]["properties"].items():
                    assert isinstance(row[field], int if rule["type"] == "integer" else str)
                    assert row[field] in rule.get("enum", [row[field]])
                    assert re.search(rule.get("pattern", ""), str(row[field]))
    db.close()
    manifest = json.loads((folder / "dataset.json").read_text("utf-8"))
    assert manifest["rows"] == dict.fromkeys(TABLES, 1)
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert {file.name for file in folder.iterdir()} == {*manifest["files"], "dataset.json"}


def test_it_names_nobody_and_is_the_same_each_time(review: Any, tmp_path: Path) -> None:
    add_to_memory(review)
    first, second = tmp_path / "one", tmp_path / "two"
    write_dataset(first)
    write_dataset(second)
    secrets = ("Callum", "Draycott", "Thornby", "f" * 32, "c" * 32, review.snapshot.review.uid, "a.review")
    for file in first.iterdir():
        data = file.read_bytes()
        assert data == (second / file.name).read_bytes()
        for secret in secrets:
            assert secret.encode() not in data, (file.name, secret)


@pytest.mark.parametrize("field", ["title", "nation"])
def test_a_name_that_got_into_the_memory_gets_no_further(review: Any, tmp_path: Path, field: str) -> None:
    add_to_memory(review)
    with opened_memory() as memory:
        (kept,) = memory.reviews()
        memory.keep(replace(kept, **{field: "Wojciech Brzezinski"}))  # type: ignore[arg-type]
    made = write_dataset(tmp_path / "out")
    assert not made.written
    assert any("Brzezinski" in item.surface for item in made.blocked)
    assert not (tmp_path / "out").exists()


def test_words_that_changed_after_they_were_checked_get_no_further(review: Any, tmp_path: Path) -> None:
    add_to_memory(review)
    with opened_memory() as memory:
        (kept,) = memory.reviews()
        (finding,) = kept.findings
        changed = replace(finding, statement=finding.statement.replace("Rowan came", "Wojciech came"))
        memory.keep(replace(kept, findings=(changed,)))
    assert not write_dataset(tmp_path / "out").written


def test_what_cannot_be_written_is_said(review: Any, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_dataset(tmp_path / "out")
    assert refused.value.code == "nothing-remembered"
    add_to_memory(review)
    (tmp_path / "file").write_text("x")
    for target, code in ((tmp_path / "none" / "out", "not-found"), (tmp_path / "file", "not-written")):
        with pytest.raises(UserError) as refused:
            write_dataset(target)
        assert refused.value.code == code
    assert (tmp_path / "file").read_text() == "x"
    assert len(remembered().reviews) == 1
