"""The board beside a finding: evidence laid for it, against it and for context."""

from desktop_app.ui.pages.board.page import BoardPage

__all__ = ["BoardPage"]
