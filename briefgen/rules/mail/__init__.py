"""Rules on what the mailed edition and the page of an issue are announced with."""
