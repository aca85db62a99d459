"""Plural forms in messages."""


def plural(number: int, noun: str) -> str:
    """Return the form of a noun that follows a number: `word` or `words`."""
    return noun if number == 1 else f"{noun}s"
