"""Rules on what readers need who cannot see the page."""
