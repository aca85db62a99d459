"""A body whose lines YAML joins, because it does not begin with `|`.

After `>`, in quotation marks, and without any mark, YAML joins lines: separate paragraphs, lists and headings are
printed as one. A body that loses nothing by it is not reported.

Bad:
    briefs:
      - title: Silt Returns
        body: >
          The basin fills within a season.

          Then it fills again.

Reports:
    3:11 `>` runs the paragraphs of `body` together

Fixed:
    briefs:
      - title: Silt Returns
        body: |
          The basin fills within a season.

          Then it fills again.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Path, Scalar, Span

# Compiled when a text first needs them: most bodies are literal.
_MARKED = r"[ \t]*(?:[-*+•][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|>[ \t]|\|)"
_BROKEN = r"(?: {2,}|\\)$"
_SIGNS = {"folded": "`>`", "single": "text in quotation marks", "double": "text in quotation marks"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield bodies that lose what their lines say."""
    for item in manuscript.items:
        path = (*item.path, "body")
        match manuscript.document.node(*path):
            case Scalar(style=style) as scalar if style != "literal":
                lost = _find_loss(scalar.span.of(manuscript.document.text), is_folded=style == "folded")
                if lost:
                    yield _report(manuscript.document, path, scalar, lost)


def _find_loss(written: str, *, is_folded: bool) -> str:
    """Return what runs together; nothing where the lines may."""
    lines = written.splitlines()[1 if is_folded else 0 :]
    texts = [line for line in lines if line.strip()]
    if any(re.match(_MARKED, line) for line in texts[1:]):
        return "lines"
    # One empty line ends a paragraph in Markdown, and is a mere line break to YAML; two are an empty line.
    if re.search(r"\S[ \t]*\n[ \t]*\n[ \t]*\S", "\n".join(lines)):
        return "paragraphs"
    return "line breaks" if any(re.search(_BROKEN, line) for line in texts[:-1]) else ""


def _report(document: Document, path: Path, scalar: Scalar, lost: str) -> Finding:
    key = document.nearest_span(*path)
    between = document.text[key.end : scalar.span.start]
    fix = None
    if scalar.style == "folded":
        sign = Span(scalar.span.start, scalar.span.start + 1)
        fix = Fix("write `|` instead of `>`", (Edit(sign, "|"),), is_safe=True)
    elif scalar.style == "plain" and "\n" in between:
        at = key.end + between.index(":") + 1
        gap = Span(at, key.end + between.index("\n"))
        fix = Fix("write `|` after the colon", (Edit(gap, " |"),), is_safe=True)
    name = _SIGNS.get(scalar.style, "text without `|`")
    message = f"{name} runs the {lost} of `body` together"
    span = Span(scalar.span.start, scalar.span.start + 1) if scalar.style == "folded" else key
    return Finding(span=span, message=message, help="write `body: |`, and the text below it, indented", fix=fix)


RULE = Rule("S012", "folded-body", Severity.WARNING, check)
