"""Key slots: the random data key, wrapped once for each secret that opens the review. FORMAT.md gives the bytes."""

from __future__ import annotations

import base64
import hashlib
import os
import unicodedata
from dataclasses import dataclass

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
from desktop_app.storage.secrets import KdfCost, Passphrase, RecoveryKey, Secret

PASSPHRASE, RECOVERY = "passphrase", "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """`salt` 16, `nonce` 24 and `wrapped` 48 bytes. `cost` is None in a recovery slot: 160 random bits need none."""

    id: str
    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: KdfCost | None = None
    keyfile: bool = False


def subkey(data_key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose ("db", "header", "seal", "audit"), from the data key."""
    return hashlib.blake2b(key=data_key, person=f"candour-{purpose}".encode(), digest_size=32).digest()


def wrap(data_key: bytes, secret: Secret, cost: KdfCost) -> Slot:
    """A new slot that `secret` opens. Raises UserError "empty-secret", ValueError for a cost out of range."""
    salt, nonce = os.urandom(16), os.urandom(24)
    if isinstance(secret, RecoveryKey):
        slot = Slot(new_uid()[:8], RECOVERY, salt, nonce, b"")
    else:
        if not secret.text:
            raise refusals.empty_secret("passphrase")
        if secret.keyfile == b"":
            raise refusals.empty_secret("keyfile")
        if not cost.within_limits:
            raise ValueError("key derivation cost out of range")
        slot = Slot(new_uid()[:8], PASSPHRASE, salt, nonce, b"", cost, secret.keyfile is not None)
    key = _wrapping_key(slot, secret)
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(data_key, slot.kind.encode(), nonce, key)
    return Slot(slot.id, slot.kind, salt, nonce, wrapped, slot.cost, slot.keyfile)


def unwrap(slots: tuple[Slot, ...], secret: Secret) -> bytes:
    """The data key. Raises UserError "wrong-secret" or "recovery-key-mistyped"."""
    kind = RECOVERY if isinstance(secret, RecoveryKey) else PASSPHRASE
    fitting = [slot for slot in slots if slot.kind == kind]
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


def slot_to_json(slot: Slot) -> dict[str, object]:
    plain: dict[str, object] = {"id": slot.id, "kind": slot.kind}
    plain |= {name: base64.b64encode(getattr(slot, name)).decode() for name in ("salt", "nonce", "wrapped")}
    if slot.cost is not None:
        plain |= {"kdf": "argon2id", "m": slot.cost.memory, "t": slot.cost.passes, "keyfile": slot.keyfile}
    return plain


def slot_from_json(plain: dict[str, object]) -> Slot:
    """Raises ValueError (with KeyError and TypeError) for anything but a slot within limits, before any allocation."""
    kind, name = plain["kind"], str(plain["id"])
    salt, nonce, wrapped = _exactly(plain["salt"], 16), _exactly(plain["nonce"], 24), _exactly(plain["wrapped"], 48)
    if kind == RECOVERY:
        return Slot(name, RECOVERY, salt, nonce, wrapped)
    memory, passes = plain["m"], plain["t"]
    if kind != PASSPHRASE or plain["kdf"] != "argon2id" or type(memory) is not int or type(passes) is not int:
        raise ValueError("unknown slot")
    cost = KdfCost(memory, passes)
    if not cost.within_limits:
        raise ValueError("key derivation cost out of range")
    return Slot(name, PASSPHRASE, salt, nonce, wrapped, cost, plain["keyfile"] is True)


def _exactly(text: object, size: int) -> bytes:
    raw = base64.b64decode(str(text), validate=True)
    if len(raw) != size:
        raise ValueError("slot field of a wrong length")
    return raw


def _wrapping_key(slot: Slot, secret: Secret) -> bytes:
    if isinstance(secret, RecoveryKey):
        raw = read_recovery_key(secret.text)
        return hashlib.blake2b(raw, key=slot.salt, person=b"candour-recovery", digest_size=32).digest()
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
