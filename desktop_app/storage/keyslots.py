"""Key slots: the random data key, wrapped once for each secret that opens the review. FORMAT.md gives the bytes."""

from __future__ import annotations

import base64
import hashlib
import os
import unicodedata
from dataclasses import dataclass, replace

from nacl import exceptions
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_pwhash_alg,
    crypto_pwhash_ALG_ARGON2ID13,
)
from nacl.exceptions import CryptoError

from desktop_app.common.ids import new_uid
from desktop_app.storage import refusals
from desktop_app.storage.recovery_key import read_recovery_key
from desktop_app.storage.secrets import KdfCost, Passphrase, RecoveryKey, RecoveryShares, Secret
from desktop_app.storage.shares import SharePlan, read_shares

PASSPHRASE, RECOVERY, SHARES = "passphrase", "recovery", "shares"


@dataclass(frozen=True, slots=True)
class Slot:
    """`salt` 16, `nonce` 24 and `wrapped` 48 bytes. `cost` only in a passphrase slot: 160 random bits need none.

    `plan` only in a slot for shares.
    """

    id: str
    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: KdfCost | None = None
    keyfile: bool = False
    plan: SharePlan | None = None


@dataclass(frozen=True, slots=True)
class UnknownSlot:
    """A slot of a kind that a later Candour has: kept as it is, and no way in for this one."""

    kind: str
    plain: dict[str, object]


AnySlot = Slot | UnknownSlot


def subkey(data_key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose ("db", "header", "seal", "audit"), from the data key."""
    return hashlib.blake2b(key=data_key, person=f"candour-{purpose}".encode(), digest_size=32).digest()


def wrap(data_key: bytes, secret: Secret, cost: KdfCost) -> Slot:
    """A new slot that `secret` opens. Raises UserError "empty-secret", ValueError for a cost out of range."""
    salt, nonce = os.urandom(16), os.urandom(24)
    if isinstance(secret, RecoveryKey):
        slot = Slot(new_uid()[:8], RECOVERY, salt, nonce, b"")
    elif isinstance(secret, RecoveryShares):
        raise TypeError("shares are made, not chosen: wrap_for_shares")
    else:
        if not secret.text:
            raise refusals.empty_secret("passphrase")
        if secret.keyfile == b"":
            raise refusals.empty_secret("keyfile")
        if not cost.within_limits:
            raise ValueError("key derivation cost out of range")
        slot = Slot(new_uid()[:8], PASSPHRASE, salt, nonce, b"", cost, secret.keyfile is not None)
    return _filled(slot, data_key, _wrapping_key(slot, secret))


def wrap_for_shares(data_key: bytes, raw: bytes, plan: SharePlan) -> Slot:
    """A new slot that the shares of `raw` (20 bytes) open."""
    slot = Slot(new_uid()[:8], SHARES, os.urandom(16), os.urandom(24), b"", plan=plan)
    return _filled(slot, data_key, _random_secret_key(slot, raw))


def _filled(slot: Slot, data_key: bytes, key: bytes) -> Slot:
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(data_key, slot.kind.encode(), slot.nonce, key)
    return replace(slot, wrapped=wrapped)


def unwrap(slots: tuple[AnySlot, ...], secret: Secret) -> bytes:
    """The data key. Raises UserError "wrong-secret", "recovery-key-mistyped", "share-mistyped", "shares-too-few"."""
    kind = {RecoveryKey: RECOVERY, RecoveryShares: SHARES}.get(type(secret), PASSPHRASE)
    fitting = [slot for slot in slots if isinstance(slot, Slot) and slot.kind == kind]
    if kind == SHARES and not fitting:
        raise refusals.no_shares()
    for slot in fitting:
        key = _wrapping_key(slot, secret)
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(slot.wrapped, slot.kind.encode(), slot.nonce, key)
        except CryptoError:
            continue
    raise refusals.wrong_secret(
        keyfile_needed=any(slot.keyfile for slot in fitting),
        keyfile_given=isinstance(secret, Passphrase) and secret.keyfile is not None,
        recovery=kind == RECOVERY,
    )


def slot_to_json(slot: AnySlot) -> dict[str, object]:
    if isinstance(slot, UnknownSlot):
        return slot.plain
    plain: dict[str, object] = {"id": slot.id, "kind": slot.kind}
    plain |= {name: base64.b64encode(getattr(slot, name)).decode() for name in ("salt", "nonce", "wrapped")}
    if slot.cost is not None:
        plain |= {"kdf": "argon2id", "m": slot.cost.memory, "t": slot.cost.passes, "keyfile": slot.keyfile}
    if slot.plan is not None:
        plain |= {"needed": slot.plan.needed, "made": slot.plan.made, "set": slot.plan.set_id}
    return plain


def slot_from_json(plain: dict[str, object]) -> AnySlot:
    """Raises ValueError (with KeyError and TypeError) for a slot of a known kind that is malformed or out of limits,
    before any allocation. A slot of another kind is none of this version's business."""
    kind, name = plain["kind"], str(plain["id"])
    if not isinstance(kind, str):
        raise TypeError("kind of a slot")
    if kind not in (PASSPHRASE, RECOVERY, SHARES):
        return UnknownSlot(kind, plain)
    salt, nonce, wrapped = _exactly(plain["salt"], 16), _exactly(plain["nonce"], 24), _exactly(plain["wrapped"], 48)
    if kind == RECOVERY:
        return Slot(name, RECOVERY, salt, nonce, wrapped)
    if kind == SHARES:
        return Slot(name, SHARES, salt, nonce, wrapped, plan=_plan(plain))
    memory, passes = plain["m"], plain["t"]
    if plain["kdf"] != "argon2id" or type(memory) is not int or type(passes) is not int:
        raise ValueError("unknown key derivation")
    cost = KdfCost(memory, passes)
    if not cost.within_limits:
        raise ValueError("key derivation cost out of range")
    return Slot(name, PASSPHRASE, salt, nonce, wrapped, cost, plain["keyfile"] is True)


def _plan(plain: dict[str, object]) -> SharePlan:
    needed, made, set_id = plain["needed"], plain["made"], plain["set"]
    if type(needed) is not int or type(made) is not int or type(set_id) is not int:
        raise TypeError("share plan")
    plan = SharePlan(needed, made, set_id)
    if not plan.within_limits:
        raise ValueError("share plan out of limits")
    return plan


def _exactly(text: object, size: int) -> bytes:
    raw = base64.b64decode(str(text), validate=True)
    if len(raw) != size:
        raise ValueError("slot field of a wrong length")
    return raw


def _wrapping_key(slot: Slot, secret: Secret) -> bytes:
    if isinstance(secret, RecoveryKey):
        return _random_secret_key(slot, read_recovery_key(secret.text))
    if isinstance(secret, RecoveryShares):
        if slot.plan is None:
            raise ValueError("a slot for shares has a plan")
        return _random_secret_key(slot, read_shares(secret.texts, slot.plan))
    # One text can be typed as several code point sequences (é as one or two): NFKC makes them one.
    password = hashlib.blake2b(unicodedata.normalize("NFKC", secret.text).encode("utf-8", "surrogatepass")).digest()
    if slot.keyfile:
        password += hashlib.blake2b(secret.keyfile or b"").digest()
    cost = slot.cost
    if cost is None:
        raise ValueError("a passphrase slot has a cost")
    try:
        return crypto_pwhash_alg(32, password, slot.salt, cost.passes, cost.memory * 1024, crypto_pwhash_ALG_ARGON2ID13)
    except (exceptions.RuntimeError, MemoryError):  # libsodium's only failure here: it could not allocate
        raise refusals.no_memory() from None


def _random_secret_key(slot: Slot, raw: bytes) -> bytes:
    """The wrapping key from a secret that was random to begin with: kept apart by slot and by kind."""
    return hashlib.blake2b(raw, key=slot.salt, person=f"candour-{slot.kind}".encode(), digest_size=32).digest()
