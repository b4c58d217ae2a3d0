"""What a template may say: name a field, repeat over sections, leave a part out. Anything else is refused unread.

The sandbox of jinja2 is the second line. The first is that no call, no arithmetic, no attribute but ours and no loop
but over the document's own parts is compiled at all, so that what a template costs is bounded by what it is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from desktop_app.exporters.house.refusals import asks_for

FIELDS = ("title", "subtitle", "partnership", "marking", "ledger", "body", "sections")
_OF_A_SECTION = frozenset({"heading", "body"})
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Filter),
)
_FILTERS = frozenset({"upper", "lower", "title", "trim"})
_MOST_LETTERS = 60


class HouseLanguage(SandboxedEnvironment):
    """Raises UserError template-refused, when a template is compiled, for all that `_checked` does not know."""

    def __init__(self) -> None:
        super().__init__(autoescape=True)
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except TemplateError as error:
            raise asks_for("a mark that is not finished, or not a field") from error
        _check(tree, frozenset(), inside=False)
        return tree


def _check(node: nodes.Node, loops: frozenset[str], *, inside: bool) -> None:
    """`loops` are the names that stand for a section here; `inside` a repeated part no other is begun."""
    if not isinstance(node, _ALLOWED):
        raise asks_for(_called(node))
    if isinstance(node, nodes.For):
        _check_loop(node, inside=inside)
        target = node.target
        assert isinstance(target, nodes.Name)
        for child in node.body:
            _check(child, loops | {target.name}, inside=True)
        return
    if isinstance(node, nodes.Name) and node.name not in (*FIELDS, *loops):
        raise asks_for(f"“{_short(node.name)}”, which is no field")
    if isinstance(node, nodes.Getattr):
        of_section = isinstance(node.node, nodes.Name) and node.node.name in loops
        if not of_section or node.attr not in _OF_A_SECTION:
            raise asks_for(f"“{_short(node.attr)}”, which is no part of a section")
    if isinstance(node, nodes.Filter) and (node.name not in _FILTERS or _arguments(node)):
        raise asks_for(f"“{_short(node.name)}”, which is not done to a field")
    for child in node.iter_child_nodes():
        _check(child, loops, inside=inside)


def _check_loop(node: nodes.For, *, inside: bool) -> None:
    over_sections = isinstance(node.iter, nodes.Name) and node.iter.name == "sections"
    plain = isinstance(node.target, nodes.Name) and node.target.name not in FIELDS
    if inside or not over_sections or not plain or node.else_ or node.test is not None or node.recursive:
        raise asks_for("a repetition that is not over the sections, once")


def _arguments(node: nodes.Filter) -> list[Any]:
    return [*node.args, *node.kwargs, *(held for held in (node.dyn_args, node.dyn_kwargs) if held is not None)]


def _called(node: nodes.Node) -> str:
    kind = type(node).__name__
    return {"Call": "to run something", "Getitem": "part of a field", "Const": "a value of its own"}.get(
        kind, f"“{kind.lower()}”"
    )


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"


def marks(text: str) -> Iterator[tuple[int, str]]:
    """(position, mark) of each brace mark in words without any markup, in order."""
    at = 0
    while at < len(text) - 1:
        pair = text[at : at + 2]
        if pair in _MARKS:
            yield at, pair
            at += 2
        else:
            at += 1


_MARKS = frozenset({"{{", "}}", "{%", "%}", "{#", "#}"})
_LONGEST_MARK = 400
_MOST_MARKS = 400
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}


def check_marks(text: str) -> None:
    """Every mark is closed, by its own kind and soon: what is not would cost the patterns that look for it dearly."""
    opened: tuple[int, str] | None = None
    for count, (at, mark) in enumerate(marks(text)):
        if count >= 2 * _MOST_MARKS:
            raise asks_for("more marks than a template needs")
        if opened is None and mark in _CLOSES:
            opened = (at, mark)
        elif opened is not None and mark == _CLOSES[opened[1]] and at - opened[0] <= _LONGEST_MARK:
            opened = None
        else:
            raise asks_for("a mark that is not closed")
    if opened is not None:
        raise asks_for("a mark that is not closed")
