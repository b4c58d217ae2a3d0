"""What the keys do now: one mode at a time, each small, each saying its keys on the screen."""
