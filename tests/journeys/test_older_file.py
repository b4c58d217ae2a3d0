"""An older file comes back by a sync client or a stick: whoever opens it next is told, once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

SAID = "This is an older version of the review than the one last open on this computer"


def test_an_older_file_put_back_is_said_once(candour) -> None:
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    review = Path(candour.folder, "r.review")
    older = shutil.copy(review, Path(candour.folder, "older"))
    Path(candour.folder, "people.csv").write_text("kind,name\nperson,Callum Thornley\n", encoding="utf-8")
    imported = candour("import", review, "people.csv", "--as", "people", secret=True)
    assert imported.code in (0, 1)
    assert SAID not in imported.err
    shutil.copy(older, review)
    told = candour("list", review, "people", secret=True)
    assert SAID in told.err
    assert all(json.loads(line) for line in told.out.splitlines()), "standard output stays as promised"
    assert SAID not in candour("list", review, "people", secret=True).err
