"""The desk's side of a workshop's room: making its pack, and bringing back what it captured."""
