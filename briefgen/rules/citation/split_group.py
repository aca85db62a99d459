"""Two keyed groups next to each other that should be one.

Some systems write `[@one][@two]`. In briefgen, each pair of brackets becomes a parenthesis of its own, so readers
would see two in a row.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt][@bbc].
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      bbc: {outlet: BBC, date: 2023-05-10}

Reports:
    4:29 2 groups of citations in a row

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
from itertools import pairwise

from briefgen.citations import Group
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield keyed groups with nothing between them, each row once."""
    for item in manuscript.citing_fields:
        for row in _rows(item):
            text = item.prose.text
            parts = [group.span.of(text)[1:-1] for group in row]
            if len(set(parts)) == 1:
                yield _find_same(item, row, parts[0])
                continue
            edits = tuple(
                Edit(item.file_span(Span(before.span.end - 1, after.span.start + 1)), "; ")
                for before, after in pairwise(row)
            )
            inner = "; ".join(parts)
            yield Finding(
                span=item.file_span(Span(row[0].span.start, row[-1].span.end)),
                message=f"{len(row)} groups of citations in a row",
                help=f"join them: `[{inner}]`",
                fix=Fix("join them into one group", edits, is_safe=False),
            )


def _find_same(item: FieldText, row: list[Group], inner: str) -> Finding:
    """Return the finding for a group that was typed or pasted twice."""
    span = item.file_span(Span(row[0].span.end, row[-1].span.end))
    return Finding(
        span=item.file_span(Span(row[0].span.start, row[-1].span.end)),
        message=f"the same group of citations {len(row)} times in a row",
        help=f"keep one: `[{inner}]`",
        fix=Fix("keep one", (Edit(span, ""),), is_safe=False),
    )


def _rows(item: FieldText) -> Iterator[list[Group]]:
    row: list[Group] = []
    for group in item.groups:
        between = item.prose.text[row[-1].span.end : group.span.start] if row else ""
        if row and (group.form != "keyed" or between not in {"", " "}):
            yield from [row] if len(row) > 1 else []
            row = []
        row += [group] if group.form == "keyed" else []
    yield from [row] if len(row) > 1 else []


RULE = Rule("C114", "split-group", Severity.WARNING, check)
