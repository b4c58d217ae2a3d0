"""Before a review is open: unlock one, or start one."""
