"""Who is doing what by when, the time limits, what hangs loose, the review's own particulars, and the file itself."""

from desktop_app.ui.pages.governance.page import GovernancePage

__all__ = ["GovernancePage"]
