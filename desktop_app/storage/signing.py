"""A signing key that only its holder's passphrase opens: an Ed25519 seed, wrapped as a review's data key is."""

from __future__ import annotations

import json

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from desktop_app.storage import secrets
from desktop_app.storage.keyslots import Slot, slot_from_json, slot_to_json, unwrap, wrap
from desktop_app.storage.secrets import KdfCost, Passphrase


def new_signing_key(passphrase: str, cost: KdfCost | None = None) -> tuple[str, str]:
    """(key that checks signatures, hexadecimal; the wrapped key, JSON). Raises UserError "empty-secret"."""
    key = SigningKey.generate()
    slot = wrap(bytes(key), Passphrase(passphrase), cost or secrets.MODERATE)
    return bytes(key.verify_key).hex(), json.dumps(slot_to_json(slot))


def sign(sealed: str, verify: str, passphrase: str, message: bytes) -> str:
    """The signature, hexadecimal. Raises UserError "wrong-secret", ValueError for a key that is not this `verify`'s."""
    slot = slot_from_json(json.loads(sealed))
    if not isinstance(slot, Slot):
        raise ValueError("a signing key of a kind this version does not know")
    key = SigningKey(unwrap((slot,), Passphrase(passphrase)))
    if bytes(key.verify_key).hex() != verify:
        raise ValueError("the wrapped key is not the one that signatures are checked with")
    return key.sign(message).signature.hex()


def signature_holds(verify: str, message: bytes, signature: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(verify)).verify(message, bytes.fromhex(signature))
    except (BadSignatureError, ValueError):
        return False
    return True
