"""What the author marked as found."""


def is_sic(text: str, end: int) -> bool:
    """Say whether the author marked what ends at a place as found: `[sic]`."""
    return text[end : end + 12].lstrip("”’\"'*_ ").startswith("[sic]")
