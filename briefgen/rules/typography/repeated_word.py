"""A word, a sentence or a whole paragraph repeated, or two prepositions where one was left over from an edit.

They come from editing half a sentence or pasting twice, and make readers stumble. Prepositions are looked for in
English text; words in English, in German, French, Spanish and Portuguese, where small words that are never doubled
count, and most longer ones in small letters, and in Italian and Dutch, where only the former do. Years, marks,
sentences, and paragraphs of at least twelve words are looked for in any language, and so are entries of lists of at
least 25. Formulas and paragraphs with a colon at the end may repeat. A sentence counts if it has six words or more,
is the only one of the issue, and stands near the other; `--select T104` reports it in other items and far below, too.
In Chinese and Japanese, two letters count as a word, and a sentence is reported directly behind the other. Not
reported are capitalized words, because names repeat (Wagga Wagga), words that can be doubled (had had), a word three
times in a title (“Life life life”) or, unless it is a small one, anywhere, quotations, and anything marked [sic].
“That that” is reported before a word that begins a clause, such as “the”, and elsewhere with `--select T104`.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The gates of the the harbour ease the concentration on in ports (NYT, May 8).

Reports:
    4:20 “the” twice in a row
    4:59 “on in”: two prepositions in a row

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The gates of the harbour ease the concentration in ports (NYT, May 8).

Bad:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Die Tore und und Kräne wurden vollkommen vollkommen erneuert (NYT, 8. Mai).

Reports:
    5:16 “und” twice in a row
    5:37 “vollkommen” twice in a row

Fixed:
    # publication.yaml: {language: de}
    briefs:
      - title: Der Hafen
        body: |
          Die Tore und Kräne wurden vollkommen erneuert (NYT, 8. Mai).

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work, and the first ship came in the same night (NYT, May 8).

          Nobody waved.

          The harbour opened after ten years of work, and the first ship came in the same night (NYT, May 8).

Reports:
    8:7 this paragraph is the same as the one in line 4

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work, and the first ship came in the same night (NYT, May 8).

          Nobody waved.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The first ship came in the same night. Nobody waved. The first ship came in the same night. It rained.

Reports:
    4:60 this sentence is the same as the one in line 4

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The first ship came in the same night. Nobody waved. It rained.

Bad:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          十年の工事を経て港が開いた。十年の工事を経て港が開いた。誰も手を振らない。

Reports:
    5:21 this sentence is the same as the one in line 5

Good:
    # publication.yaml: {language: ja}
    briefs:
      - title: 新しい港
        body: |
          十年の工事を経て港が開いた。誰も手を振らない。
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.analysis.doubled_words import find_doubled
from briefgen.rules.analysis.repeated_passages import find_paragraphs, find_sentences
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import (
    FUNCTION_WORDS,
    MAY_DOUBLE,
    PREPOSITION_PAIRS,
    PREPOSITIONS,
    STANDS_BEFORE_ON,
    TAKES_PREPOSITION,
)
from briefgen.rules.vocabulary.doublings import DOUBLINGS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

_ENDS = ".,;:!?”’)"
_SHORT = 3
_TWICE = (",,", ";;", "::", "..", ",.", ",;", ";,")
_DOUBLED = r"(?<=[\w)\]”’*_])(?P<marks>,,|;;|::|\.\.(?!\s?\.)|,\.|,;|;,)(?=\s|\Z)"
_YEAR_LENGTH = 4
_YEAR_TWICE = r"(?<![\w.,:/-])(?P<year>(?:19|20)\d\d)\s(?P=year)(?P<pair>)(?![\w/-]|[.,:]\d)"
_TWO_TWICE = (
    rf"(?:{_YEAR_TWICE.replace('(?P<pair>)', '')}|(?<![\w-])(?P<pair>(?:{'|'.join(sorted(PREPOSITIONS))})"
    r"\s(?:the|an?|this|these|their|its|his|her|our))\s(?P=pair)(?![\w-]))"
)
# No verb ends with these and stands before them, too.
_NEVER_LAST = frozenset({"to", "of", "from", "with", "the"})
_BEGIN_CLAUSE = frozenset({
    "the", "a", "an", "this", "these", "those", "they", "we", "he", "she", "it", "there", "his", "her", "its", "their",
    "our", "my", "you", "your",
})  # fmt: skip
_FIRST = frozenset(one for one, _ in PREPOSITION_PAIRS)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield repeated words and paragraphs, and superfluous prepositions."""
    yield from find_paragraphs(manuscript)
    yield from find_sentences(manuscript)
    for item in manuscript.fields:
        yield from _find_marks(item)
        yield from _find_years(item)
        for span, word in find_doubled(item):
            fix = Fix("keep one", (Edit(item.file_span(span), span.of(item.prose.text).split()[0]),), is_safe=False)
            message = f"“{word}” twice in a row"
            yield Finding(span=item.file_span(span), message=message, help="keep one of the two", fix=fix)
    for item in (each for each in manuscript.fields if each.language in ENGLISH):
        for block in item.prose.blocks:
            if block.kind in PROSE_BLOCKS:
                likely = _likely_places(block.span.of(item.prose.visible).lower().split())
                yield from _find(item, block, likely)


def _find_marks(item: FieldText) -> Iterator[Finding]:
    """Yield marks that were typed twice: `,,` and `..`; three stops are an ellipsis."""
    visible = item.prose.visible
    if not any(each in visible for each in _TWICE):
        return
    for match in re.finditer(_DOUBLED, visible):
        span = item.file_span(Span(*match.span("marks")))
        marks = match["marks"]
        kept = marks[-1] if marks == ",." else marks[0]
        fix = Fix(f"write `{kept}`", (Edit(span, kept),), is_safe=False)
        yield Finding(span=span, message=f"`{marks}`: two marks in a row", help=f"write `{kept}`", fix=fix)


def _find_years(item: FieldText) -> Iterator[Finding]:
    """Yield a year or a pair of small words that stands twice in a row: `2024 2024`, `in the in the`."""
    words = item.prose.visible.split()
    if not any(_is_twice(*four) for four in zip(words, words[1:], words[2:], words[3:], strict=False)) and not any(
        one == other and len(one) == _YEAR_LENGTH and one.isdigit() for one, other in pairwise(words)
    ):
        return
    for match in re.finditer(_TWO_TWICE if item.language in ENGLISH else _YEAR_TWICE, item.prose.visible):
        span = Span(*match.span())
        block = item.prose.block_at(span.start)
        if block is not None and block.kind in PROSE_BLOCKS and not item.prose.is_quoted(span):
            message = f"“{match['year'] or match['pair']}” twice in a row"
            yield Finding(span=item.file_span(span), message=message, help="keep one of the two")


def _is_twice(one: str, two: str, three: str, four: str) -> bool:
    return one == three and two == four and one in PREPOSITIONS


def _likely_places(words: list[str]) -> list[int]:
    """Return the indexes of words in small letters that are repeated, or begin a pair; nearly all blocks have none."""
    bare = [word.rstrip(_ENDS) for word in words[1:]]
    if PREPOSITION_PAIRS.isdisjoint(pairwise(words)) and not any(map(eq, words, bare)):
        return []
    pairs = enumerate(zip(words, bare, strict=False))
    return [index for index, (one, other) in pairs if one == other or one in _FIRST]


def _find(item: FieldText, block: Block, likely: list[int]) -> Iterator[Finding]:
    if not likely:
        return
    text = item.prose.visible
    words = list(re.compile(r"\S+").finditer(text, block.span.start, block.span.end))
    for index in likely:
        first, second = words[index].group(), words[index + 1].group().rstrip(_ENDS)
        if not _is_pair(first, second) or re.compile(r"\s*\[sic").match(text, words[index + 1].end()):
            continue
        beside = (
            words[max(index - 1, 0)].group(),
            *(each.group().rstrip(_ENDS) for each in words[index + 2 : index + 3]),
        )
        may_be_meant = item.name == "title" or second.lower() not in FUNCTION_WORDS
        if may_be_meant and second.lower() in {each.lower() for each in beside[index == 0 :]}:
            continue
        message = _message([each.group().lower() for each in words[max(index - 2, 0) : index]], first, second)
        is_that = first.lower() == second == "that"
        if is_that:
            message = f"“{second}” twice in a row"
        span = Span(words[index].start(), words[index + 1].start() + len(second))
        if message and not item.prose.is_quoted(span):
            # “He said that that was fine”, but never “that that the House”.
            may_be_right = is_that and not _ends_that(words[index + 1 : index + 3])
            yield Finding(
                span=item.file_span(span), message=message, help="keep one of the two", in_preview=may_be_right
            )


def _ends_that(words: list[re.Match[str]]) -> bool:
    """Return whether the second “that” is followed by a word that begins a clause, so that it is no pronoun."""
    return len(words) > 1 and words[0].group() == "that" and words[1].group() in _BEGIN_CLAUSE


def _is_pair(first: str, second: str) -> bool:
    return first.lower() == second.lower() or (first, second) in PREPOSITION_PAIRS


def _message(words: list[str], first: str, second: str) -> str:
    """Return the message about two equal words or a pair of prepositions; empty if the pair is correct.

    `words` has the one or two before the pair, in small letters.
    """
    before = words[-1] if words else ""
    takes = before.endswith(("ed", "ing")) or before in TAKES_PREPOSITION
    if (first, second) in PREPOSITION_PAIRS:
        # “Two forms to choose from with care”: the verb's object stands before it; “the lamp is on in the hall”.
        is_apart = len(words) > 1 and words[-2] == "to"
        is_state = first == "on" and before in STANDS_BEFORE_ON
        return "" if takes or is_apart or is_state else f"“{first} {second}”: two prepositions in a row"
    if first.lower() in MAY_DOUBLE or not first.isalpha():
        return ""
    is_plain = second.islower() and (first.lower() in FUNCTION_WORDS or (first.islower() and len(first) > _SHORT))
    # “It logged in in May”, but never “it voted to to leave”.
    may_end = takes and second in PREPOSITIONS and second not in _NEVER_LAST
    return f"“{second}” twice in a row" if is_plain and not may_end else ""


RULE = Rule("T104", "repeated-word", Severity.WARNING, check, more_in=(*ENGLISH, *DOUBLINGS))
