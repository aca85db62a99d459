"""The same source twice in one group.

The second says nothing that the first does not; most often another source was meant.

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

from briefgen.citations import Citation, Group
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield repeated parts; two locators of one source are no repetition."""
    for item in manuscript.items:
        for group in item.groups:
            seen: dict[tuple[str, str], Citation] = {}
            for before, citation in zip((None, *group.citations), group.citations, strict=False):
                name = manuscript.resolver.resolve(citation).key or f"{citation.outlet}, {citation.date}"
                first = seen.setdefault((name, citation.locator), citation)
                if first is not citation and before is not None:
                    yield _finding(item, group, name, first=first, again=citation, before=before)


def _finding(item: ItemText, group: Group, name: str, *, first: Citation, again: Citation, before: Citation) -> Finding:
    cut = Span(before.span.end, again.span.end)
    is_clean = again.is_plain and before.is_plain and item.prose.text[cut.start : again.span.start].strip() == ";"
    edit = Edit(item.place(cut), "")
    return Finding(
        span=item.place(again.span),
        message=f"`{name}` is cited twice in this group",
        help="delete the second",
        related=(Related(item.place(first.span), "the first"),),
        fix=Fix("delete the second", (edit,), is_safe=True) if is_clean and group.citations else None,
    )


RULE = Rule("C106", "repeated-in-group", Severity.WARNING, check)
