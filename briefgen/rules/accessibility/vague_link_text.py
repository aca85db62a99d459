"""A link whose text does not say where it leads.

A screen reader can list the links of a page: “here, here, read more” tells its user nothing. Let the link text name the
target. A link that stands as a citation is not reported: alone in parentheses, or in a row of links, as “more” at its
end. Links to social media and to the newsletter’s own site are no citations. Quotations are left alone. All such links
of an issue make one report.

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

Bad:
    briefs:
      - title: The Bill
        body: |
          The Senate has the bill again, [here](https://www.congress.gov/bill/1184).

          [Click here](https://www.congress.gov/bill) for others.

Reports:
    4:39 2 links have vague texts, such as “here”

Good:
    briefs:
      - title: The Bill
        body: |
          The Senate has [the bill](https://www.congress.gov/bill/1184) again, and [others](https://www.congress.gov/bill).
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_VAGUE = frozenset({
    "here", "this", "link", "this link", "the link", "click", "click here", "click this link", "read more",
    "read on", "see here", "read here", "learn more", "find out more", "see more", "more here", "this page",
    "this website",
})  # fmt: skip
# Of a vague text with its marks, in characters.
_LONGEST = 30
_WITHOUT_MARKS = str.maketrans(dict.fromkeys("*_`“”\"'.:!", " "))
_BETWEEN = r"\s*(?:[,;|·/&]|,?\s*\b(?:and|or)\b)\s*"
_WORDS = r"\[(?P<words>[^\[\]]{0,400})\](?:[(\[]|$)"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield links with vague words."""
    for item in manuscript.items:
        links = [opaque.span for opaque in item.prose.opaque if opaque.kind == "link"]
        cited = {link.span for link in item.links}
        for number, span in enumerate(links):
            # Cheap test first: most links have more words.
            if item.prose.text.find("]", span.start, span.start + _LONGEST) < 0:
                continue
            match = re.match(_WORDS, span.of(item.prose.text))
            words = " ".join(match["words"].translate(_WITHOUT_MARKS).casefold().split()) if match else ""
            if match is None or words not in _VAGUE or item.prose.is_quoted(span):
                continue
            # “(here)” is how some cite; “(click here)” is not.
            is_citation = (
                span in cited
                and "click" not in words
                and (_is_in_parentheses(item.prose.text, span) or _is_in_row(item.prose.text, links, number))
            )
            if not is_citation:
                start = span.start + 1
                yield Finding(
                    span=item.file_span(Span(start, start + len(match["words"]))),
                    message=f"vague link text “{match['words'].strip()}”",
                    help="say where the link leads",
                    cause="vague",
                )


def _is_in_parentheses(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 3]
    return before.rstrip("*_").endswith("(") and after.lstrip("*_").startswith(")")


def _is_in_row(text: str, links: list[Span], number: int) -> bool:
    """Return whether a link is in a row of links that only commas and the like part."""
    span = links[number]
    rows = [(links[number - 1], span)] if number else []
    rows += [(span, links[number + 1])] if number + 1 < len(links) else []
    return any(re.fullmatch(_BETWEEN, text[one.end : other.start]) for one, other in rows)


def _merge(found: Sequence[Finding]) -> Finding:
    words = [each.message.partition("“")[2].removesuffix("”") for each in found]
    return merge(
        found, f"{len(found)} links have vague texts, such as “{words[0]}”", related=[f"“{one}”" for one in words[1:]]
    )


RULE = Rule("A102", "vague-link-text", Severity.NOTE, check, languages=ENGLISH, merge=_merge)
