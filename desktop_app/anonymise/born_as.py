"""A name that is registered with the one it had before: "April Waters née Moxon" is two names of one person."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"[\s,(]+(?:née|nee|formerly|previously|born as|a\.?k\.?a\.?|also known as|known as)[:.]?\s+([^()\d]+?)\)?\s*$",
    re.IGNORECASE,
)


def names_of(name: str) -> tuple[str, ...]:
    """The name as it is now, and in full as it was, with the given name of now."""
    match = _BEFORE.search(name)
    if match is None or not name[: match.start()].strip():
        return (name,)
    now, before = name[: match.start()].strip(" ,"), match.group(1).strip()
    return (now, before if " " in before else f"{now.split()[0]} {before}")
