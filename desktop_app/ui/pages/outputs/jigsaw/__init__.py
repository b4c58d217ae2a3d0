"""The jigsaw beside the queue: the strip that warns, the facts about each person, what is public, and the intruder."""
