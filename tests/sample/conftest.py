"""The sample's data as they lie in `resources/sample/`, read with nothing but the standard library."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
_LEAST_HEADINGS = 3  # a title row has one cell


@pytest.fixture(scope="session")
def folder() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def toml() -> Callable[[str], dict[str, Any]]:
    def load(name: str) -> dict[str, Any]:
        with (SAMPLE / name).open("rb") as file:
            return tomllib.load(file)

    return load


@pytest.fixture(scope="session")
def returns(toml: Callable[[str], dict[str, Any]]) -> dict[str, tuple[list[str], list[list[str]]]]:
    """Agency code -> (headings, data rows)."""
    found = {}
    for item in toml("returns/returns.toml")["return"]:
        with (SAMPLE / "returns" / item["file"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t"))
        start = next(n for n, row in enumerate(rows) if len(row) >= _LEAST_HEADINGS)
        found[item["agency"]] = (rows[start], rows[start + 1 :])
    return found


@pytest.fixture(scope="session")
def events(returns: dict[str, tuple[list[str], list[list[str]]]]) -> dict[str, list[str]]:
    """Ref -> the row's cells."""
    return {f"{code}-{n:03}": row for code, (_, rows) in returns.items() for n, row in enumerate(rows, 1)}


@pytest.fixture(scope="session")
def everything() -> str:
    """Every word of the sample, comments of the data files left out."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*")) if path.is_file()]
    return "\n".join(line for text in texts for line in text.splitlines() if not line.startswith("#"))
