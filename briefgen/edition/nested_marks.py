"""Quotation marks within quotation marks."""

import re

from briefgen.model import Language

# By the marks around a headline, those of a quotation in it. The CLDR has “ ” in « » for Spanish and French, „ “ for
# Russian and Ukrainian.
_INNER = {
    "“”": "‘’", "‘’": "“”", "„“": "‚‘", "„”": "«»", "«»": "“”", "「」": "『』", "《》": "〈〉",
}  # fmt: skip
_INNER_OF = {"de": {"«»": "‹›"}, "ru": {"«»": "„“"}, "uk": {"«»": "„“"}}


def nest_marks(title: str, language: Language) -> str:
    """Return a title that is printed in the quotation marks of a language; such marks in it become inner ones.

    “Net Zero” Is Dead becomes ‘Net Zero’ Is Dead. Marks without a partner stay, and so do apostrophes.
    """
    start, end = language.labels.quote_open.strip(), language.labels.quote_close.strip()
    inner = {**_INNER, **_INNER_OF.get(language.tag.partition("-")[0], {})}.get(start + end, "")
    if not inner or start not in title or end not in title:
        return title
    apostrophe = r"’(?=\w)" if end == "’" else r"(?!)"
    pattern = rf"{start}\s*((?:[^{start}{end}]|{apostrophe})*?)\s*(?!{apostrophe}){end}"
    return re.sub(pattern, rf"{inner[0]}\1{inner[1]}", title)
