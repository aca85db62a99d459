"""A character garbled by the wrong encoding, or an accent where an apostrophe belongs.

`â€™` was an apostrophe, and `Ã¼` an `ü`, until a program mistook UTF-8 for Windows-1252. Readers see at once that
nobody checked the text. We know of no text in which such a sequence is right. Some keyboards have accents (`don´t`,
`don`t`) where others have the apostrophe; readers see a gap after them. In Spanish, French, Portuguese, Catalan,
Czech, Hungarian, Polish and Slovak, such an accent missed its letter (`d´ecada`), except behind an elision (`l´eau`).
From a PDF come ligatures, and words that a line end broke, `com- mon`; these are told if the whole word is common or
stands elsewhere in the issue.

Bad:
    briefs:
      - title: The Portâ€™s Ferry
        body: Words.

Reports:
    2:20 garbled character, from the wrong encoding

Fixed:
    briefs:
      - title: The Port’s Ferry
        body: Words.

Bad:
    briefs:
      - title: The Port´s Ferry
        body: It doesn`t wait.

Reports:
    2:20 an accent, ´, where an apostrophe belongs
    3:19 an accent, `, where an apostrophe belongs

Fixed:
    briefs:
      - title: The Port’s Ferry
        body: It doesn’t wait.

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: La d´ecada termina man´ana.

Reports:
    4:14 an accent, ´, beside the letter it belongs to: “d´e”
    4:32 an accent, ´, beside the letter it belongs to: “n´a”

Good:
    # publication.yaml: {language: es}
    briefs:
      - title: El puerto
        body: La década termina mañana.

Bad:
    briefs:
      - title: The Port
        body: All docks share a com- mon roof.

Reports:
    3:29 “com- mon” is one word, broken at the end of a line

Fixed:
    briefs:
      - title: The Port
        body: All docks share a common roof.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.loose_accents import find_meant_letters
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.split_words import SPLIT_WORDS
from briefgen.yamltext import GARBLED, Edit, Path, Scalar, Span, encode, restore

# With two such characters every garbled one begins; hardly any text has them.
_LEADS = expression(r"[Â-ô][^\x00-\x7f]")
# With these, garbled Latin letters begin, such as à.
_LATIN_LEADS = frozenset("ÂÃ")
_ACCENTS = frozenset("´`′ˊˋʹ")
# In 5′10 and in transliterations (Ḥasanʹ) a prime is right: the letters after it must be those of an ending.
_APOSTROPHE = r"(?<=[^\W\d_])(?:[´`](?=[^\W\d_])|[′ˊˋ](?=(?:s|t|re|ve|ll|d|m)\b))"
# A hyphen and a space or line end between letters; before “and” and its like, the hyphen is suspended.
_BREAKS = Pattern(
    r"(?<![\w-])(?P<first>[^\W\d_A-Z]{2,})(?P<gap>[-‐](?: |[ ]?\n))"
    r"(?!(?:and|or|to|but|nor|und|oder|bis|et|ou|y|o|e|en|of|og|och|i|a)\b)(?P<second>[^\W\d_A-Z]{2,})(?![\w-])",
    literals=("- ", "-\n", "‐ ", "‐\n"),
    reach=80,
)


# Whoever writes of lost characters shows one: “for example 测试-�”.
_SHOWN = r"(?i)\b(?:for example|e\.g\.|such as|instead of|like)\b[^.\n]*\Z"
_NEAR = 40
_LETTERS_BEFORE, _LETTERS = r"[^\W\d_]+\Z", r"[^\W\d_]+"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield garbled characters in everything that is printed."""
    for path, scalar in manuscript.texts:
        yield from _find_broken(manuscript, path, scalar.value)
        if not _ACCENTS.isdisjoint(scalar.value):
            yield from _find_accents(manuscript, path, scalar.value)
        if scalar.value.isascii():
            continue
        for match in re.finditer("\ufffd+|[\ufb00-\ufb06]", scalar.value):
            if match.group()[0] == "\ufffd" and re.search(_SHOWN, scalar.value[: match.start()][-_NEAR:]):
                continue
            yield _of_other(manuscript.document.span(path, *match.span()), match.group())
        for match in _find_garbled(scalar.value) if _LEADS.search(scalar.value) else ():
            restored = restore(match.group())
            if not restored.isprintable() or not restored:
                continue
            span = manuscript.document.span(path, *match.span())
            yield Finding(
                span=span,
                message="garbled character, from the wrong encoding",
                help=f"write {restored}, or copy the text again from the original",
                fix=Fix(f"write {restored}", (Edit(span, restored),), is_safe=False),
            )


def _find_garbled(text: str) -> Iterator[re.Match[str]]:
    """Yield garbled characters, but no letter or sign with a no-break space behind it that stands alone.

    The end of “priorité »” and the sign of “3 × 4” have the same characters as a garbled Hanzi and a Hebrew letter, of
    which hardly any stand alone.
    """
    found = list(GARBLED.finditer(text))
    starts, ends = ({match.start() for match in found}, {match.end() for match in found})
    for match in found:
        is_typeset = match.group()[1] == "\u00a0" and match.group()[0] not in _LATIN_LEADS
        if not is_typeset or match.end() in starts or match.start() in ends:
            yield match


def _find_accents(manuscript: Manuscript, path: Path, value: str) -> Iterator[Finding]:
    """Yield accents and primes between letters, where only an apostrophe can be meant."""
    field = manuscript.field(path)
    for match in re.finditer(_APOSTROPHE, field.prose.visible if field else value):
        text, language = match.string, manuscript.language_at(path)
        before = re.search(_LETTERS_BEFORE, text[max(0, match.start() - _NEAR) : match.start()])
        after = re.compile(_LETTERS).match(text, match.end())
        if before is not None and after is not None:
            meant = find_meant_letters(language, before.group(), match.group(), after.group())
            if meant is not None:
                yield _of_letter(manuscript, path, match, meant)
                continue
        span = manuscript.document.span(path, *match.span())
        mark = "'" if manuscript.publication.style.quotes == "straight" else "’"
        node = manuscript.document.node(*path)
        written = encode(mark, node.style) if isinstance(node, Scalar) else mark
        name = "a prime" if match.group() == "′" else "an accent"
        message = f"{name}, {match.group()}, where an apostrophe belongs"
        fix = Fix(f"write {mark}", (Edit(span, written),), is_safe=True)
        yield Finding(span=span, message=message, help=f"write {mark}", fix=fix)


def _of_letter(manuscript: Manuscript, path: Path, match: re.Match[str], meant: tuple[str, ...]) -> Finding:
    """Return the finding for an accent that stands beside its letter; one candidate makes a fix."""
    start, end = match.start() - 1, match.end() + 1
    span = manuscript.document.span(path, start, end)
    written = match.string[start:end]
    fix = None
    if len(meant) == 1:
        # The candidate stands in the place of the letter before the mark, or of the one behind it.
        is_after = normalize("NFD", meant[0])[0] == written[-1]
        right = written[0] + meant[0] if is_after else meant[0] + written[-1]
        fix = Fix(f"write {right}", (Edit(span, right),), is_safe=False)
    return Finding(
        span=span,
        message=f"an accent, {match.group()}, beside the letter it belongs to: “{written}”",
        help=f"write {' or '.join(meant)}" if meant else "write the letter with its accent",
        fix=fix,
    )


def _find_broken(manuscript: Manuscript, path: Path, value: str) -> Iterator[Finding]:
    """Yield words broken by a hyphen and a space; in “two- and three-year” no word is."""
    field = manuscript.field(path)
    is_english = manuscript.language_at(path) == "en"
    for match in _BREAKS.finditer(field.prose.visible if field else value):
        whole = match["first"] + match["second"]
        is_word = is_english and not SPLIT_WORDS.isdisjoint(
            whole.removesuffix(ending) for ending in ("", "s", "ed", "ing", "ly")
        )
        if not is_word and not re.search(rf"(?<![\w-]){whole}(?![\w-])", manuscript.document.text):
            continue
        # The indent of the next line is part of the gap.
        second = manuscript.document.span(path, *match.span("second"))
        span = Span(manuscript.document.span(path, *match.span("gap")).start, second.start)
        yield Finding(
            span=manuscript.document.span(path, *match.span()),
            message=f"“{' '.join(match.group().split())}” is one word, broken at the end of a line",
            help=f"write {whole}",
            fix=Fix(f"write {whole}", (Edit(span, ""),), is_safe=False),
        )


def _of_other(span: Span, written: str) -> Finding:
    """Return the finding for characters that a conversion lost, or a ligature that was copied from a PDF."""
    if written[0] == "\ufffd":
        message = "a character that was lost in a conversion"
        return Finding(span=span, message=message, help="look it up in the original, and write it")
    letters = normalize("NFKC", written)
    return Finding(
        span=span,
        message=f"the letters “{letters}” are one character, as in a PDF",
        help=f"write {letters}, so that readers can search for the word",
        fix=Fix(f"write {letters}", (Edit(span, letters),), is_safe=True),
    )


RULE = Rule("T113", "garbled-character", Severity.WARNING, check)
