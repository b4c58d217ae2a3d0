#!/usr/bin/env python3
"""Open a Candour review without Candour: writes a plain, UNENCRYPTED SQLite file. README.md tells how.

Needs PyNaCl. Uses `cryptography` for AES when it is there, else its own (slow, tested against FIPS 197).
"""

from __future__ import annotations

import argparse
import base64
import getpass
import hashlib
import hmac
import importlib
import json
import os
import struct
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HEADER, COPY, PAGE, RESERVED = 8192, 4096, 4096, 80
Decrypt = Callable[[bytes, bytes], bytes]  # initialisation vector, ciphertext -> plaintext


class Refused(SystemExit):
    def __init__(self, why: str) -> None:
        super().__init__(f"Not opened: {why}")


def subkey(data_key: bytes, purpose: str) -> bytes:
    return hashlib.blake2b(key=data_key, person=f"candour-{purpose}".encode(), digest_size=32).digest()


def read_headers(raw: bytes) -> list[tuple[dict[str, Any], bytes, bytes]]:
    """The copies that are whole, newest first: JSON, the bytes its MAC covers, and the MAC."""
    found = []
    for copy in (raw[:COPY], raw[COPY:HEADER]):
        if len(copy) == COPY and copy[:8] == b"CANDOUR\x01":
            length, crc = struct.unpack(">II", copy[8:16])
            text = copy[16 : 16 + length]
            if length <= COPY - 48 and zlib.crc32(text) == crc:
                found.append((json.loads(text), copy[: 16 + length], copy[16 + length : 48 + length]))
    if not found:
        raise Refused("this is not a review of version 1, or both copies of its header are damaged.")
    return sorted(found, key=lambda header: header[0]["generation"], reverse=True)


def wrapping_key(slot: dict[str, Any], secret: list[str], keyfile: bytes | None) -> bytes:
    from nacl import bindings

    salt = base64.b64decode(slot["salt"])
    if slot["kind"] == "passphrase":
        password = hashlib.blake2b(unicodedata.normalize("NFKC", secret[0]).encode("utf-8", "surrogatepass")).digest()
        if slot["keyfile"]:
            password += hashlib.blake2b(keyfile or b"").digest()
        if not (19 * 1024 <= slot["m"] <= 2 << 20 and 1 <= slot["t"] <= 50):
            raise Refused("its key derivation asks for more or less than any review does.")
        algorithm = bindings.crypto_pwhash_ALG_ARGON2ID13
        return bytes(bindings.crypto_pwhash_alg(32, password, salt, slot["t"], slot["m"] * 1024, algorithm))
    if slot["kind"] == "recovery":
        letters = "".join(c for c in secret[0].upper() if c.isalnum()).translate(str.maketrans("018", "OIB"))
        raw = base64.b32decode(letters)[:20]
    else:
        raw = importlib.import_module("shamir_mnemonic").combine_mnemonics(secret[: slot["needed"]])
    return hashlib.blake2b(raw, key=salt, person=f"candour-{slot['kind']}".encode(), digest_size=32).digest()


def data_key_of(header: dict[str, Any], kind: str, secret: list[str], keyfile: bytes | None) -> bytes:
    from nacl import bindings, exceptions

    for slot in header["slots"]:
        if slot["kind"] == kind:
            wrapped, nonce = base64.b64decode(slot["wrapped"]), base64.b64decode(slot["nonce"])
            try:
                key = wrapping_key(slot, secret, keyfile)
                open_it = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt
                return bytes(open_it(wrapped, kind.encode(), nonce, key))
            except (exceptions.CryptoError, ValueError):
                continue
    raise Refused(f"the {kind} given does not open it.")


def pages(raw: bytes, data_key: bytes, salt: bytes, decrypt: Decrypt) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and plain bytes of each page; None for one that does not match its HMAC."""
    mac_key = hashlib.pbkdf2_hmac("sha512", subkey(data_key, "db"), bytes(byte ^ 0x3A for byte in salt), 2, 32)
    for number in range(1, len(raw) // PAGE + 1):
        page = raw[(number - 1) * PAGE : number * PAGE]
        body, vector, mac = page[16 if number == 1 else 0 : -RESERVED], page[-RESERVED:-64], page[-64:]
        if not hmac.compare_digest(hmac.digest(mac_key, body + vector + struct.pack("<I", number), "sha512"), mac):
            yield number, None
            continue
        plain = decrypt(vector, body)
        if number == 1:  # bytes 18 and 19: no write-ahead log, so that it opens from a disk that may only be read
            plain = b"SQLite format 3\0" + plain[:2] + b"\x01\x01" + plain[4:]
        yield number, plain + bytes(RESERVED)


def decrypter(key: bytes) -> Decrypt:
    """AES-256-CBC by `cryptography`, else by this file."""
    try:
        ciphers = importlib.import_module("cryptography.hazmat.primitives.ciphers")
    except ImportError:
        return own_decrypter(key)

    def decrypt(vector: bytes, body: bytes) -> bytes:
        cipher = ciphers.Cipher(ciphers.algorithms.AES(key), ciphers.modes.CBC(vector)).decryptor()
        return bytes(cipher.update(body) + cipher.finalize())

    return decrypt


def own_decrypter(key: bytes) -> Decrypt:
    """The equivalent inverse cipher of FIPS 197, section 5.3.5, with tables."""
    inverse, tables, rounds = _inverse_box(), _tables(), _round_keys(key)
    t0, t1, t2, t3 = tables

    def block(data: bytes) -> int:
        a, b, c, d = (word ^ k for word, k in zip(struct.unpack(">4I", data), rounds[0], strict=True))
        for ka, kb, kc, kd in rounds[1:-1]:
            a, b, c, d = (
                t0[a >> 24] ^ t1[d >> 16 & 255] ^ t2[c >> 8 & 255] ^ t3[b & 255] ^ ka,
                t0[b >> 24] ^ t1[a >> 16 & 255] ^ t2[d >> 8 & 255] ^ t3[c & 255] ^ kb,
                t0[c >> 24] ^ t1[b >> 16 & 255] ^ t2[a >> 8 & 255] ^ t3[d & 255] ^ kc,
                t0[d >> 24] ^ t1[c >> 16 & 255] ^ t2[b >> 8 & 255] ^ t3[a & 255] ^ kd,
            )
        words, last = (a, b, c, d), rounds[-1]
        out = 0
        for i in range(4):
            word = inverse[words[i] >> 24] << 24 | inverse[words[i - 1] >> 16 & 255] << 16
            word |= inverse[words[i - 2] >> 8 & 255] << 8 | inverse[words[i - 3] & 255]
            out = out << 32 | (word ^ last[i])
        return out

    def decrypt(vector: bytes, body: bytes) -> bytes:
        out, before = [], vector
        for at in range(0, len(body), 16):
            cipher = body[at : at + 16]
            out.append((block(cipher) ^ int.from_bytes(before)).to_bytes(16))
            before = cipher
        return b"".join(out)

    return decrypt


def _times(a: int, b: int) -> int:
    """Product in the field of AES."""
    out = 0
    while b:
        out ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return out


def _box() -> list[int]:
    box, p, q = [0x63] * 256, 1, 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
        p &= 0xFF
        for shift in (1, 2, 4):
            q = (q ^ q << shift) & 0xFF
        q ^= 0x09 if q & 0x80 else 0
        x = q
        for by in (1, 2, 3, 4):
            x ^= (q << by | q >> 8 - by) & 0xFF
        box[p] = x ^ 0x63
        if p == 1:
            return box


def _inverse_box() -> list[int]:
    inverse = [0] * 256
    for at, value in enumerate(_box()):
        inverse[value] = at
    return inverse


def _unmixed(value: int) -> int:
    """InvMixColumns of a column whose first byte is `value`, as a word."""
    return _times(value, 14) << 24 | _times(value, 9) << 16 | _times(value, 13) << 8 | _times(value, 11)


def _turned(word: int, by: int) -> int:
    return (word >> 8 * by | word << 32 - 8 * by) & 0xFFFFFFFF


def _tables() -> list[list[int]]:
    first = [_unmixed(value) for value in _inverse_box()]
    return [[_turned(word, by) for word in first] for by in range(4)]


def _round_keys(key: bytes) -> list[tuple[int, ...]]:
    """15 keys of four words, in the order of decryption."""
    box, words, rcon = _box(), list(struct.unpack(">8I", key)), 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = _turned(word, 3)
        if at % 4 == 0:
            word = int.from_bytes(bytes(box[byte] for byte in word.to_bytes(4)))
        if at % 8 == 0:
            word ^= rcon << 24
            rcon = _times(rcon, 2)
        words.append(words[at - 8] ^ word)
    keys = [tuple(words[at : at + 4]) for at in range(56, -1, -4)]

    def unmixed(word: int) -> int:
        return (
            _unmixed(word >> 24)
            ^ _turned(_unmixed(word >> 16 & 255), 1)
            ^ _turned(_unmixed(word >> 8 & 255), 2)
            ^ _turned(_unmixed(word & 255), 3)
        )

    return [keys[0], *(tuple(map(unmixed, k)) for k in keys[1:-1]), keys[-1]]


def unlock(raw: bytes, kind: str, secret: list[str], keyfile: bytes | None) -> tuple[dict[str, Any], bytes]:
    """Header and data key, once the header's MAC is right."""
    headers = read_headers(raw)
    data_key = data_key_of(headers[0][0], kind, secret, keyfile)
    for header, signed, mac in headers:
        if hmac.compare_digest(hmac.digest(subkey(data_key, "header"), signed, "sha256"), mac):
            return header, data_key
    raise Refused("its header was altered by something other than Candour.")


def write_plain(raw: bytes, header: dict[str, Any], data_key: bytes, out: Path, *, salvage: bool) -> list[int]:
    """Numbers of the pages that are lost. Nothing is written unless all is well, or `salvage`."""
    database = raw[HEADER:]
    seal = hashlib.blake2b(database, key=subkey(data_key, "seal"), digest_size=32).hexdigest()
    if not salvage and (len(database) != header["size"] or seal != header["seal"]):
        raise Refused("it is not what was last saved. The .bak beside it may be; --salvage reads what is left.")
    plain, lost = [], []
    decrypt = decrypter(subkey(data_key, "db"))
    for number, page in pages(database, data_key, bytes.fromhex(header["salt"]), decrypt):
        if page is None:
            lost.append(number)
        plain.append(page or bytes(PAGE))
    if lost and not salvage:
        raise Refused(f"pages {lost} are damaged.")
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.writelines(plain)
    return lost


def ask(kind: str, secret_file: str | None) -> list[str]:
    if secret_file:
        lines = Path(secret_file).read_text("utf-8-sig").splitlines()
        return [line for line in lines if line.strip()] if kind == "shares" else lines[:1]
    if kind != "shares":
        return [getpass.getpass("Passphrase: " if kind == "passphrase" else "Recovery key: ")]
    shares: list[str] = []
    while share := getpass.getpass(f"Share {len(shares) + 1} (empty line when done): "):
        shares.append(" ".join(share.split()))
    return shares


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("review", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keyfile", type=Path)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--recovery", dest="kind", action="store_const", const="recovery", default="passphrase")
    kinds.add_argument("--shares", dest="kind", action="store_const", const="shares")
    parser.add_argument("--secret-file")
    parser.add_argument("--salvage", action="store_true")
    args = parser.parse_args(arguments)
    if args.out.exists():
        raise Refused(f"{args.out} is there already; choose another name.")
    raw = args.review.read_bytes()
    keyfile = args.keyfile.read_bytes() if args.keyfile else None
    header, data_key = unlock(raw, args.kind, ask(args.kind, args.secret_file), keyfile)
    lost = write_plain(raw, header, data_key, args.out, salvage=args.salvage)
    if lost:
        print(f"These pages could not be saved: {lost}. Try: sqlite3 {args.out} .recover", file=sys.stderr)
    print(f"{args.out} is NOT encrypted. Delete it when you are done.", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
