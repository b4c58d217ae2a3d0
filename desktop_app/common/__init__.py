"""What every room may use: errors a person can act on, time, ids, progress, resources, neutral document blocks."""
