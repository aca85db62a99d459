"""Rules on marks and spaces."""
