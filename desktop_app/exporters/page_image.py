"""A page of a PDF as a picture, for the preview: drawn in memory from bytes that never touch a disk."""

from __future__ import annotations

import io


def page_image(pdf: bytes, page: int, width_px: int) -> tuple[bytes, int]:
    """(PNG of page `page`, counted from 0 and held within the document, `width_px` wide; the number of pages)."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        sheet = document[max(0, min(page, count - 1))]
        bitmap = sheet.render(scale=width_px / sheet.get_width())
        out = io.BytesIO()
        bitmap.to_pil().save(out, format="PNG")
        bitmap.close()
        sheet.close()
        return out.getvalue(), count
    finally:
        document.close()
