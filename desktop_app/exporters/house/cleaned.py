"""A house template with nothing in it to fear."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_FILE = 4 * 2**20  # bytes: it is kept in the review


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Made by `cleaning.clean`. `pictures` are SHA-256 sums of those the template brings."""

    data: bytes
    pictures: frozenset[str]
