"""Rules on names, abbreviations and spellings that must agree."""
