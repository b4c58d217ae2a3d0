"""A template's pictures, drawn anew: what a camera or a program wrote beside the dots is left behind."""

from __future__ import annotations

import warnings
from io import BytesIO

from desktop_app.exporters.house.refusals import holds, too_large

_MOST_DOTS = 12_000_000
_FORMATS = ("PNG", "JPEG")


def plain_picture(data: bytes) -> bytes:
    """The same picture in the same format, without properties. Raises UserError for what is no such picture."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is looked at here
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > _MOST_DOTS:
                    raise too_large()
                kind = picture.format or "PNG"
                dots = picture.convert("RGB" if kind == "JPEG" else "RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise holds("a picture of a kind that cannot be looked into", "Use PNG or JPEG pictures.") from error
    out = BytesIO()
    plain = Image.frombytes(dots.mode, dots.size, dots.tobytes())
    plain.save(out, "JPEG" if kind == "JPEG" else "PNG", **({"quality": 92} if kind == "JPEG" else {"optimize": True}))
    return out.getvalue()
