"""A link whose text does not say where it leads.

A screen reader can list the links of a page: “here, here, read more” tells its user nothing. Let the link text name
the target. In preview, because “more” at the end of a row of links is clear enough in its place.

Bad:
    briefs:
      - title: The Bill
        body: |
          The Senate has the bill again, [here](https://www.congress.gov/bill/1184).

Reports:
    4:39 vague link text “here”

Good:
    briefs:
      - title: The Bill
        body: |
          The Senate has [the bill](https://www.congress.gov/bill/1184) again.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_VAGUE = frozenset({
    "here", "this", "that", "link", "this link", "the link", "click", "click here", "read more", "more", "read on",
    "see here", "learn more", "find out more", "details", "read", "see more", "source", "website", "page",
    "this page", "article",
})  # fmt: skip
_WORDS = r"\[(?P<words>[^\[\]]{0,400})\](?:[(\[]|$)"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield links with empty words, vague words or a bare address for words."""
    for item in manuscript.items:
        for opaque in item.prose.opaque:
            match = re.match(_WORDS, opaque.span.of(item.prose.text)) if opaque.kind == "link" else None
            if match is None:
                continue
            words = " ".join(re.sub(r"[*_`“”\"'.:!]", " ", match["words"]).casefold().split())
            if (
                words in _VAGUE
                or not words
                or match["words"].strip().casefold().startswith(("http:", "https:", "www."))
            ):
                start = opaque.span.start + 1
                yield Finding(
                    span=item.file_span(Span(start, start + len(match["words"]))),
                    message=f"vague link text “{match['words'].strip()}”" if words else "link without text",
                    help="say where the link leads",
                )


RULE = Rule("A102", "vague-link-text", Severity.WARNING, check, in_preview=True, languages=ENGLISH)
