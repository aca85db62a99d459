"""Finds the words and forms of a language by its tag."""

from collections.abc import Mapping, Sequence
from importlib import import_module

from msgspec.structs import replace

from briefgen.model import AMERICAN, ENGLISH, Labels, Language

LABELLED = {
    "ar": "arabic", "de": "german", "en-gb": "british", "es": "spanish", "fr": "french", "he": "hebrew",
    "ja": "japanese", "ko": "korean", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "uk": "ukrainian", "zh": "simplified_chinese", "zh-hant": "traditional_chinese",
}  # fmt: skip
# Where the region says which script is meant, or who writes as others do.
_LIKE = {
    "en-us": "en", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-tw": "zh-Hant", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
    "iw": "he",
}  # fmt: skip


def load_languages(tags: Sequence[str], renamed: Mapping[str, str]) -> dict[str, Language]:
    """Load languages by their tags; the first is the newsletter's, with its own words for some labels."""
    languages = {tag: load_language(tag) for tag in tags}
    return languages | {tag: languages[tag].with_labels(renamed) for tag in tags[:1]}


def load_language(tag: str) -> Language:
    """Load a language; American English takes nothing to load."""
    name = _LIKE.get(tag.lower(), tag)
    if name.lower() == "en":
        return replace(AMERICAN, tag=tag)
    from briefgen.languages.cldr import make_language  # noqa: PLC0415 - 40 ms that English does without

    return replace(make_language(name, find_labels(name) or ENGLISH), tag=tag)


def has_labels(tag: str) -> bool:
    """Return whether briefgen has labels in a language."""
    name = _LIKE.get(tag.lower(), tag).lower()
    return name.partition("-")[0] == "en" or _module(name) is not None


def find_labels(tag: str) -> Labels | None:
    """Return the labels of a language, or of the one it is a variant of."""
    module = _module(tag.lower())
    if module is None:
        return None
    labels: Labels = import_module(f"briefgen.languages.{module}").LABELS
    return labels


def _module(tag: str) -> str | None:
    parts = tag.split("-")
    if parts[0] == "en":
        # English is either America's or, with all other regions, Britain's.
        return "british"
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((LABELLED[each] for each in shorter if each in LABELLED), None)
