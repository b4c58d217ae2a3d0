"""The jigsaw in sentences. None of them calls a file anonymous: they say what is told, where, and what would help."""

from __future__ import annotations

from desktop_app.anonymise.jigsaw.finer import Undone
from desktop_app.anonymise.jigsaw.union import Jigsaw, Piece
from desktop_app.domain.output import OutputKind, ProfileName

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def place_of(kind: OutputKind, profile: ProfileName) -> str:
    return f"{kind.value}, {profile.value}"


def counted(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def say(jigsaw: Jigsaw, label: str) -> str:
    """E.g. "3 indirect facts about Rowan stand across 2 outputs: age (“was 14”, briefing, public), ..."."""
    many, places = len(jigsaw.pieces), len(jigsaw.places)
    listed = ", ".join(f"{p.label} (“{p.said[0].fact.value}”, {p.said[0].place})" for p in jigsaw.pieces)
    across = "in one output" if places == 1 else f"across {places} outputs or public sources"
    rare = " One of them is rare." if any(p.rare for p in jigsaw.pieces) and many < 3 else ""
    return (
        f"{many} indirect facts about {label} stand {across}: {listed}.{rare} Together they could show who this is: "
        "make some of them coarser, or say why they stay."
    )


def say_undone(pair: Undone) -> str:
    return (
        f"“{pair.finer.fact.value}” ({pair.finer.place}) says more than “{pair.coarser.fact.value}” "
        f"({pair.coarser.place}), and may undo it."
    )


def say_beside(jigsaw: Jigsaw, label: str, draft: str) -> str:
    """What the output at the place `draft` adds: "With the briefing, this gives 5 facts about Rowan. ..."."""
    others = [place for place in jigsaw.places if place != draft]
    many = f"{len(jigsaw.pieces)} facts about {label}"
    if draft not in jigsaw.places:
        return f"Without this output, others give {many}: {_joined([p.label for p in jigsaw.pieces])}."
    if not others:
        return f"This gives {many}: {_joined([p.label for p in jigsaw.pieces])}. Together they could show who it is."
    new = [piece.label for piece in jigsaw.pieces if _only_at(piece, draft)]
    told = f"Only this one tells: {_joined(new)}." if new else "It tells nothing that they do not."
    named = _joined([_named(place) for place in others[:2]] + ([f"{len(others) - 2} more"] if others[2:] else []))
    return f"With {named}, this gives {many}. {told}"


def to_coarsen(jigsaw: Jigsaw) -> int:
    """How many kinds of fact must go, rare ones first, before nothing need be said; what is public stays public."""
    ours = [piece for piece in jigsaw.pieces if any(_is_output(placed.place) for placed in piece.said)]
    pieces = sorted(jigsaw.pieces, key=lambda piece: (piece not in ours, not piece.rare))
    gone = 0
    while gone < len(ours) and Jigsaw(jigsaw.person, tuple(pieces), ()).too_much:
        pieces.pop(0)
        gone += 1
    return gone


def _only_at(piece: Piece, place: str) -> bool:
    return all(placed.place == place for placed in piece.said)


def _named(place: str) -> str:
    """ "briefing, public" is an output; anything else is a public source, in the author's words."""
    return f"the {place.partition(', ')[0].replace('-', ' ')}" if _is_output(place) else place


def _is_output(place: str) -> bool:
    kind, comma, _ = place.partition(", ")
    return bool(comma) and kind in {known.value for known in OutputKind}


def _joined(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
