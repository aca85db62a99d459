"""A body whose lines YAML joins, because it does not begin with `|`.

After `>`, in quotation marks, and without any mark, YAML joins lines: separate paragraphs, lists and headings are
printed as one. A body that loses nothing by it is not reported, unless a sign that only looks like the bar would be
printed before its text.

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

Bad:
    briefs:
      - title: Silt Returns
        body: ¦
          The basin fills within a season.

Reports:
    3:11 `¦` is not the bar `|` that begins a text

Fixed:
    briefs:
      - title: Silt Returns
        body: |
          The basin fills within a season.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.run_together import find_loss
from briefgen.rules.rule import Rule
from briefgen.yamltext import BARS, LIKE_BARS, Document, Edit, Path, Scalar, Span

_SIGNS = {"folded": "`>`", "single": "text in quotation marks", "double": "text in quotation marks"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield bodies that lose what their lines say."""
    for item in manuscript.items:
        path = (*item.path, "body")
        match manuscript.document.node(*path):
            case Scalar(style="plain") as scalar if _has_other_bar(manuscript.document, scalar):
                yield _report_bar(manuscript.document, scalar)
            case Scalar(style=style) as scalar if style != "literal":
                lost = find_loss(item)
                if lost:
                    yield _report(manuscript.document, path, scalar, lost)


def _has_other_bar(document: Document, scalar: Scalar) -> bool:
    """Return whether a text begins with a sign that looks like the bar, and with a letter only if it is alone."""
    sign, after = scalar.value[:1], document.text[scalar.span.start + 1 : scalar.span.start + 2]
    return (sign in BARS and after in {" ", "\r", "\n"}) or (sign in LIKE_BARS and after in {"\r", "\n"})


def _report_bar(document: Document, scalar: Scalar) -> Finding:
    """Return the finding for another sign in the place of the bar."""
    sign = Span(scalar.span.start, scalar.span.start + 1)
    ends_line = document.text[sign.end : sign.end + 1] in {"\r", "\n"}
    message = f"`{sign.of(document.text)}` is not the bar `|` that begins a text"
    help_ = "write `body: |`, and the text below it, indented"
    fix = Fix("write `|`", (Edit(sign, "|"),), is_safe=True) if ends_line else None
    return Finding(span=sign, message=message, help=help_, fix=fix)


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
