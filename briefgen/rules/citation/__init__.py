"""Rules on citations and their sources."""
