"""Finds the tag of a language given by name, country or locale."""

import re
import unicodedata

from briefgen.expressions import expression

# Names in English and in the language itself, in lower case and without accents.
_NAMES = {
    "ar": "arabic العربية arabisch arabe",
    "cs": "czech cestina tschechisch",
    "da": "danish dansk danisch",
    "de": "german deutsch allemand aleman",
    "el": "greek ελληνικα griechisch",
    "en": "english englisch anglais ingles inglese",
    "es": "spanish espanol castellano spanisch espagnol",
    "fi": "finnish suomi finnisch",
    "fr": "french francais franzosisch frances",
    "he": "hebrew עברית hebraisch",
    "hi": "hindi हिन्दी",
    "hu": "hungarian magyar ungarisch",
    "id": "indonesian indonesia",
    "it": "italian italiano italienisch italien",
    "ja": "japanese 日本語 日语 日文 japanisch japonais",
    "ko": "korean 한국어 koreanisch coreen",
    "nb": "norwegian norsk bokmal norwegisch",
    "nl": "dutch nederlands niederlandisch neerlandais",
    "pl": "polish polski polnisch polonais",
    "pt": "portuguese portugues portugiesisch portugais",
    "ro": "romanian romana rumanisch",
    "ru": "russian русскии russisch russe",
    "sv": "swedish svenska schwedisch",
    "tr": "turkish turkce turkisch",
    "uk": "ukrainian українська ukrainisch",
    "vi": "vietnamese vietnamesisch",
    "zh-Hans": "chinese simplified_chinese mandarin 中文 简体中文 简体 汉语 chinesisch chinois chino",
    "zh-Hant": "traditional_chinese 繁體中文 繁體 正體中文",
}
# Country codes that are not language codes.
_COUNTRIES = {
    "cn": "zh-Hans", "tw": "zh-Hant", "hk": "zh-Hant-HK", "jp": "ja", "ua": "uk", "cz": "cs", "dk": "da", "gr": "el",
    "us": "en-US", "gb": "en-GB", "british": "en-GB", "american": "en-US",
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "chi": "zh-Hans",
    "zho": "zh-Hans", "jpn": "ja", "kor": "ko", "rus": "ru", "por": "pt", "pol": "pl",
    "nld": "nl", "dut": "nl", "ara": "ar", "heb": "he", "ukr": "uk", "esp": "es", "bra": "pt-BR",
}  # fmt: skip
_LOCALE = expression(r"(?P<language>[a-z]{2,3})[_-](?P<region>[A-Za-z]{2})(?:\.[\w-]+)?(?:@\w+)?")


def find_language(text: str) -> str:
    """Return the tag of a language given in another form, or ""."""
    locale = _LOCALE.fullmatch(text.strip())
    if locale is not None:
        region = locale["region"].upper()
        return f"{locale['language']}-{'GB' if region == 'UK' else region}"
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    folded = "".join(each for each in decomposed if not unicodedata.combining(each))
    folded = re.sub(r"[\s-]+", "_", re.sub(r"\s*\([^()]*\)$", "", folded))
    if folded in _COUNTRIES:
        return _COUNTRIES[folded]
    return next((tag for tag, names in _NAMES.items() if folded in _folded(names).split()), "")


def _folded(names: str) -> str:
    decomposed = unicodedata.normalize("NFKD", names)
    return "".join(each for each in decomposed if not unicodedata.combining(each))
