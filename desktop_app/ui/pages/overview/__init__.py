"""Where the review stands: stages, what to do next, clocks, statuses, loose ends, returns."""

from desktop_app.ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
