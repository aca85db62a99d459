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

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.run_together import find_loss
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Path, Scalar, Span

_SIGNS = {"folded": "`>`", "single": "text in quotation marks", "double": "text in quotation marks"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield bodies that lose what their lines say."""
    for item in manuscript.items:
        path = (*item.path, "body")
        match manuscript.document.node(*path):
            case Scalar(style=style) as scalar if style != "literal":
                lost = find_loss(item)
                if lost:
                    yield _report(manuscript.document, path, scalar, lost)


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
