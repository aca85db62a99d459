"""Slugs for file names and URLs: lower-case ASCII letters, digits and hyphens."""

import re
import unicodedata

from briefgen.model.scripts import IDEOGRAPHS

MAX_SLUG = 80
MAX_TITLE = 60
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_SPELLED = {"de": _GERMAN, "da": _DANISH, "nb": _DANISH, "nn": _DANISH, "no": _DANISH}
RESERVED = frozenset({
    "index", "feed", "feeds", "search", "sources", "outlets", "authors", "years", "assets", "images", "manifest",
    "sitemap", "robots", "404", "favicon", "pagefind",
})  # fmt: skip
"""Names of files and folders of the site, with or without an ending."""


def make_slug(text: str) -> str:
    """Return a text's Latin letters and digits without accents; other scripts are dropped."""
    return _join(unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode())


def make_issue_slug(stem: str, number: int) -> str:
    """Return the folder name of an issue, made from its file name; at most 80 characters, never a reserved name."""
    slug = make_slug(stem)[:MAX_SLUG].strip("-")
    return slug if slug and slug not in RESERVED else f"{number}-{slug}".strip("-")


def spell_slug(title: str, tag: str) -> str:
    """Transliterate a title into a slug of at most 60 characters, whole words if that is possible.

    `tag` is that of its language: ä becomes ae in German, a elsewhere.

    Han characters take their commonest Mandarin reading; authors who want another rename the file before publication.
    Other letters would be safe in file names, but in a URL each becomes up to nine unreadable characters, and mail
    programs break such links.
    """
    words = re.sub("[’'‘`]", "", title)
    words = unicodedata.normalize("NFC", words).translate(_SPELLED.get(tag.partition("-")[0].lower(), {}))
    if not words.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - few titles need this

        words = "".join(f" {anyascii(each)} " if each in IDEOGRAPHS else anyascii(each) for each in words)
    slug = _join(words.lower().replace("'", ""))
    return slug if len(slug) <= MAX_TITLE else slug[: slug.rfind("-", 1, MAX_TITLE + 1)][:MAX_TITLE]


def _join(words: str) -> str:
    return re.sub("[^a-z0-9]+", "-", words).strip("-")
