"""An issue without a summary, or with one that only repeats the title.

Inboxes show the summary next to the subject, and search engines show it below the title. Without one, they show the
first words of the page.

Bad:
    number: 133

Reports:
    1:1 no summary: inboxes will show the first words of the page instead

Good:
    number: 133
    summary: Town halls from Kiel to Wagga Wagga ask what a tie to a city in China is for.

Bad:
    summary: What are sister cities for?
    feature: {title: What Are Sister Cities For?, author: Jane Doe, body: Words.}

Reports:
    1:10 the summary repeats the title

Good:
    summary: Town halls from Kiel to Wagga Wagga ask what a tie to a city in China is for.
    feature: {title: What Are Sister Cities For?, author: Jane Doe, body: Words.}
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

_ALIKE = 0.8


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield a missing summary, and one that says nothing new."""
    issue, document = manuscript.read_issue, manuscript.document
    if issue.summary is None:
        yield Finding(
            span=document.nearest_span("number"),
            message="no summary: inboxes will show the first words of the page instead",
            help="add `summary:`, one or two sentences that do not repeat the title",
        )
    elif _likeness(issue.summary, issue.feature.title) >= _ALIKE:
        span = document.value_span("summary")
        yield Finding(span=span, message="the summary repeats the title", help="say what the title leaves out")


def _likeness(one: str, other: str) -> float:
    """Return the share of the words of two texts that both have, 0 to 1."""
    first, second = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(first & second) / len(first | second) if first and second else 0.0


RULE = Rule("M102", "preheader-missing", Severity.WARNING, check)
