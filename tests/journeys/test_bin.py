"""The bin from the terminal."""

from __future__ import annotations

from pathlib import Path


def test_listing_restoring_and_purging(sample, candour) -> None:
    assert candour("bin", "s.review", secret=True).out == ""
    assert candour("bin", "s.review", "--purge", "nothing", secret=True).code == 2
    done = candour("bin", "s.review", "--purge-all", "--json", secret=True)
    assert (done.code, done.json["purged"]) == (0, 0)
    assert candour("check", "s.review", "--json", secret=True).json["ok"]
    assert Path(candour.folder, "s.review").is_file()
