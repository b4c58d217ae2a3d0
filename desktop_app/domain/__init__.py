"""What a review is. Frozen dataclasses and the rules among them; no input or output, no SQL, no Qt."""
