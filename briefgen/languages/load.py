"""Loads languages by tag."""

from collections.abc import Mapping, Sequence
from importlib import import_module

from msgspec.structs import replace

from briefgen.model import AMERICAN, ENGLISH, Labels, Language

LABELLED = {
    "ar": "arabic", "de": "german", "en-gb": "british", "es": "spanish", "fr": "french", "he": "hebrew",
    "ja": "japanese", "ko": "korean", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "uk": "ukrainian", "zh": "simplified_chinese", "zh-hant": "traditional_chinese",
}  # fmt: skip
# Regions that imply a script, and tags that are aliases of others.
_LIKE = {
    "en-us": "en", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-tw": "zh-Hant", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
    "iw": "he",
}  # fmt: skip

# Regions whose marks around a headline are others: the CSL’s locales de-CH, es-MX, es-CL and pt-PT, and the CLDR.
_SPANISH_AMERICA = (
    "es-419", "es-ar", "es-bo", "es-cl", "es-co", "es-cr", "es-cu", "es-do", "es-ec", "es-gt", "es-hn", "es-mx",
    "es-ni", "es-pa", "es-pe", "es-pr", "es-py", "es-sv", "es-us", "es-uy", "es-ve",
)  # fmt: skip
_MARKS = dict.fromkeys(("de-ch", "de-li", "pt-pt"), ("«", "»")) | dict.fromkeys(_SPANISH_AMERICA, ("“", "”"))


def load_languages(tags: Sequence[str], renamed: Mapping[str, str]) -> dict[str, Language]:
    """Load languages by tag; the first is the newsletter's own, with some labels renamed."""
    languages = {tag: load_language(tag) for tag in tags}
    return languages | {tag: languages[tag].with_labels(renamed) for tag in tags[:1]}


def load_language(tag: str) -> Language:
    """Load a language; American English needs no CLDR data."""
    name = _LIKE.get(tag.lower(), tag)
    if name.lower() == "en":
        return replace(AMERICAN, tag=tag)
    from briefgen.languages.cldr import make_language  # noqa: PLC0415 - takes 40 ms, and English does not need it

    return replace(make_language(name, load_labels(name, {})), tag=tag)


def load_labels(tag: str, renamed: Mapping[str, str]) -> Labels:
    """Load the labels of a language, some of them renamed; needs no CLDR data."""
    name = _LIKE.get(tag.lower(), tag)
    labels = ENGLISH if name.lower() == "en" else find_labels(name) or ENGLISH
    return replace(labels, **renamed)


def has_labels(tag: str) -> bool:
    """Return whether there are labels in a language."""
    name = _LIKE.get(tag.lower(), tag).lower()
    return name.partition("-")[0] == "en" or _module(name) is not None


def find_labels(tag: str) -> Labels | None:
    """Return the labels of a language, or those of the language it is a variant of, or None."""
    module = _module(tag.lower())
    if module is None:
        return None
    labels: Labels = import_module(f"briefgen.languages.{module}").LABELS
    marks = _MARKS.get(tag.lower())
    return replace(labels, quote_open=marks[0], quote_close=marks[1]) if marks else labels


def _module(tag: str) -> str | None:
    parts = tag.split("-")
    if parts[0] == "en":
        # All English except American uses the British labels.
        return "british"
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((LABELLED[each] for each in shorter if each in LABELLED), None)
