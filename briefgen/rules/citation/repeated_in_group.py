"""The same source twice in one group.

The second citation adds nothing; most often another source was meant.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt; @bbc; @nyt].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-10}

Reports:
    4:42 `nyt` is cited twice in this group

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt; @bbc].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-10}
"""

from collections.abc import Iterator

from briefgen.citations import Citation, write_part
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield repeated parts; two locators of one source are no repetition."""
    for item in manuscript.citing_fields:
        for group in (each for each in item.groups if len(each.citations) > 1):
            seen: dict[tuple[str, str], Citation] = {}
            for before, again in zip((None, *group.citations), group.citations, strict=False):
                name = manuscript.resolver.resolve(again).key or again.key or _name(manuscript, item, again)
                first = seen.setdefault((name, again.locator), again)
                if first is not again and before is not None:
                    yield Finding(
                        span=item.file_span(again.span),
                        message=f"`{name}` is cited twice in this group",
                        help="delete the second",
                        related=(Related(item.file_span(first.span), "the first"),),
                        fix=_fix(item, before, again),
                    )


def _name(manuscript: Manuscript, item: FieldText, citation: Citation) -> str:
    """Return outlet and date, or outlet and document, of a typed part without a source."""
    if citation.date is None:
        return ", ".join(filter(None, (citation.outlet, citation.document)))
    return write_part(citation.outlet, citation.date, manuscript.written_language(item.field))


def _fix(item: FieldText, before: Citation, again: Citation) -> Fix | None:
    """Make the edit that cuts a part with the semicolon before it; a part that lends its date cannot be cut."""
    between = item.prose.text[before.span.end : max(before.span.end, again.span.start)]
    if not (before.is_plain and again.is_plain and between.strip() == ";"):
        return None
    cut = item.file_span(Span(before.span.end, again.span.end))
    return Fix("delete the second", (Edit(cut, ""),), is_safe=True)


RULE = Rule("C106", "repeated-in-group", Severity.WARNING, check)
