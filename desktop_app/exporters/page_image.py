"""A page of a finished PDF as a picture, for looking at it before it leaves."""

from __future__ import annotations

from io import BytesIO

from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.pdfium import PDFIUM


def page_image(pdf: bytes, page: int, width_px: int) -> tuple[bytes, int]:
    """(PNG of page `page` counted from 0, `width_px` wide; how many pages there are).

    A page past the end gives the last one. Raises UserError (Exit.FILE, "damaged") when `pdf` cannot be read.
    """
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                total = len(document)
                shown = document[min(max(page, 0), total - 1)]
                try:
                    picture = shown.render(scale=max(1, width_px) / shown.get_width()).to_pil()
                finally:
                    shown.close()
        except pypdfium2.PdfiumError as error:
            raise unshown() from error
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue(), total


def unshown() -> UserError:
    return UserError(
        "The page could not be shown.",
        safe="Nothing was changed.",
        do="Make the output again.",
        code="damaged",
        exit_code=Exit.FILE,
    )
