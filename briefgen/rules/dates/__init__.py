"""Rules on dates in the prose."""
