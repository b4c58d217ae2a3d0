"""From a published review to “said before” in another, the dataset, and forgetting, as a script would."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path
from typing import Any

from desktop_app.domain.learning import Recommendation
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost

OUT = Output(kind=OutputKind.BRIEFING, profile=ProfileName.PUBLIC, published=dt.date(2026, 6, 20))


def make(path: Path, *records: Record) -> None:
    file, _ = ReviewFile.create(path, "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    with Session(file) as session:
        session.put("Fill", *records)


def test_what_one_review_published_is_found_from_another(candour: Any) -> None:
    make(
        candour.folder / "a.review",
        Review(published_title="Learning from Rowan"),
        Person(key="p", name="Callum Draycott", pseudonym="Rowan"),
        Recommendation(
            number=1, text="Whenever a child such as Callum Draycott comes home, somebody listens the same day."
        ),
        OUT,
    )
    words = "Somebody listens to every child on the day they come home."
    make(candour.folder / "b.review", Review(), Recommendation(number=3, text=words))
    refused = candour("memory", "add", "b.review", "--json", secret=True)
    assert (refused.code, refused.json["code"]) == (1, "nothing-published")
    added = candour("memory", "add", "a.review", "--json", secret=True)
    assert (added.code, added.json["added"], added.json["review"]["recommendations"]) == (0, True, 1)
    said = candour("said-before", "b.review", "--recommendation", "3", "--json", secret=True)
    assert (said.code, said.json["searched"]) == (0, 1)
    (echo,) = said.json["said"][0]["echoes"]
    assert echo["words"] == "Whenever a child such as Rowan comes home, somebody listens the same day."
    assert echo["title"] == "Learning from Rowan"
    made = candour("dataset", "--to", "out", "--json")
    assert (made.code, made.json["rows"]["recommendations"]) == (0, 1)
    with sqlite3.connect(candour.folder / "out" / "learning.sqlite") as db:
        (row,) = db.execute("SELECT text FROM recommendations").fetchall()
    db.close()
    assert row[0] == echo["words"] == json.loads((candour.folder / "out" / "recommendations.jsonl").read_text())["text"]
    gone = candour("memory", "forget", echo["review"][:10])
    assert (gone.code, "Learning from Rowan" in gone.err) == (0, True)
    everything = [file.read_bytes() for file in candour.home.rglob("*") if file.is_file()]
    everything += [file.read_bytes() for file in (candour.folder / "out").iterdir()]
    assert not any(b"Draycott" in data for data in everything)
