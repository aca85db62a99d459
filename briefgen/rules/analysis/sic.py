"""What the author marked as found."""


def is_sic(text: str, end: int) -> bool:
    """Return whether the author marked what ends at a place as found: `[sic]`."""
    after = text[end : end + 12]
    return "[sic]" in after and after.lstrip("”’\"'*_ ").startswith("[sic]")
