"""Where the year goes in a date as typed."""

from briefgen.expressions import expression

_HANZI = expression(r"\d{1,2}\s?[月월]")
_WITH_SLASH = expression(r"\d{1,2}/\d{1,2}")
_WITH_DOTS = expression(r"\d{1,2}\.\s?\d{1,2}\.")
_MONTH_FIRST = expression(r"[^\W\d_]+\.?\s+\d")
_OF = expression(r"\d{1,2}\S*\s+(?:(?:y|e|al?)\s\d{1,2}\s+)?de\s")
_LETTER = expression(r"\s([a-z])$")
# A full stop behind the name of a month ends the citation; one behind `may.` belongs to it.
_STOP = expression(r"(?i)(?:(?<=[^\W\d_]{5})|(?<=\s(?:mayo|maio|juin|juni|juli|mars|märz|août))|(?<=\smai))\.$")


def add_year(words: str, year: int) -> str:
    """Return a date as typed with its year: `May 10, 2022`, `10 May 2022`, `10/05/2022`, `2022年5月10日`."""
    words = _STOP.sub("", words)
    letter = _LETTER.search(words)
    if letter is not None:
        dated = add_year(words[: letter.start()], year)
        # Behind a word, a letter stands apart.
        return dated + (letter[1] if dated[-1:].isdigit() else letter.group())
    if _HANZI.match(words):
        return f"{year}년 {words}" if "월" in words else f"{year}年{words}"
    if _WITH_SLASH.fullmatch(words):
        return f"{words}/{year}"
    if _WITH_DOTS.fullmatch(words):
        return f"{words}{year}"
    if _MONTH_FIRST.match(words):
        return f"{words}, {year}"
    return f"{words} de {year}" if _OF.match(words) else f"{words} {year}"
