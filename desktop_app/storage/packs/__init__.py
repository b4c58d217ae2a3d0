"""Room packs: the one file a workshop's room runs from, and what it brings back. FORMAT.md gives the bytes.

A pack holds a brief (pseudonyms, coarse dates, prompts), under the room's own passphrase, and what the room captured,
each note signed by the pack and sealed to the review. The pack can't be used to read the review, nor, once a note's
wall copy is gone, to read the note.
"""
