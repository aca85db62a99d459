"""Lists of words that rules know."""
