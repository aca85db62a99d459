r"""An invisible character, or a letter stored in pieces.

Soft hyphens, zero-width spaces and direction marks come with copied text. They break search, copying and links, and
some make the text look different from what it is. Joiners in scripts that need them, and direction marks in
right-to-left text, are fine, and so are soft hyphens in a name from code (`copy-External-Image`), where they let a line
break. All places of one character make one report. A letter followed by a separate accent prints worse than a single
accented letter, and is a warning.

Bad:
    briefs:
      - title: "Harbour Ope\u200Bns"
        body: Words.

Reports:
    2:24 invisible character U+200B (zero-width space)

Fixed:
    briefs:
      - title: "Harbour Opens"
        body: Words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.invisible_names import INVISIBLE
from briefgen.yamltext import Edit

_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_SOFT_HYPHEN = "\u00ad"
# Between the words of a name from code.
_INNER = r"[a-z\d]\u00ad[A-Z_.]|[A-Z]\u00ad[A-Z]|[_.]\u00ad\w"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"
# Arabic and its like, the scripts of India and South-East Asia, Mongolian; and emoji, which joiners put together.
_JOINED = "[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u1a20-\u1aaf\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield invisible characters and decomposed letters in everything that is printed."""
    for path, scalar in manuscript.texts:
        text = scalar.value
        if text.isascii():
            continue
        # None of them is printable, which is known faster.
        for match in re.finditer(_INVISIBLE, text) if not text.replace("\n", "").isprintable() else ():
            if _is_wanted(text, match.start()):
                continue
            character = match.group()
            span = manuscript.document.span(path, *match.span())
            yield Finding(
                span=span,
                message=f"invisible character U+{ord(character):04X} ({INVISIBLE[character]})",
                help="delete it",
                fix=Fix("delete it", (Edit(span, ""),), is_safe=True),
                cause=character,
            )
        if not unicodedata.is_normalized("NFC", text):
            yield from _decomposed(manuscript, path, text)


def _decomposed(manuscript: Manuscript, path: tuple[str | int, ...], text: str) -> Iterator[Finding]:
    """Yield letters whose accent is a character of its own, where there is a single one for both."""
    for match in re.finditer("\\w[\u0300-\u036f\u3099\u309a]+", text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            span = manuscript.document.span(path, *match.span())
            yield Finding(
                span=span,
                message=f"“{composed}” is written as {len(match.group())} characters",
                help="write it as one character",
                severity=Severity.WARNING,
                fix=Fix("combine them", (Edit(span, composed),), is_safe=True),
            )


def _is_wanted(text: str, at: int) -> bool:
    character = text[at]
    if character == _SOFT_HYPHEN:
        return re.match(_INNER, text[max(0, at - 1) : at + 2]) is not None
    if character in _JOINERS:
        return all(re.fullmatch(_JOINED, beside) for beside in (text[at - 1 : at], text[at + 1 : at + 2]))
    return character in _DIRECTION and bool(re.search(_RIGHT_TO_LEFT, text))


def _merge(found: Sequence[Finding]) -> Finding:
    return merge(found, f"{found[0].message}, {len(found)} times")


RULE = Rule("T103", "invisible-character", Severity.ERROR, check, merge=_merge)
