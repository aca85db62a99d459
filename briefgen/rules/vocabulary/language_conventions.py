"""Typographic conventions by language, and the languages that rules apply to."""

from msgspec import Struct


class Conventions(Struct, frozen=True):
    """The typographic conventions of a language."""

    name: str
    quotes: str = "“”"
    """The marks of an outer quotation, from Unicode CLDR 48 (`cldr-misc-full` 48.2.0, `delimiters.json`)."""
    dash: str = ""
    """The customary dash; "" if usage varies or is unknown, and each issue decides."""


_EM, _EN = "—", "–"
# Regions whose publishers set dashes as en dashes between spaces, where an issue does not decide.
EN_DASHED = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IN"})
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
CONVENTIONS = {
    "bg": Conventions("Bulgarian", "„“"),
    "ca": Conventions("Catalan", "«»"),
    "cs": Conventions("Czech", "„“", _EN),
    "da": Conventions("Danish"),
    "de": Conventions("German", "„“", _EN),
    "el": Conventions("Greek", "«»"),
    "en": Conventions("English"),
    "es": Conventions("Spanish"),
    "et": Conventions("Estonian", "„“"),
    "fi": Conventions("Finnish", "””", _EN),
    "fr": Conventions("French", "«»"),
    "hr": Conventions("Croatian", "„“"),
    "hu": Conventions("Hungarian", "„”"),
    "id": Conventions("Indonesian"),
    "it": Conventions("Italian", "«»"),
    "lt": Conventions("Lithuanian", "„“"),
    "lv": Conventions("Latvian"),
    "nb": Conventions("Norwegian", "«»", _EN),
    "nl": Conventions("Dutch"),
    "nn": Conventions("Nynorsk", "«»", _EN),
    "no": Conventions("Norwegian", "«»", _EN),
    "pl": Conventions("Polish", "„”"),
    "pt": Conventions("Portuguese"),
    "ro": Conventions("Romanian", "„”"),
    "ru": Conventions("Russian", "«»", _EM),
    "sk": Conventions("Slovak", "„“"),
    "sl": Conventions("Slovenian", "„“"),
    "sv": Conventions("Swedish", "””", _EN),
    "tr": Conventions("Turkish"),
    "uk": Conventions("Ukrainian", "«»"),
    "vi": Conventions("Vietnamese"),
}

# All pairs of double marks that are right somewhere in a text of the language, in or around other quotations; others
# have the partner of another language. From the CLDR, its alternates, and the newspapers named above.
PAIRS = {
    "bg": ("„“", "„”", "“”", "«»"),
    "ca": ("«»", "“”"),
    "cs": ("„“", "»«", "«»"),
    "da": ("“”", "””", "»«", "„“", "«»"),
    "de": ("„“", "»«", "«»"),
    "el": ("«»", "“”"),
    "es": ("“”", "«»"),
    "et": ("„“", "„”", "””", "«»"),
    "fi": ("””", "»»", "«»"),
    "hr": ("„“", "„”", "»«", "«»"),
    "hu": ("„”", "»«", "«»"),
    "id": ("“”",),
    "it": ("«»", "“”", "„”"),
    "lt": ("„“", "«»"),
    "lv": ("“”", "„”", "„“", "«»"),
    "nb": ("«»", "“”", "””", "„“"),
    "nl": ("“”", "„”", "””", "«»"),
    "nn": ("«»", "“”", "””", "„“"),
    "no": ("«»", "“”", "””", "„“"),
    "pl": ("„”", "»«", "«»", "“”"),
    "pt": ("“”", "«»"),
    "ro": ("„”", "«»"),
    "ru": ("«»", "„“"),
    "sk": ("„“", "»«", "«»"),
    "sl": ("„“", "»«", "«»"),
    "sv": ("””", "»»", "»«", "«»", "“”"),
    "tr": ("“”", "«»"),
    "uk": ("«»", "„“", "„”", "“”"),
    "vi": ("“”", "«»"),
}
INNER = {
    "ca": "“…”", "cs": "‚…‘", "de": "‚…‘", "es": "“…”", "it": "“…”", "pl": "«…»", "pt": "‘…’", "ru": "„…“", "sk": "‚…‘",
    "sl": "‚…‘", "uk": "„…“",
}  # fmt: skip
"""The marks of a quotation inside another, where they are known; inside “…” they are ‘…’."""

ENGLISH = ("en",)
SPACED = tuple(CONVENTIONS)
"""Languages with spaces between words and full stops after sentences, where two spaces are a slip."""
QUOTED = DASHED = SPACED
CURLY = (*(code for code, conventions in CONVENTIONS.items() if conventions.quotes == "“”"), "ko", "zh")
"""Languages that quote with “ and ”."""
ANGLED = tuple(code for code, conventions in CONVENTIONS.items() if conventions.quotes == "«»")
"""Languages that quote with « and »."""
UNSPACED = ("ja", "zh")
"""Languages without spaces between words."""
PUNCTUATED = (*SPACED, *UNSPACED)
"""Languages with full-width marks, or that quote Hanzi and their marks."""

_OTHERS = {"ja": "Japanese", "ko": "Korean", "zh": "Chinese"}


def conventions_of(language: str) -> Conventions:
    """Return the conventions of a primary language subtag; English ones if it is unknown."""
    return CONVENTIONS.get(language, CONVENTIONS["en"])


def name_languages(codes: tuple[str, ...]) -> str:
    """Return the names of languages in alphabetical order: `Danish, Dutch, English`."""
    return ", ".join(sorted({_OTHERS.get(code) or CONVENTIONS[code].name for code in codes}))
