"""A link whose text does not say where it leads.

A screen reader can list the links of a page: “here, here, read more” tells its user nothing. Let the link text name
the target. A link that stands as a citation is not reported: alone in parentheses, or in a row of links, as “more” at
its end. Links to social media and to the newsletter’s own site are no citations.

In preview, because few such links have been measured.

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
          The Senate has [the bill](https://www.congress.gov/bill/1184) again ([link](https://www.reuters.com/bill)).
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
_BETWEEN = r"\s*(?:[,;|·/&]|,?\s*\b(?:and|or)\b)\s*"
_WORDS = r"\[(?P<words>[^\[\]]{0,400})\](?:[(\[]|$)"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield links with empty words, vague words or a bare address for words."""
    for item in manuscript.items:
        links = [opaque.span for opaque in item.prose.opaque if opaque.kind == "link"]
        cited = {link.span for link in item.links}
        for number, span in enumerate(links):
            match = re.match(_WORDS, span.of(item.prose.text))
            if match is None or (span in cited and _is_citation(item.prose.text, links, number)):
                continue
            words = " ".join(re.sub(r"[*_`“”\"'.:!]", " ", match["words"]).casefold().split())
            if (
                words in _VAGUE
                or not words
                or match["words"].strip().casefold().startswith(("http:", "https:", "www."))
            ):
                start = span.start + 1
                yield Finding(
                    span=item.file_span(Span(start, start + len(match["words"]))),
                    message=f"vague link text “{match['words'].strip()}”" if words else "link without text",
                    help="say where the link leads",
                )


def _is_citation(text: str, links: list[Span], number: int) -> bool:
    """Return whether a link is alone in parentheses, or in a row of links that only commas and the like part."""
    span = links[number]
    if text[max(0, span.start - 1) : span.start] == "(" and text[span.end : span.end + 1] == ")":
        return True
    rows = [(links[number - 1], span)] if number else []
    rows += [(span, links[number + 1])] if number + 1 < len(links) else []
    return any(re.fullmatch(_BETWEEN, text[one.end : other.start]) for one, other in rows)


RULE = Rule("A102", "vague-link-text", Severity.WARNING, check, in_preview=True, languages=ENGLISH)
