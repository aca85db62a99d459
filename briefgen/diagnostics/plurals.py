"""How messages count."""


def plural(number: int, noun: str) -> str:
    """Return a noun as it stands behind a number: `word` or `words`."""
    return noun if number == 1 else f"{noun}s"
