"""A finished PDF as one picture, its pages one below the other. Nothing is in the picture that is not on the pages.

No check can read a picture: it is made from bytes that were found clean, and of nothing else.
"""

from __future__ import annotations

from io import BytesIO

from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.page_image import unshown
from desktop_app.exporters.pdfium import PDFIUM

_MOST_PAGES = 12
_POINTS_AN_INCH = 72
_SHARP = 160  # dots an inch: small type is legible on paper


def pictured(pdf: bytes) -> bytes:
    """PNG, without any properties. Raises UserError for more pages than a picture is good for."""
    import pypdfium2
    from PIL import Image

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                if len(document) > _MOST_PAGES:
                    raise _too_long(len(document))
                pages = []
                for page in document:
                    pages.append(page.render(scale=_SHARP / _POINTS_AN_INCH).to_pil())
                    page.close()
        except pypdfium2.PdfiumError as error:
            raise unshown() from error
    whole = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for picture in pages:
        whole.paste(picture, (0, top))
        top += picture.height
    out = BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()


def _too_long(pages: int) -> UserError:
    return UserError(
        f"The output is {pages} pages long, too many for one picture.",
        safe="Nothing was written.",
        do="Choose PDF, or mark fewer events as key.",
        code="picture-too-long",
        exit_code=Exit.USAGE,
    )
