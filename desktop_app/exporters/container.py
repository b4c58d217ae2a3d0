"""A zip of parts that is the same wherever and whenever it is made."""

from __future__ import annotations

import zipfile
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
_FIRST = "[Content_Types].xml"  # readers of Office files look for it at the start


def packed(members: dict[str, bytes]) -> bytes:
    """The zip's bytes: parts sorted, no times, no owner, no comment."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, members[name])
    return out.getvalue()
