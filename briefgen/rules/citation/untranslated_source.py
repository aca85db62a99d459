"""A title in another language without a translation.

Readers cannot tell what the source is about, or whether it supports the claim. `translated_title` is printed next to
the title. The language is that of the source's `language:`, or else of the outlet; without it, a translated title is
reported, because browsers and screen readers take the original for English. Many outlets also publish in other
languages: a title with English words in it, or an address with `/en/` or `english` in it, is taken for English.

Bad:
    sources:
      xiongan: {outlet: Xinhua, date: 2017-04-01, title: 设立河北雄安新区}

Reports:
    2:54 “设立河北雄安新区” has no translated title

Good:
    sources:
      xiongan:
        outlet: Xinhua
        date: 2017-04-01
        title: 设立河北雄安新区
        translated_title: Xiong’an New Area to Be Set Up in Hebei
        language: zh-Hans

Bad:
    sources:
      paris:
        outlet: Le Figaro
        date: 2017-04-01
        title: Le port attend
        translated_title: The Port Waits

Reports:
    6:23 a translated title, but no language

Good:
    sources:
      paris:
        outlet: Le Figaro
        date: 2017-04-01
        title: Le port attend
        translated_title: The Port Waits
        language: fr
"""

import re
import unicodedata
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Source
from briefgen.rules.rule import Rule

# Languages that are not written in Latin letters; a newsletter in one of them reads its own script.
_OTHER_SCRIPTS = frozenset(
    {"zh", "ja", "ko", "ru", "uk", "ar", "fa", "he", "hi", "th", "el", "bg", "sr", "mn", "ka", "hy"}
)
_SHOWN = 40
# English words that are none in other languages with Latin letters.
_ENGLISH = frozenset({
    "after", "against", "amid", "and", "are", "been", "could", "from", "has", "how", "into", "its", "more", "says",
    "should", "than", "the", "their", "this", "through", "which", "while", "who", "why", "with", "without", "would",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources whose title is in another language than the newsletter."""
    own = manuscript.publication.language.partition("-")[0]
    for key, source in manuscript.read_issue.sources.items():
        if source.translated_title is not None and source.language is None and source.title:
            yield Finding(
                span=manuscript.document.value_span("sources", key, "translated_title"),
                message="a translated title, but no language",
                help="add `language:`, such as `language: fr`, so that the title is read and broken as in it",
            )
        if source.title is None or source.translated_title is not None or not _is_foreign(manuscript, source, own):
            continue
        title = source.title if len(source.title) <= _SHOWN else source.title[: _SHOWN - 1] + "…"
        yield Finding(
            span=manuscript.document.value_span("sources", key, "title"),
            message=f"“{title}” has no translated title",
            help="add `translated_title:`",
        )


def _is_foreign(manuscript: Manuscript, source: Source, own: str) -> bool:
    if source.language is not None:
        return source.language.partition("-")[0] != own
    if own not in _OTHER_SCRIPTS and not _is_latin(source.title or ""):
        return True
    found = manuscript.outlets.named(source.outlet)
    outlet_languages = {language.partition("-")[0] for outlet in found for language in outlet.languages}
    return bool(outlet_languages) and own not in outlet_languages and not _is_edition(source, own)


def _is_edition(source: Source, own: str) -> bool:
    """Return whether the address or title of a source is in the newsletter's language, though its outlet has others."""
    parts = re.split(r"[/.]", (source.url or "").casefold())
    is_english = own == "en" and not _ENGLISH.isdisjoint(re.findall(r"\w+", (source.title or "").casefold()))
    return is_english or own in parts or (own == "en" and "english" in parts)


def _is_latin(text: str) -> bool:
    """Return whether at least half of the letters are Latin."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(character, "").startswith("LATIN") for character in letters)
    return 2 * latin >= len(letters)


RULE = Rule("C408", "untranslated-source", Severity.NOTE, check)
