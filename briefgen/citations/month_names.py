"""Month names in citations: English ones everywhere, those of other languages in newsletters of other languages."""

from briefgen.model import MONTHS

_SHORT = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
BY_NAME = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\.?)"
ENGLISH_MONTHS = {name.casefold(): number for name, number in BY_NAME.items()}
# In Hebrew, “in” is a letter before the month: 14 במאי.
_HEBREW_IN = "ב"


def month_number(word: str, language: str) -> int:
    """Return the number of a month; 0 if the word is none.

    `language` is the primary subtag of the text's language. A text in another language than English may use the
    months of any language, because it cites sources in several.
    """
    found = ENGLISH_MONTHS.get(word.rstrip(".").casefold(), 0)
    if found or language == "en":
        return found
    from briefgen.model.month_words import month_number as find_month  # noqa: PLC0415 - English needs none of them

    return find_month(word) or find_month(word.removeprefix(_HEBREW_IN))
