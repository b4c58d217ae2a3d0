"""A co-author's copy, brought home: what only it has is taken, what both changed waits, nothing is overwritten."""
