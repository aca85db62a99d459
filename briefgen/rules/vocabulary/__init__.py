"""Word lists for rules."""
