"""A figure for the growth of growth, where growth itself was probably meant.

“Revenue increased 0.8 percent” and “revenue growth increased 0.8 percent” are very different claims. Both can be
true, so this is a note. The rule reported nothing in 25,000 words of control texts.

Bad:
    briefs:
      - title: Huawei
        body: |
          Huawei reported a 0.8 percent increase in revenue growth (Huawei, April 28).

Reports:
    4:37 “increase in revenue growth”: did the growth grow by 0.8 percent?

Good:
    briefs:
      - title: Huawei
        body: |
          Huawei reported a 0.8 percent increase in revenue (Huawei, April 28).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_GROWTH = Pattern(
    r"(?P<figure>\b\d[\d.,]{0,12}+ ?(?:percent|per cent|%))(?: [a-z-]{1,30}+){0,3} "
    r"(?P<change>(?:increase|rise|decrease|decline|drop|fall|jump|growth) in (?:[\w-]{1,30}+ ){0,3}growth)\b",
    literals=("growth",),
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield percentages by which a growth is said to have changed."""
    for item in manuscript.items:
        for match in _GROWTH.finditer(item.own_words):
            if not is_sic(item.own_words, match.end()):
                yield Finding(
                    span=item.file_span(Span(*match.span("change"))),
                    message=f"“{match['change']}”: did the growth grow by {match['figure']}?",
                    help="say what grew, and by how much",
                )


RULE = Rule("E110", "growth-of-growth", Severity.NOTE, check, languages=ENGLISH)
