"""What several rules ask of an issue, worked out once."""
