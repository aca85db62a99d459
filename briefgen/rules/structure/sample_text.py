"""A sample text from `briefgen init` that has not been replaced.

The first issue of a new publication builds at once, so that you can see what you will get. Its words are only
samples, and readers should never see them. The report shows the first of them and counts the others.

Bad:
    briefs:
      - title: A First Brief
        body: |
          The port is open again.

Reports:
    2:12 sample text from `briefgen init`: “A First Brief”

Good:
    briefs:
      - title: The Port Is Open Again
        body: |
          The port is open again.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Path, Span

SAMPLES = (
    "One or two sentences about this issue, for inboxes, feeds and search engines.",
    "A First Feature",
    "A standfirst says in a sentence why readers should go on.",
    "Jane Doe edits this newsletter.",
    "A keyed citation is in brackets and refers to a source below",
    "A citation may also be typed as readers will see it;",
    "A First Brief",
    "Briefs are short, and cite what they report",
    "How to cite",
    "Where the evidence goes",
    "Dates in running text",
)
"""The sentences of the first issue; a body is a sample as long as it holds one of them."""
_WHOLE = frozenset(SAMPLES)
_MAX_SHOWN = 40


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the first sample text, with the places of the others."""
    document = manuscript.document
    found = [span for path, scalar in manuscript.texts for span in _find(document, path, scalar.value)]
    if found:
        first, *others = found
        words = first.of(document.text)
        shown = words if len(words) <= _MAX_SHOWN else words[: _MAX_SHOWN - 1] + "…"
        yield Finding(
            span=first,
            message=f"sample text from `briefgen init`: “{shown}”",
            help=f"replace it{f', and {len(others)} others,' if others else ''} with your own words",
        )


def _find(document: Document, path: Path, value: str) -> Iterator[Span]:
    """Yield the first sample that a text holds: a body may, any other text is one as a whole."""
    if path[-1] != "body":
        if value.strip() in _WHOLE:
            yield document.value_span(*path)
        return
    at, sample = min(((at, each) for each in SAMPLES if (at := value.find(each)) >= 0), default=(-1, ""))
    if at >= 0:
        yield document.span(path, at, at + len(sample))


RULE = Rule("S014", "sample-text", Severity.WARNING, check)
