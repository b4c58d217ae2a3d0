"""The fixed words of outputs, from `resources/outputs/wording.toml`."""

from __future__ import annotations

import functools
import tomllib

from desktop_app.common.document import Dates, Text
from desktop_app.common.resources import resource


@functools.cache
def _all() -> dict[str, dict[str, str | list[str]]]:
    with resource("outputs", "wording.toml").open("rb") as file:
        return {key: value for key, value in tomllib.load(file).items() if isinstance(value, dict)}


def words(section: str, key: str, **values: object) -> str:
    """One wording with its places filled."""
    template = _all()[section][key]
    assert isinstance(template, str), (section, key)
    return template.format(**values)


def lines(section: str, key: str) -> tuple[str, ...]:
    """A list of wordings."""
    found = _all()[section][key]
    assert isinstance(found, list), (section, key)
    return tuple(found)


def fixed(section: str, key: str, **values: object) -> Text:
    """A wording as text that no rule changes."""
    return Text(words(section, key, **values), Dates.FIXED)


def kinds() -> dict[str, str]:
    """What is printed for some kinds of words that people decided on."""
    return {key: value for key, value in _all()["kinds"].items() if isinstance(value, str)}


def scopes() -> dict[str, str]:
    """What is printed for the reach of a recommendation; an import may have brought others."""
    return {key: value for key, value in _all()["scopes"].items() if isinstance(value, str)}


def publication_outcomes() -> dict[str, str]:
    """The sentence for what is commonly decided on publication, by the outcome as people write it, in small letters."""
    return {key: value for key, value in _all()["publication_outcomes"].items() if isinstance(value, str)}


def nothing_yet() -> dict[str, str]:
    """What an output says of which nothing is there yet, by its kind; letters are whole without a record."""
    return {key: value for key, value in _all()["nothing_yet"].items() if isinstance(value, str)}
