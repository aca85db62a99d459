"""Recognizes `[sic]`."""


def is_sic(text: str, end: int) -> bool:
    """Return whether the text that ends at `end` is followed by `[sic]`."""
    after = text[end : end + 12]
    return "[sic]" in after and after.lstrip("”’\"'*_ ").startswith("[sic]")
