"""A mark the author left for later still stands in the text.

`TK`, `TODO` and their like mean that something is missing; readers would see it in print.

Bad:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose TK percent in April.

Reports:
    4:20 “TK” left in the text

Good:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose 4 percent in April.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.rule import Rule

# Bare words count only in capitals: “todo” and “tk” are words of other languages.
PLACEHOLDER = Pattern(
    r"\b(?:TK+|TODO|FIXME|XXX+)\b|\?{3,}|\[(?:citation needed|link|check|date|tk)\](?!\()|\blorem ipsum\b",
    traces=("tk", "todo", "fixme", "xxx", "???", "needed]", "[link]", "[check]", "[date]", "lorem"),
    ignores_case=True,
)
_BARE = re.compile(r"[A-Za-z]+")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield placeholders in everything that is printed."""
    bodies = {(*item.path, "body"): item.prose.visible for item in manuscript.items}
    for path, scalar in manuscript.texts:
        for match in PLACEHOLDER.finditer(bodies.get(path, scalar.value)):
            word = match.group()
            if _BARE.fullmatch(word) and not word.isupper():
                continue
            span = manuscript.document.span(path, match.start(), match.end())
            yield Finding(span=span, message=f"“{word}” left in the text", help="fill it in, or cut it")


RULE = Rule("S005", "placeholder-left", Severity.ERROR, check)
