"""What languages do with quotation marks, spaces and dashes, and which of them a rule may speak for."""

from msgspec import Struct


class Custom(Struct, frozen=True):
    """How a language is printed."""

    name: str
    quotes: str = "“”"
    """The marks around an outer quotation, from Unicode CLDR 45 (`cldr-misc-modern`, `delimiters.json`)."""
    dash: str = ""
    """The dash that its printers set; nothing where they set either, and the issue decides."""


_EM, _EN = "—", "–"
# Dutch has single marks in CLDR. Its newspapers print both, and double ones cannot be taken for apostrophes.
# The dashes are from the guides of each language: Duden, Svenska skrivregler, Språkrådet, Dansk Sprognævn, Onze Taal,
# Milchin's handbook for Russian.
CUSTOMS = {
    "bg": Custom("Bulgarian", "„“"),
    "ca": Custom("Catalan", "«»"),
    "cs": Custom("Czech", "„“", _EN),
    "da": Custom("Danish", dash=_EN),
    "de": Custom("German", "„“", _EN),
    "el": Custom("Greek", "«»"),
    "en": Custom("English"),
    "es": Custom("Spanish"),
    "et": Custom("Estonian", "„“"),
    "fi": Custom("Finnish", "””", _EN),
    "fr": Custom("French", "«»"),
    "hr": Custom("Croatian", "„“"),
    "hu": Custom("Hungarian", "„”", _EN),
    "id": Custom("Indonesian"),
    "it": Custom("Italian", "«»"),
    "lt": Custom("Lithuanian", "„“"),
    "lv": Custom("Latvian"),
    "nb": Custom("Norwegian", "«»", _EN),
    "nl": Custom("Dutch", dash=_EN),
    "nn": Custom("Nynorsk", "«»", _EN),
    "no": Custom("Norwegian", "«»", _EN),
    "pl": Custom("Polish", "„”"),
    "pt": Custom("Portuguese"),
    "ro": Custom("Romanian", "„”"),
    "ru": Custom("Russian", "«»", _EM),
    "sk": Custom("Slovak", "„“", _EN),
    "sl": Custom("Slovenian", "„“"),
    "sv": Custom("Swedish", "””", _EN),
    "tr": Custom("Turkish"),
    "uk": Custom("Ukrainian", "«»", _EM),
    "vi": Custom("Vietnamese"),
}

ENGLISH = ("en",)
SPACED = tuple(CUSTOMS)
"""Words stand between spaces, sentences end with a full stop, and two spaces in a row are a slip."""
QUOTED = DASHED = SPACED
CURLY = (*(code for code, custom in CUSTOMS.items() if custom.quotes == "“”"), "ko", "zh")
"""Words are quoted between “ and ”."""
PUNCTUATED = (*SPACED, "zh")
"""Japanese is not among them: it sets a wide space between names, and half-width marks at will."""

_OTHERS = {"ko": "Korean", "zh": "Chinese"}


def custom_of(language: str) -> Custom:
    """Return what a language does, by its primary subtag; what nobody knows is taken for English."""
    return CUSTOMS.get(language, CUSTOMS["en"])


def name_languages(codes: tuple[str, ...]) -> str:
    """Return the names of languages in order: `Danish, Dutch, English`."""
    return ", ".join(sorted({_OTHERS.get(code) or CUSTOMS[code].name for code in codes}))
