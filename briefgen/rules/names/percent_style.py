"""“%” and “percent” in one issue.

Two forms of one thing look like the work of two writers. The form that the issue uses most often is right, or, if they
are equally frequent, the first; there is one report for the whole issue, with all places of the others. Only figures in
running text count: not tables, titles, headings, captions and parentheses, where “%” saves space, nor quotations,
titles of works and citations, nor “100 percent”, which is a phrase, too.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Trade rose by 15 percent in May, and by 20 percent in June. It had fallen by 62% (NYT, May 8).

Reports:
    4:84 “62%” here, but 2 figures like “15 percent”

Good:
    briefs:
      - title: Harbour Opens
        body: |
          Trade rose by 15 percent in May, and by 20 percent in June. It had fallen by 62 percent (NYT, May 8).

          | Month | Rise |
          | --- | ---: |
          | May | 15% |
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity, plural
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Pattern
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_WORDS = ("percent", "per cent")
_PERCENT = Pattern(
    r"\d(?<![\w.,-].)[\d.,]*(?P<form> ?%|[ -]per ?cent)(?!\w)",
    literals=("%", *(f" {word}" for word in _WORDS)),
    reach=30,
)
_FIELDS = frozenset({"body", "summary", "bio", "text"})
_Place = tuple[FieldText, Span]


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for all percentages that are not in the usual form."""
    text = manuscript.document.text
    if sum(form in text for form in ("%", *_WORDS)) < len(_WORDS):
        return
    found: dict[str, list[_Place]] = {}
    for field in manuscript.fields:
        for form, span in _find(manuscript, field) if field.name in _FIELDS else ():
            found.setdefault(form, []).append((field, span))
    if len(found) > 1:
        house = max(found, key=lambda form: len(found[form]))
        others = [place for form, places in found.items() if form != house for place in places]
        yield _report(manuscript, others, found[house])


def _find(manuscript: Manuscript, field: FieldText) -> Iterator[tuple[str, Span]]:
    """Yield the percentages in the running text of a field, each with its form."""
    text = field.own_words
    for match in _PERCENT.finditer(text):
        block = field.prose.block_at(match.start())
        if block is None or block.kind not in PROSE_BLOCKS or is_sic(text, match.end()):
            continue
        # “100 percent” is a phrase, too.
        if manuscript.is_verbatim(field.file_span(Span(*match.span()))) or match.group().startswith("100"):
            continue
        before = text[block.span.start : match.start()]
        if before.count("(") <= before.count(")"):
            yield match["form"].strip(" -"), Span(*match.span())


def _report(manuscript: Manuscript, others: list[_Place], usual: list[_Place]) -> Finding:
    spans = sorted(field.file_span(span) for field, span in others)
    words = [
        " ".join(span.of(manuscript.document.text).split()) for span in (spans[0], usual[0][0].file_span(usual[0][1]))
    ]
    here = f"“{words[0]}”" + (f" and {len(spans) - 1} more" if len(spans) > 1 else " here")
    return Finding(
        span=spans[0],
        message=f"{here}, but {len(usual)} {plural(len(usual), 'figure')} like “{words[1]}”",
        help="write all percentages in one form",
        related=tuple(Related(span, "here too") for span in spans[1:]),
    )


RULE = Rule("N115", "percent-style", Severity.NOTE, check, languages=ENGLISH)
