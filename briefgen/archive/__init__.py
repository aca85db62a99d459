"""What a publication shows of all its issues together: the index, and whatever else is made from their entries."""
