"""The audit chain: each entry carries a keyed MAC over itself and the entry before it.

Tamper-evident against changes of the file and against older prints of (n, mac); not against somebody who holds the
passphrase and this code. Entries hold codes, counts and ids, never the words of the review.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass

from desktop_app.common import clock
from desktop_app.storage.driver import Database

_START = "0" * 64
PRINTED = 12  # hex digits of a mac that an anchor shows


@dataclass(frozen=True, slots=True)
class AuditChain:
    """`key` is 32 bytes. Entries are added inside the transaction they tell of.

    After a new data key, entries made before are held by the key of their time, which the file keeps: prints of older
    entries stay good, and the first new entry seals the old ones in by its `prev`.
    """

    db: Database
    key: bytes
    device: str

    def add(self, action: str, *, ref: str = "", detail: str = "") -> None:
        n, prev = self._last()
        entry = (n + 1, clock.now().isoformat(), self.device, action, ref, detail, prev)
        self.db.conn.execute("INSERT INTO _audit VALUES(?, ?, ?, ?, ?, ?, ?, ?)", (*entry, self._mac(entry, self.key)))

    def anchor(self) -> tuple[int, str]:
        """Number and first 12 hex digits of the newest entry: print it, and a cut tail shows. (0, zeros) if none."""
        n, mac = self._last()
        return n, mac[:PRINTED]

    def broken_at(self) -> tuple[int, str] | None:
        """Number of the first entry that does not hold and how: edited | missing | moved. None when all hold.

        An entry that is sound in itself but does not follow the one before it was moved, or something between was
        taken out and the rest renumbered: to the chain these are the same.
        """
        prev, keys = _START, self._former_keys()
        entries = self.db.conn.execute("SELECT * FROM _audit ORDER BY n")
        for expected, (*entry, mac) in enumerate(entries, start=1):
            while keys and keys[0][0] < expected:
                keys.pop(0)
            right = hmac.compare_digest(self._mac(tuple(entry), keys[0][1] if keys else self.key), mac)
            if entry[0] != expected:
                return expected, "missing"
            if entry[6] != prev or not right:
                return expected, "moved" if right or self._made_elsewhere(entry, mac) else "edited"
            prev = mac
        return None

    def _made_elsewhere(self, entry: list[int | str], mac: str) -> bool:
        """Whether an entry is this ledger's own, made under another number."""
        last, _ = self._last()
        held = [*(key for _, key in self._former_keys()), self.key]
        numbers = range(1, last + 2)  # one was perhaps taken out, and those behind it moved up
        return any(hmac.compare_digest(self._mac((n, *entry[1:]), key), mac) for n in numbers for key in held)

    def holds(self, anchor: tuple[int, str]) -> bool:
        """Whether the entry that an older print names is still there, unchanged."""
        n, printed = anchor
        row = self.db.conn.execute("SELECT mac FROM _audit WHERE n = ?", (n,)).fetchone()
        return (row[0] if row else _START)[:PRINTED] == printed if row or n == 0 else False

    def _last(self) -> tuple[int, str]:
        row = self.db.conn.execute("SELECT n, mac FROM _audit ORDER BY n DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, _START)

    def retire_key(self, former: bytes) -> None:
        """Keep the key that all entries so far were made with; `key` makes those that follow."""
        n, _ = self._last()
        self.db.conn.execute("INSERT OR IGNORE INTO _audit_keys VALUES(?, ?)", (n, former.hex()))

    def _former_keys(self) -> list[tuple[int, bytes]]:
        held = self.db.conn.execute("SELECT until, key FROM _audit_keys ORDER BY until").fetchall()
        return [(until, bytes.fromhex(key)) for until, key in held]

    @staticmethod
    def _mac(entry: tuple[int | str, ...], key: bytes) -> str:
        text = json.dumps(entry, separators=(",", ":"), ensure_ascii=False)
        return hmac.digest(key, text.encode(), "sha256").hex()
