"""Use cases, synchronous, without Qt: what the window and the command line both call."""
