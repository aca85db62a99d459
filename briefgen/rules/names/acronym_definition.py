"""An acronym that is explained but never used again, or explained twice.

An acronym costs readers a moment, which pays off only if it is used again. In preview, because it found only a few
places to judge it by, all of them rightly.

Bad:
    briefs:
      - title: Ships off Japan
        body: |
          The Joint Staff Office (JSO) saw five ships. They went north.

Reports:
    4:31 “JSO” is explained and never used again

Good:
    briefs:
      - title: Ships off Japan
        body: |
          The Joint Staff Office saw five ships. They went north.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.initials import find_word, is_short_for
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_DEFINITION = expression(r" \((?P<acronym>[A-Z]{2,7})\)")
_WORDS_BEFORE = 100


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield explanations that nothing follows, and second ones."""
    texts = [(item, item.uncited) for item in manuscript.items]
    full_text = "\n".join(text for _, text in texts)
    first: dict[str, Span] = {}
    for item, text in texts:
        for span, acronym in _definitions(item, text):
            place = item.file_span(span)
            if acronym in first:
                yield Finding(
                    span=place,
                    message=f"“{acronym}” is explained a second time",
                    help="use the short form alone",
                    related=(Related(first[acronym], "the first time"),),
                )
            elif sum(1 for _ in find_word(acronym, full_text)) == 1:
                message = f"“{acronym}” is explained and never used again"
                yield Finding(span=place, message=message, help=f"leave out “({acronym})”")
            first.setdefault(acronym, place)


def _definitions(item: ItemText, text: str) -> Iterator[tuple[Span, str]]:
    for match in _DEFINITION.finditer(text):
        span = Span(match.start("acronym"), match.end("acronym"))
        words = re.split(r"[.;:\x00]", text[max(0, match.start() - _WORDS_BEFORE) : match.start()])[-1]
        if is_short_for(match["acronym"], words) and not item.prose.is_quoted(span):
            yield span, match["acronym"]


RULE = Rule("N102", "acronym-definition", Severity.NOTE, check, in_preview=True, languages=ENGLISH)
