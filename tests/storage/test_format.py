"""FORMAT.md is true: a review is opened by its description alone, without SQLCipher and without our own code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_pwhash_alg,
    crypto_pwhash_ALG_ARGON2ID13,
)

from desktop_app.storage import header

PAGE = 4096
DOCUMENT = Path(header.__file__).with_name("FORMAT.md")


def subkey(data_key: bytes, purpose: str) -> bytes:
    return hashlib.blake2b(key=data_key, person=b"candour-" + purpose.encode(), digest_size=32).digest()


def read_header(raw: bytes) -> tuple[dict[str, object], bytes, bytes]:
    assert raw[:8] == b"CANDOUR\x01"
    length, crc = struct.unpack(">II", raw[8:16])
    text = raw[16 : 16 + length]
    assert zlib.crc32(text) == crc
    assert raw[:4096] == raw[4096:8192]
    return json.loads(text), raw[: 16 + length], raw[16 + length : 48 + length]


def data_key_of(slot: dict[str, object], secret: str) -> bytes:
    salt, nonce, wrapped = (base64.b64decode(str(slot[name])) for name in ("salt", "nonce", "wrapped"))
    if slot["kind"] == "recovery":
        raw = base64.b32decode(secret.replace("-", ""))[:20]
        key = hashlib.blake2b(raw, key=salt, person=b"candour-recovery", digest_size=32).digest()
    else:
        password = hashlib.blake2b(unicodedata.normalize("NFKC", secret).encode()).digest()
        passes, memory = slot["t"], slot["m"]
        assert isinstance(passes, int)
        assert isinstance(memory, int)
        key = crypto_pwhash_alg(32, password, salt, passes, memory * 1024, crypto_pwhash_ALG_ARGON2ID13)
    return crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped, str(slot["kind"]).encode(), nonce, key)


def decrypted_page(page: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    """A page of SQLCipher 4: AES-256-CBC, its initialisation vector and HMAC-SHA512 in the last 80 bytes."""
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    body, vector, mac = page[16 if number == 1 else 0 : PAGE - 80], page[PAGE - 80 : PAGE - 64], page[PAGE - 64 :]
    assert hmac.compare_digest(hmac.digest(mac_key, body + vector + struct.pack("<I", number), "sha512"), mac)
    out, previous, round_keys = bytearray(), vector, expand_key(key)
    for at in range(0, 512 - 16 if number == 1 else 512, 16):  # enough to know it by
        block = body[at : at + 16]
        out += bytes(a ^ b for a, b in zip(decrypt_block(block, round_keys), previous, strict=True))
        previous = block
    return bytes(out)


@pytest.mark.parametrize("kind", ["passphrase", "recovery"])
def test_a_review_opened_by_the_description_alone(closed: tuple[Path, str], kind: str) -> None:
    raw = closed[0].read_bytes()
    meta, signed, mac = read_header(raw)
    slots = meta["slots"]
    assert isinstance(slots, list)
    slot = next(slot for slot in slots if slot["kind"] == kind)
    data_key = data_key_of(slot, "correct horse battery" if kind == "passphrase" else closed[1])
    assert hmac.compare_digest(hmac.digest(subkey(data_key, "header"), signed, "sha256"), mac)
    database = raw[8192:]
    assert len(database) == meta["size"]
    assert hashlib.blake2b(database, key=subkey(data_key, "seal"), digest_size=32).hexdigest() == meta["seal"]
    salt = bytes.fromhex(str(meta["salt"]))
    assert database[:16] == salt
    for number in range(1, len(database) // PAGE + 1):
        plain = decrypted_page(database[(number - 1) * PAGE : number * PAGE], number, subkey(data_key, "db"), salt)
        if number == 1:  # SQLite's own header from its byte 16 on: page size, then 80 bytes reserved in each page
            assert struct.unpack(">H", plain[:2])[0] == PAGE
            assert plain[4] == 80


def test_the_description_names_what_the_code_uses() -> None:
    text = DOCUMENT.read_text("utf-8")
    words = "CANDOUR 4096 8192 crc32 argon2id candour-header candour-seal candour-db candour-audit candour-recovery"
    for word in words.split():
        assert word in text, word


def _sbox() -> list[int]:
    box, p, q = [0x63] * 256, 1, 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
        p &= 0xFF
        for shift in (1, 2, 4):
            q ^= q << shift
        q &= 0xFF
        q ^= 0x09 if q & 0x80 else 0
        box[p] = q ^ rotated(q, 1) ^ rotated(q, 2) ^ rotated(q, 3) ^ rotated(q, 4) ^ 0x63
        if p == 1:
            return box


def rotated(byte: int, by: int) -> int:
    return (byte << by | byte >> 8 - by) & 0xFF


def times(a: int, b: int) -> int:
    """In the field of AES, FIPS 197 section 4.2."""
    out = 0
    while b:
        out ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return out


SBOX = _sbox()
INVERSE = [SBOX.index(value) for value in range(256)]
TIMES = {factor: [times(value, factor) for value in range(256)] for factor in (9, 11, 13, 14)}


def expand_key(key: bytes) -> list[bytes]:
    words, rcon = [key[at : at + 4] for at in range(0, 32, 4)], 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = bytes(SBOX[byte] for byte in word[1:] + word[:1])
            word, rcon = bytes([word[0] ^ rcon]) + word[1:], times(rcon, 2)
        elif at % 8 == 4:
            word = bytes(SBOX[byte] for byte in word)
        words.append(bytes(a ^ b for a, b in zip(words[at - 8], word, strict=True)))
    return [b"".join(words[at : at + 4]) for at in range(0, 60, 4)]


def decrypt_block(block: bytes, keys: list[bytes]) -> bytes:
    state = [a ^ b for a, b in zip(block, keys[14], strict=True)]
    for turn in range(13, -1, -1):
        state = [INVERSE[state[(at - 4 * (at % 4)) % 16]] ^ keys[turn][at] for at in range(16)]
        if turn:
            mixed = []
            for column in range(0, 16, 4):
                c = state[column : column + 4]
                for row in range(4):
                    factors = (14, 11, 13, 9)
                    mixed.append(_sum(TIMES[factors[(at - row) % 4]][c[at]] for at in range(4)))
            state = mixed
    return bytes(state)


def _sum(values: object) -> int:
    out = 0
    for value in values:  # type: ignore[attr-defined]
        out ^= value
    return out


def test_the_cipher_of_this_test_is_aes() -> None:
    """FIPS 197, appendix C.3."""
    keys = expand_key(bytes(range(32)))
    assert decrypt_block(bytes.fromhex("8ea2b7ca516745bfeafc49904b496089"), keys).hex() == (
        "00112233445566778899aabbccddeeff"
    )
