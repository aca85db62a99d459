"""The name of an issue among the outputs."""

import re
import unicodedata

MAX_SLUG = 80
RESERVED = frozenset({"index", "feed", "search", "sources", "images", "manifest", "sitemap"})


def make_slug(stem: str, number: int) -> str:
    """Return the name of an issue's folder: small letters, digits and hyphens, 80 at most, never a reserved name."""
    plain = unicodedata.normalize("NFKD", stem.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_SLUG].strip("-")
    return slug if slug and slug not in RESERVED else f"{number}-{slug}".strip("-")
