"""The frame around the pages: rail, bars, shortcuts, background work."""
