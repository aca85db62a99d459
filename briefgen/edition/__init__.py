"""What gets printed, made from an issue and its publication."""
