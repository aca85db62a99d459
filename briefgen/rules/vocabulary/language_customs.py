"""What languages do with quotation marks, spaces and dashes, and which of them a rule may speak for."""

from msgspec import Struct


class Custom(Struct, frozen=True):
    """How a language is printed."""

    name: str
    quotes: str = "“”"
    """The marks around an outer quotation, from Unicode CLDR 48 (`cldr-misc-full` 48.2.0, `delimiters.json`)."""
    dash: str = ""
    """The dash that its printers set; nothing where they set either or none was found, and the issue decides."""


_EM, _EN = "—", "–"
# A dash is set down only where the texts that were opened agree. So many places with – against so many with — are
# written n : m, UD is Universal Dependencies, Debian's news is webwml/*/News/weekly of l/debian-webwml at 80cd946.
#   Czech: 27 : 1 in UD_Czech-PUD at f68c66c, from newspapers and Wikipedia.
#   Finnish: 13 : 0 in UD_Finnish-TDT at 5e3a88a, which has more hyphens than dashes.
#   German: 5,486 : 1,034 in 315 issues of Debian's news.
#   Norwegian: 4 : 0 in UD_Norwegian-Nynorsk at d332ca7; – on pages of Dagens Perspektiv, Sokelys and Syn og Segn.
#   Russian: 0 : 46 in UD_Russian-PUD at da5b381, 0 : 328 in 59 issues of Debian's news.
#   Swedish: 29 : 0 in UD_Swedish-PUD at 1290a67, 4,991 : 0 in 266 issues of Debian's news.
# They disagree in Danish (454 : 599 in 84 issues of Debian's news; hyphens in UD_Danish-DDT at 85faf86 and in B.T., –
# in Ræson), Hungarian (0 : 282 in UD_Hungarian-Szeged at 8f08ba6; – on pages of Hír TV and HVG), Slovak (1,809 : 985 in
# UD_Slovak-SNK at d1ab58f) and Ukrainian (37 : 107 in UD_Ukrainian-IU at 21f641b; both on one page of patrioty.org.ua).
# Dutch texts had hyphens (74 in UD_Dutch-Alpino at 95e374a, and the ANP's reports) and one – (De Heemsteder). The rest
# were left to the issue before, and still are.
# Spaces: French has one before ; : ! ? in 223 places of 226 in UD_French-GSD at 830e278 and 11,120 of 11,245 in 462
# issues of Debian's news, and one inside all 89 « » of the former and 1,488 of 1,489 of the latter; Russian has neither
# in UD_Russian-PUD.
# Newspapers print other quotation marks than the CLDR has in Dutch (single ones there; „ ” in Reformatorisch Dagblad,
# “ ” in NRC and Trouw; double ones cannot be taken for apostrophes) and in Danish (» « in Berlingske and B.T., ” ” in
# Ræson).
CUSTOMS = {
    "bg": Custom("Bulgarian", "„“"),
    "ca": Custom("Catalan", "«»"),
    "cs": Custom("Czech", "„“", _EN),
    "da": Custom("Danish"),
    "de": Custom("German", "„“", _EN),
    "el": Custom("Greek", "«»"),
    "en": Custom("English"),
    "es": Custom("Spanish"),
    "et": Custom("Estonian", "„“"),
    "fi": Custom("Finnish", "””", _EN),
    "fr": Custom("French", "«»"),
    "hr": Custom("Croatian", "„“"),
    "hu": Custom("Hungarian", "„”"),
    "id": Custom("Indonesian"),
    "it": Custom("Italian", "«»"),
    "lt": Custom("Lithuanian", "„“"),
    "lv": Custom("Latvian"),
    "nb": Custom("Norwegian", "«»", _EN),
    "nl": Custom("Dutch"),
    "nn": Custom("Nynorsk", "«»", _EN),
    "no": Custom("Norwegian", "«»", _EN),
    "pl": Custom("Polish", "„”"),
    "pt": Custom("Portuguese"),
    "ro": Custom("Romanian", "„”"),
    "ru": Custom("Russian", "«»", _EM),
    "sk": Custom("Slovak", "„“"),
    "sl": Custom("Slovenian", "„“"),
    "sv": Custom("Swedish", "””", _EN),
    "tr": Custom("Turkish"),
    "uk": Custom("Ukrainian", "«»"),
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
