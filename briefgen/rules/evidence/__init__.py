"""Rules on what stands without a source."""
