"""A verb of speech without a comma or colon before the quotation.

Without it, readers take the quotation for the object of the verb. Only quotations of three or more words that begin
with a capital count, and titles do not.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The director added “We have built it to last” (NYT, May 8).

Reports:
    4:20 no comma or colon between “added” and the quotation

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The director added, “We have built it to last” (NYT, May 8).
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import LEADING_VERBS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

SHORTEST_SPEECH = 3
_LONGEST_VERB = max(map(len, LEADING_VERBS))


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield quotations that a verb of speech runs into."""
    for item in manuscript.fields:
        text = item.prose.text
        for quotation in item.prose.quotations:
            start, words = quotation.span.start, quotation.words.of(text).split()
            before = text[max(0, start - _LONGEST_VERB - 2) : start]
            verb = before.split()[-1] if before[-1:].isspace() and before.strip() else ""
            if verb not in LEADING_VERBS or len(words) < SHORTEST_SPEECH or not words[0][:1].isupper():
                continue
            if _is_title(words):
                continue
            gap = item.file_span(Span(start - 1, start))
            yield Finding(
                span=item.file_span(Span(text.rindex(verb, 0, start), start + 1)),
                message=f"no comma or colon between “{verb}” and the quotation",
                help=f"write `{verb}, “…`, or `{verb}: “…` before a full sentence",
                fix=Fix("add a comma", (Edit(Span(gap.start, gap.start), ","),), is_safe=False),
            )


def _is_title(words: list[str]) -> bool:
    """Tell `announced “Made in China 2025”` from speech: all its longer words have capitals."""
    longer = [word for word in words if len(word) > SHORTEST_SPEECH]
    return all(not word[0].islower() for word in longer)


RULE = Rule("T109", "quote-lead-in", Severity.WARNING, check, languages=ENGLISH)
