"""A PDF that opens with a passphrase alone, for the one document that holds names."""

from __future__ import annotations

import secrets
from io import BytesIO


def sealed(pdf: bytes, passphrase: str) -> bytes:
    """AES-256 (ISO 32000-2, revision 6), properties included. A screen reader may read it; nothing may be changed.

    Its key derivation is quick, as the standard has it: the passphrase must be a strong one.
    """
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            out,
            encryption=pikepdf.Encryption(
                user=passphrase,
                owner=secrets.token_urlsafe(32),
                R=6,
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(
                    accessibility=True,
                    extract=False,
                    modify_annotation=False,
                    modify_assembly=False,
                    modify_form=False,
                    modify_other=False,
                ),
            ),
        )
    return out.getvalue()


def opens_with(pdf: bytes, passphrase: str) -> bool:
    """Whether it is sealed, and with this passphrase."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)):
            return False  # it opened with none
    except pikepdf.PasswordError:
        pass
    try:
        with pikepdf.open(BytesIO(pdf), password=passphrase) as document:
            return bool(document.pages)
    except pikepdf.PasswordError:
        return False
