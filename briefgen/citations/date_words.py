"""Words and forms of dates in other languages than English: weekdays, ordinals, ranges, seasons, “undated”."""

from collections.abc import Mapping

from briefgen.expressions import expression

YEAR = r"(?:19|20)\d{2}"
DAY = r"\d{1,2}(?!\d)"
WORD = r"[^\W\d_]{3,12}"
TO = r"\s?[-–—]\s?"
DAY_OF_RANGE = expression(r"%\(dd?\)s(?P<mark>[.일日]?)")
"""The day in the pattern of a date, with what belongs to it."""
LETTER = r"(?:\s(?P<letter>[a-z])(?=\s*(?:[,;)）]|$)))?"
"""The letter of one of two sources of a day, as house style writes it behind a word: `9 de mayo b`, `5月9日 b`."""

# All patterns are strings, so that `re` compiles them on first use: most groups are keyed.
WEEKDAY = (
    r"(?i)(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira"
    r"|quinta-feira|sexta-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник"
    r"|среда|четверг|пятница|суббота|воскресенье)|(?:mo|di|mi|do|fr|sa|so|lun|mié|jue|vie|sáb|dom)\.)"
    r",?\s+(?:(?:le|den|dem|el|de|del)\s+)?"
)
ARTICLE = (
    r"(?i)(?:(?:edición|Ausgabe|édition|daté|edizione|edição|editie)\s+)?"
    r"(?:el|del?|le|du|den|dem|vom|v\.|am|il|dal|do|em|op|van)\s+(?:día\s+|dia\s+)?(?=\d|prim)"
)
"""What stands before a day: `el 3 de mayo`, `vom 6. Mai`, `del 8 al 9 de mayo`."""
AND = r"(?:and|et|und|sowie|y|e|en|ed|i|og|och|и|та)"
# Where a word means something else in another language: Spanish “en” is “in”.
AND_IN: Mapping[str, str] = {
    "ca": "i", "da": "og", "de": "(?:und|sowie)", "en": "and", "es": "[ye]", "fr": "et", "it": "ed?", "nb": "og",
    "nl": "en", "pl": "(?:i|oraz)", "pt": "e", "ru": "и", "sv": "och", "uk": "(?:і|й|та)",
}  # fmt: skip
_ORDINAL = r"(?:\.?[ºª°]|st|nd|rd|th|er|r?o\b\.?|\.)?"
# A weekend edition has a slash: `16./17. Mai`.
_UNTIL = rf"(?:{TO}|\s?/\s?|\s(?:al?|ao|au|à|bis|tot|till|до|do)\s)"
DAY_FIRST = (
    rf"(?P<earlier>(?:{DAY}{_ORDINAL}(?:,\s*(?:{AND}\s+)?|\s+{AND}\s+|\s*&\s*)){{1,9}})?"
    rf"(?P<day>{DAY}){_ORDINAL}(?:{_UNTIL}(?P<last>{DAY}){_ORDINAL})?(?:\s+|(?P<mark>[/-]))"
    rf"(?:(?:of|de)\s+|d[’'])?(?P<month>{WORD})\.?"
    rf"(?:{_UNTIL}(?P<last_day>{DAY}){_ORDINAL}\s+(?:de\s+)?(?P<last_month>{WORD})\.?)?"
    rf"(?:(?:,?\s+(?:del?\s+)?|[/-])(?P<year>{YEAR})(?P<late>[a-z]\b)?(?:\s?[грr]\.)?)?{LETTER}(?!\w)"
)
FIRST_DAY = (
    rf"(?i)(?:primero|primer|premier|erster|ersten|primeiro|primo)\s+(?:de\s+)?(?P<month>{WORD})"
    rf"(?:,?\s+(?:del?\s+)?(?P<year>{YEAR})(?P<late>[a-z]\b)?)?{LETTER}(?!\w)"
)
SEASONS: Mapping[str, tuple[str, ...]] = {
    "spring": ("primavera", "printemps", "frühjahr", "frühling", "lente", "voorjaar"),
    "summer": ("verano", "été", "sommer", "verão", "estate", "zomer"),
    "autumn": ("otoño", "automne", "herbst", "outono", "autunno", "herfst", "najaar"),
    "winter": ("invierno", "hiver", "winter", "inverno"),
}
SEASON_NAMES: Mapping[str, Mapping[str, str]] = {
    "es": {"spring": "primavera de", "summer": "verano de", "autumn": "otoño de", "winter": "invierno de"},
    "de": {"spring": "Frühjahr", "summer": "Sommer", "autumn": "Herbst", "winter": "Winter"},
    "fr": {"spring": "printemps", "summer": "été", "autumn": "automne", "winter": "hiver"},
    "pt": {"spring": "primavera de", "summer": "verão de", "autumn": "outono de", "winter": "inverno de"},
    "it": {"spring": "primavera", "summer": "estate", "autumn": "autunno", "winter": "inverno"},
    "nl": {"spring": "voorjaar", "summer": "zomer", "autumn": "najaar", "winter": "winter"},
}
"""How a language writes a season before a year."""
SEASON = (
    rf"(?i)(?P<season>{'|'.join(word for words in SEASONS.values() for word in words)})"
    rf"\s+(?:del?\s+)?(?P<year>{YEAR})(?!\d)"
)
UNDATED = (
    r"(?i)(?:undated|n\.d\.|sans date|s\.\s?d\.|ohne datum|undatiert|o\.\s?[dj]\.|sin fecha|s\.\s?f\.|s/[fd]\.?"
    r"|sem data|senza data|zonder datum|z\.\s?d\.|brak daty|без даты|без дати"
    r"|non daté|ongedateerd|日期不[详詳]|日付(?:なし|不明)|일자 없음|دون تاريخ|ללא תאריך)(?P<tail>\s?[a-z]\b)?"
)
_UNDATED_SIGNS = (
    "dated", "n.d.", "date", "s.d.", "s. d.", "datum", "undatiert", "o. d.", "o. j.", "o.d.", "o.j.", "fecha", "s.f.",
    "s. f.", "s/f", "s/d", "daté", "z.d.", "z. d.", "data", "daty", "дат", "日期不", "日付", "일자", "تاريخ",
    "תאריך",
)  # fmt: skip


def may_be_worded(text: str) -> bool:
    """Return whether a text may contain a word for “undated”, or for the first of a month."""
    lowered = text.casefold().replace("\u00a0", " ")
    return any(map(lowered.__contains__, (*_UNDATED_SIGNS, "primer", "primeir", "premier ")))


def season_of(word: str) -> str:
    """Return the English name of a season, as dates keep it, or a word that is none, unchanged."""
    folded = word.casefold()
    return next((season for season, words in SEASONS.items() if folded in words), folded)
