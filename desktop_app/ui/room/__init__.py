"""The room: a workshop on a projector, a process of its own that holds a pack and never a review."""
