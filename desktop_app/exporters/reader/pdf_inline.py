"""A picture that stands among the operators of a drawing: its samples, unwrapped, and as they lie."""

from __future__ import annotations

import pikepdf

from desktop_app.exporters.reader.pdf_unpacked import stream_bytes
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.samples import said_among


def read_inline_picture(
    picture: pikepdf.ContentStreamInlineImage, where: str, name: str, budget: list[int], found: Found
) -> None:
    """Raises UserError ("too-large") as `stream_bytes` does."""
    found.worry("picture")
    head, _, rest = picture.iimage.unparse().partition(b"\nID\n")
    data = rest.rpartition(b"\nEI")[0]
    found.text(where, said_among(head.removeprefix(b"BI")))
    found.text(where, said_among(data))
    filters = picture.iimage.filters
    if filters:
        with pikepdf.new() as alone:
            wrapped = alone.make_stream(data)
            wrapped["/Filter"] = pikepdf.Array([pikepdf.Name(each) for each in filters])
            parameters = picture.iimage.decode_parms
            if parameters:
                wrapped["/DecodeParms"] = pikepdf.Array([each or pikepdf.Dictionary() for each in parameters])
            wrapped["/Subtype"] = pikepdf.Name.Image
            unwrapped, behind = stream_bytes(wrapped, name, budget)
            found.text(where, said_among(unwrapped))
            found.text(where, said_among(behind))
