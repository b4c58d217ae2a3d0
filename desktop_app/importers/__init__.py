"""Untrusted file in, `ImportPlan` out. Writes nothing."""
