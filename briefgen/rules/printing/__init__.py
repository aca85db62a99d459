"""Rules on what the outputs can show."""
