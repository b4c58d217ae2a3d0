"""The cryptography of a pack, all of it libsodium's.

- The room's key: Argon2id of the room's passphrase; XChaCha20-Poly1305 (secretbox) over the brief and the wall.
- A note: Ed25519, by the pack's own key, over the pack's id and the words; then a sealed box (X25519) to the review's
  public key. The room holds no key that opens it again.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass

from nacl import exceptions
from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random as random_bytes

from desktop_app.storage.secrets import KdfCost

Json = dict[str, object]
Opener = SealedBox[PrivateKey]
_COST = struct.Struct(">II")
_SALT, _ID, _VERIFY = 16, 16, 32
_INFLATED = 32 << 20  # bytes that a frame may become: an attacker's frame of 4 MB could become gigabytes


class UnsealedError(Exception):
    """The bytes are not what the key that is tried once made."""


class UnknownHandError(Exception):
    """Made for this review, but not by the pack it says."""


def packed(value: Json) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def unpacked(data: bytes) -> Json:
    """Raises UnsealedError for what is no JSON object, or too large."""
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(data, _INFLATED)
        if not inflater.eof:
            raise UnsealedError
        value = json.loads(raw)
    except (zlib.error, ValueError):
        raise UnsealedError from None
    if not isinstance(value, dict):
        raise UnsealedError
    return value


def room_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes. Raises UnsealedError for a cost out of limits: a pack may not make this machine work for hours."""
    if not cost.within_limits:
        raise UnsealedError
    return bytes(
        crypto_pwhash_alg(32, passphrase.encode(), salt, cost.passes, cost.memory * 1024, crypto_pwhash_ALG_ARGON2ID13)
    )


def seal_brief(brief: Json, passphrase: str, cost: KdfCost) -> bytes:
    salt = random_bytes(_SALT)
    sealed = SecretBox(room_key(passphrase, salt, cost)).encrypt(packed(brief))
    return salt + _COST.pack(cost.memory, cost.passes) + bytes(sealed)


def open_brief(payload: bytes, passphrase: str) -> tuple[Json, bytes]:
    """The brief and the room's key. Raises UnsealedError when the passphrase is another, or bytes were changed."""
    if len(payload) <= _SALT + _COST.size:
        raise UnsealedError
    memory, passes = _COST.unpack_from(payload, _SALT)
    key = room_key(passphrase, payload[:_SALT], KdfCost(memory, passes))
    return open_wall(payload[_SALT + _COST.size :], key), key


def seal_wall(value: Json, key: bytes) -> bytes:
    return bytes(SecretBox(key).encrypt(packed(value)))


def open_wall(payload: bytes, key: bytes) -> Json:
    try:
        return unpacked(SecretBox(key).decrypt(payload))
    except exceptions.CryptoError:
        raise UnsealedError from None


@dataclass(frozen=True, slots=True)
class Hand:
    """A pack's own: its id (32 hex digits), the seed it signs with, and the public key it seals to."""

    pack: str
    seed: bytes
    review: bytes

    @property
    def verify(self) -> str:
        """Hex of the key that the review knows this pack by."""
        return bytes(SigningKey(self.seed).verify_key).hex()

    def seal(self, value: Json) -> bytes:
        signed = SigningKey(self.seed).sign(bytes.fromhex(self.pack) + packed(value))
        return bytes(SealedBox(PublicKey(self.review)).encrypt(bytes.fromhex(self.verify) + bytes(signed)))


def new_hand(pack: str, review_private: bytes) -> Hand:
    return Hand(pack, bytes(SigningKey.generate()), bytes(PrivateKey(review_private).public_key))


def new_review_secret() -> bytes:
    """32 bytes of an X25519 private key."""
    return bytes(PrivateKey.generate())


def opener(review_private: bytes) -> Opener:
    """Made once for all notes: to work the public key out anew takes as long as to open one."""
    return SealedBox(PrivateKey(review_private))


def unseal(payload: bytes, box: Opener, known: dict[str, str]) -> tuple[str, Json]:
    """(pack id, value) of a sealed note. `known`: verify key -> pack id. Raises UnsealedError, UnknownHandError."""
    try:
        raw = box.decrypt(payload)
    except exceptions.CryptoError:
        raise UnsealedError from None
    verify, signed = raw[:_VERIFY], raw[_VERIFY:]
    pack = known.get(verify.hex())
    if pack is None:
        raise UnknownHandError
    try:
        body = VerifyKey(verify).verify(signed)
    except exceptions.BadSignatureError:
        raise UnknownHandError from None
    if body[:_ID].hex() != pack:
        raise UnknownHandError
    return pack, unpacked(body[_ID:])


def digest(data: bytes) -> str:
    """32 hex digits of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
