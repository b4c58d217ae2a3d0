"""Public facts that are being typed and were not yet added, by the record they are typed over."""

from __future__ import annotations

import json
from collections.abc import Collection

NEW = "new"  # where a record that is not yet one is typed
Fields = dict[str, str]
_NAMES = frozenset(["words", "where", "about", "source", "seen"])


class HalfTyped:
    """Fields of a form by uid, or `NEW`."""

    def __init__(self, held: dict[str, Fields] | None = None) -> None:
        self._held = held or {}

    @classmethod
    def read(cls, draft: str) -> HalfTyped:
        """As `as_draft` wrote it; a draft of another shape, from another version, is none."""
        try:
            found = json.loads(draft)
        except ValueError:
            return cls()
        if not isinstance(found, dict):
            return cls()
        return cls({uid: said for uid, said in found.items() if isinstance(said, dict) and said.keys() == _NAMES})

    def __bool__(self) -> bool:
        return bool(self._held)

    def of(self, uid: str) -> Fields:
        return self._held.get(uid, {})

    def keep(self, uid: str, fields: Fields) -> None:
        """No fields: there is nothing half typed there any more."""
        if fields:
            self._held[uid] = fields
        else:
            self._held.pop(uid, None)

    def drop_all_but(self, known: Collection[str]) -> None:
        """What was typed over a record that has gone."""
        for uid in [uid for uid in self._held if uid != NEW and uid not in known]:
            del self._held[uid]

    def as_draft(self) -> str:
        return json.dumps(self._held, ensure_ascii=False) if self._held else ""
