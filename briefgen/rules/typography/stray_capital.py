"""A capital letter in mid-sentence, on a word such as “in” or “the”, or two at the head of one: “THe”; one in a date.

Readers think that a new sentence begins, and go back. Only words from a fixed list count, and only between two
lowercase words, outside headings, citations, quotations and italics, and not in a block most of whose longer words
have capitals, which is a headline. Two capitals come from a shift key held too long; they are reported on some short
words. These are English. Spanish, French and Italian write months and weekdays small: a capital in a date is reported,
but not on a holiday or in the name of a street (“Avenida 9 de Julio”) without a year.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          THe harbour opens in the capital of the province In less than two weeks (NYT, May 8).

Reports:
    4:7 two capital letters: “THe”
    4:56 capital letter in mid-sentence: “In”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opens in the capital of the province in less than two weeks (NYT, May 8).

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          El puerto abre el Lunes 22 de mayo, y no el 15 de Mayo.

Reports:
    5:25 capital letter in a date: “Lunes”
    5:57 capital letter in a date: “Mayo”

Fixed:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          El puerto abre el lunes 22 de mayo, y no el 15 de mayo.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block, Pattern
from briefgen.rules.analysis.capital_dates import SMALL, find_capitals
from briefgen.rules.analysis.run_together import find_loss
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import STRAY_CAPITALS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

# A name that a word comes between: `The great Eagles`.
_NAME = expression(r"The(?: [a-z’'-]+){1,2} [A-Z]")
_CAPITAL = expression(rf"(?:{STRAY_CAPITALS})(?=\s[a-z])")
_DOUBLED = ("THe", "THis", "THat", "WHen", "WHat", "WIth", "BUt", "ANd", "FOr", "SHe")
_TWO = Pattern(rf"(?<![\w@#/.-])(?:{'|'.join(_DOUBLED)})(?![\w-])", literals=_DOUBLED, reach=12)
_LONGER = expression(r"[^\W\d_]{4,}")
_FEWEST = 5
# How far back the word before is looked for: a longer one is no word of a sentence.
_BEFORE = 21


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield capitals where no sentence begins."""
    if any(map(manuscript.document.text.__contains__, _DOUBLED)):
        for item in (each for each in manuscript.fields if each.language in ENGLISH):
            yield from _find_doubled(item)
    for item in manuscript.fields:
        for span in find_capitals(item):
            place, word = item.file_span(span), span.of(item.prose.text)
            fix = Fix("make it lowercase", (Edit(place, word.lower()),), is_safe=False)
            yield Finding(
                span=place,
                message=f"capital letter in a date: “{word}”",
                help=f"write “{word.lower()}”",
                fix=fix,
            )
    # S012 reports lists that run together: their entries begin with capitals.
    for item in (each for each in manuscript.fields if each.language in ENGLISH and find_loss(each) != "lines"):
        for block in item.prose.blocks:
            if block.kind in PROSE_BLOCKS:
                yield from _find(item, block)


def _find_doubled(item: FieldText) -> Iterator[Finding]:
    """Yield words with two capitals."""
    for match in _TWO.finditer(item.own_words):
        span, word = item.file_span(Span(*match.span())), match.group().capitalize()
        fix = Fix(f"write “{word}”", (Edit(span, word),), is_safe=False)
        yield Finding(span=span, message=f"two capital letters: “{match.group()}”", help=f"write “{word}”", fix=fix)


def _find(item: FieldText, block: Block) -> Iterator[Finding]:
    text = item.prose.visible
    for match in _CAPITAL.finditer(text, block.span.start, block.span.end):
        span, word = Span(*match.span()), match.group().lower()
        before = text[max(block.span.start, span.start - _BEFORE) : span.start]
        # A line of its own may be a heading, an address or a verse.
        is_first = "\n" in before[len(before.rstrip()) :]
        last = before.split()[-1] if before[-1:].isspace() and before.strip() and not is_first else ""
        is_name = text.startswith("The ", span.start) and _NAME.match(text, span.start) is not None
        if not last.isalpha() or not last.islower() or is_name or item.prose.is_quoted(span):
            continue
        if _is_headline(block.span.of(text)):
            return
        yield Finding(
            span=item.file_span(span),
            message=f"capital letter in mid-sentence: “{match.group()}”",
            help=f"write “{word}”, or end the sentence before it",
            fix=Fix("make it lowercase", (Edit(item.file_span(span), word),), is_safe=False),
        )


def _is_headline(words: str) -> bool:
    """Return whether two in three of the longer words have capitals."""
    longer = _LONGER.findall(words)
    return len(longer) >= _FEWEST and 3 * sum(word[0].isupper() for word in longer) >= 2 * len(longer)


RULE = Rule("T106", "stray-capital", Severity.WARNING, check, languages=(*ENGLISH, *SMALL))
