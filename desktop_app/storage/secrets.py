"""What opens a review: a passphrase (with or without a keyfile), the printed recovery key, or shares."""

from __future__ import annotations

from dataclasses import dataclass, field

MIB = 1024  # KdfCost counts in KiB, as Argon2's own specification does


@dataclass(frozen=True, slots=True)
class Passphrase:
    """`keyfile` is the whole content of the keyfile, None when there is none. Neither is ever shown by repr()."""

    text: str = field(repr=False)
    keyfile: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """As typed from the sheet: case, spaces and dashes do not matter."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryShares:
    """As typed from several people's sheets, in any order."""

    texts: tuple[str, ...] = field(repr=False)


Secret = Passphrase | RecoveryKey | RecoveryShares


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id: `memory` in KiB, `passes` over it; libsodium always uses one lane."""

    memory: int
    passes: int

    @property
    def within_limits(self) -> bool:
        """Weaker than the lowest is a downgrade, dearer than the highest would hang the machine: both are refused."""
        return 19 * MIB <= self.memory <= 2048 * MIB and 1 <= self.passes <= 50


MODERATE = KdfCost(memory=256 * MIB, passes=3)
LOWEST = KdfCost(memory=19 * MIB, passes=1)
