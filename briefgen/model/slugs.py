"""Words as files and addresses bear them everywhere: small Latin letters, figures and hyphens."""

import re
import unicodedata

from briefgen.model.scripts import IDEOGRAPHS

MAX_SLUG = 80
MAX_TITLE = 60
RESERVED = frozenset({"index", "feed", "search", "sources", "images", "manifest", "sitemap"})


def make_slug(text: str) -> str:
    """Return the Latin letters and figures of a text, without accents; what has other letters only gives nothing."""
    return _join(unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode())


def make_issue_slug(stem: str, number: int) -> str:
    """Return the name of an issue's folder, from the name of its file: 80 letters at most, never a reserved name."""
    slug = make_slug(stem)[:MAX_SLUG].strip("-")
    return slug if slug and slug not in RESERVED else f"{number}-{slug}".strip("-")


def spell_slug(title: str) -> str:
    """Return the words of a title for the name of its file, in 60 letters at most.

    Other scripts are spelled with Latin letters, Han characters each by its commonest Mandarin reading; whoever
    wants another renames the file before it is published. Letters would be safe in a file's name as they are, but
    in an address each becomes nine characters that nobody can read, and mail programs break them.
    """
    words = re.sub("[’'‘`]", "", title)
    if not words.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - few titles need it

        words = "".join(f" {anyascii(each)} " if each in IDEOGRAPHS else anyascii(each) for each in words)
    return _join(words.lower().replace("'", ""))[:MAX_TITLE].strip("-")


def _join(words: str) -> str:
    return re.sub("[^a-z0-9]+", "-", words).strip("-")
