"""Tables: what stands under "Name", "Age" or "School" is one, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, TOKEN, base_of, plain

_HEADS = {
    "age": re.compile(r"(?:child['’]?s )?ages?(?:[ /(][\w /)]{1,20})?|born|d\.?o\.?b\.?|date of birth", re.IGNORECASE),
    "name": re.compile(
        r"(?:full |first |child(?:['’]s)? |pupil(?:['’]s)? )?(?:names?|surname|child|pupil|student|sibling|mother"
        r"|father|mum|dad"
        r"|parent|carer|victim|perpetrator|perp|worker|social worker|keyworker|author|seen by|reported by|entered by"
        r"|who|staff|initials|practitioner|seen|completed by|signed|by)",
        re.IGNORECASE,
    ),
    "organisation": re.compile(r"(?:school|nursery|setting|gp|surgery|placement|address|lives at)", re.IGNORECASE),
}
_CELL = re.compile(r"[^|\t;]+")
_AGE = re.compile(r"\d{1,2}(?:\s?(?:yrs?|y|m|mths?|months|wks|weeks|/12))?(?: ?[(,/].{1,12})?")
# "Okonkwo, Chidera" alone in a cell or a line
_SURNAME_FIRST = re.compile(
    r"(?P<last>[A-Z](?<![\w’'\-].)[\w’'\-]+), ?(?P<first>[A-Z][\w’'\-]+) ?(?=[|\t]|$)", re.MULTILINE
)
_CELL_BEFORE = re.compile(r"(?:^|[|\t]) ?$", re.MULTILINE)
_ORDINARY = frozenset(["none", "unknown", "yes", "no", "tbc", "same", "nil", "home", "all", "various", "not"])


def find_in_columns(text: str) -> Iterator[Span]:
    """Cells under a telling head, tier 3; a table is lines with the same number of cells."""
    heads: list[str] = []
    start = 0
    for line in text.split("\n"):
        cells = [
            (m.group().strip(), start + m.start() + len(m.group()) - len(m.group().lstrip()))
            for m in _CELL.finditer(line)
        ]
        cells = [cell for cell in cells if cell[0]]
        start += len(line) + 1
        kinds = [next((kind for kind, head in _HEADS.items() if head.fullmatch(words)), "") for words, _ in cells]
        if len(cells) < 2:
            heads = []
        elif len([kind for kind in kinds if kind]) > 1 or (not heads and any(kinds) and len(cells) > 2):
            heads = kinds
        elif len(heads) == len(cells):
            for kind, (words, at) in zip(heads, cells, strict=True):
                if kind and _fits(kind, words):
                    yield Span(at, at + len(words), kind, 3, f"in a column of {kind}s")


def surnames_first(text: str) -> Iterator[Span]:
    """ "Price, Hope": words both, but a surname and a given name that fill a cell."""
    for match in _SURNAME_FIRST.finditer(text):
        if not _CELL_BEFORE.search(text[max(0, match.start() - 2) : match.start()] or "\n"):
            continue
        last, first = base_of(match.group("last")), base_of(match.group("first"))
        ordinary = {last, first} & (lexicon.allowed() | FUNCTION_WORDS)
        if not ordinary and plain(first) in lexicon.given_names() and plain(last) in lexicon.surnames():
            yield Span(match.start("last"), match.end("first"), "person", 2, "surname first")


def _fits(kind: str, words: str) -> bool:
    if kind == "age":
        return bool(_AGE.fullmatch(words))
    found = TOKEN.findall(words)
    if not 1 <= len(found) <= 4 or not words[0].isupper() or any(c.isdigit() for c in words):
        return False
    return not all(
        base_of(w) in lexicon.allowed() or base_of(w) in FUNCTION_WORDS or base_of(w) in _ORDINARY for w in found
    )
