"""Finds numbered citations of other styles: `[1]`, superscript numbers, `(ibid.)`."""

import re
from collections.abc import Iterator

from briefgen.citations.citation import Malformed
from briefgen.expressions import expression
from briefgen.yamltext import Span

_NUMBER = r"\d{1,3}"
# Compiled when a text first needs it.
_MARKS = (
    rf"(?i)(?<![^\W\d_]\])(?P<number>\[{_NUMBER}(?:\s?[,–-]\s?{_NUMBER}){{0,20}}\](?!\())"
    # After a short word, a superscript is an exponent: `km²`, `m³`.
    r"|(?:(?<=\w\w\w)|(?<=[.,;!?”’»\")])|(?<=\w )(?=[¹²³⁰⁴-⁹]+[.,;:!?\s]))"
    r"(?P<raised>[¹²³⁰⁴-⁹]{1,4}(?:[⁻,][¹²³⁰⁴-⁹]{1,4})*)(?!\w)"
    r"|(?P<circled>\[?[\u2460-\u2473]\]?)(?!\w)"
    # Unresolved placeholders of EndNote and Zotero.
    r"|(?P<unfilled>\{(?:[^{}\n\x00]{1,80}#\d+[^{}\n\x00]{0,40}|\s?\|[^{}\n\x00]{1,120})\})"
    r"|(?P<again>\((?:ib[ií]d(?:em)?|[ií]dem|[ií]d\.|(?:op|loc|ob|art)\.\s?cit|ebd\.|ebenda|a\.\s?a\.\s?O\.)(?!\w)[^()\n\x00]{0,60}\))"
    r"|(?P<same>[(（](?:(?:同上|同前|前掲|同註|同注)(?=[、，,\s)）書紙記論])[^()（）\n\x00]{0,60}|同[、，,]\s?(?=[\dp])[^()（）\n\x00]{1,60})[)）])"
)
_SIGNS = frozenset("[{¹²³⁰⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_AGAIN = expression(r"\((?:ib[ií]d|[ií]d(?:em|\.)|(?:op|loc|ob|art)\.|eb(?:d\.|enda)|a\.\s?a)", re.IGNORECASE)
_SAME = ("同上", "同前", "同註", "同注", "前掲", "同、", "同，", "同,")
# A superscript after a number is an exponent, and after a unit: `25 km ²`; after a year it is not.
_POWER = expression(r"(?:(?<![12]\d\d)\d|(?<!\w)(?:[kcdm]?m|mi|ft|in|ha)\s)\Z")


def find_numbered(text: str) -> Iterator[Malformed]:
    """Yield numbered citations, which cannot be resolved; citations and opaque parts of `text` are blanked out."""
    # The whole pattern takes 2 ms for a long issue; most texts have none of its signs.
    if _SIGNS.isdisjoint(text) and not _AGAIN.search(text) and not any(map(text.__contains__, _SAME)):
        return
    for match in re.finditer(_MARKS, text):
        if match.lastgroup == "raised" and _POWER.search(text, max(0, match.start() - 5), match.start()):
            continue
        help_ = (
            "name the source again: `[@key]`" if match.lastgroup in {"again", "same"} else "name the source: `[@key]`"
        )
        yield Malformed(Span(*match.span()), match.group(), help_)
