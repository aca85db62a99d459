"""Rules on the shape of a file and its place among the others."""
