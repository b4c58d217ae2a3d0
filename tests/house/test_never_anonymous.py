"""No word of the program says of a file that it is anonymous: it says what was replaced, decided and what remains."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.readers import readers

ROOT = Path(__file__).resolve().parents[2]
CLAIM = re.compile(
    r"\banonymous(?:ly)?\b|\bfully anonymised\b|\bcannot be identified\b|\bunidentifiable\b", re.IGNORECASE
)
SAID_TO_PEOPLE = ("*.toml", "*.txt", "*.md")


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string but docstrings, with its line."""
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.lineno, node.value


def test_no_string_of_the_program_says_so() -> None:
    said = [
        f"{path.relative_to(ROOT)}:{line}: {text[:80]}"
        for path in (ROOT / "desktop_app").rglob("*.py")
        for line, text in strings(ast.parse(path.read_text("utf-8")))
        if CLAIM.search(text)
    ]
    assert said == []


def test_no_wording_that_outputs_or_pages_print_says_so() -> None:
    folders = ("jigsaw", "outputs", "profiles", "recommendations", "retention")
    for folder in folders:
        for pattern in SAID_TO_PEOPLE:
            for path in (ROOT / "resources" / folder).rglob(pattern):
                printed = re.sub(r"(?m)^\s*#.*$|^source = .*$", "", path.read_text("utf-8"))
                assert not CLAIM.search(printed), path


@pytest.mark.parametrize("kind", list(OutputKind))
def test_no_output_says_so_of_itself(kind: OutputKind) -> None:
    import datetime as dt

    words = " ".join(text.words for text in all_texts(compose(Snapshot(), kind, dt.date(2026, 9, 1))))
    assert not CLAIM.search(words)
    assert len(readers()) == len(ProfileName)
    assert not CLAIM.search(str(readers()))
