"""A parenthesis that looks like a citation but cannot be understood.

It names an outlet and something like a date, but not in the form `(Outlet, Month D, YYYY; Outlet, Month D)`: a comma
or semicolon is missing, the day comes before the month, the month is misspelt, the punctuation is full-width, or the
brackets are square. Or it names a source in the syntax of another system: `@key`, `(@key)`, `[key]`, `{@key}`,
`[-@key]`, `@key [p. 3]`. It would be printed as typed, without a link.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT May 10).

Reports:
    4:29 citation not understood: “NYT May 10”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10).

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, 10 May 2023).

Reports:
    4:29 citation not understood: “NYT, 10 May 2023”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan (NYT, May 10, 2023).

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [-@nyt-kiel], and then the vote [nyt-kiel, p. 3]. So
          says @nyt-kiel [p. 4]. Others did not (@nyt-kiel) wait {@nyt-kiel} so long [NYT, May 10].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}

Reports:
    4:29 citation not understood: “[-@nyt-kiel]”
    4:61 citation not understood: “[nyt-kiel, p. 3]”
    5:12 citation not understood: “@nyt-kiel [p. 4]”
    5:45 citation not understood: “(@nyt-kiel)”
    5:62 citation not understood: “{@nyt-kiel}”
    5:82 citation not understood: “[NYT, May 10]”

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel], and then the vote [@nyt-kiel, p. 3]. So
          says [@nyt-kiel, p. 4]. Others did not [@nyt-kiel] wait [@nyt-kiel] so long (NYT, May 10).
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}
"""

import re
from collections.abc import Iterator

from briefgen.citations import Malformed
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Scalar, Span

# A string, so that `re` compiles it on first use.
_BEFORE = r"(?i)[(\[](?:(?:see|source|sources|quelle|via|from|at|link|[A-Z][\w .&’-]{0,40},)\s*:?\s*)?<?\Z"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield citations that were not understood."""
    for item in manuscript.citing_fields:
        for malformed in item.scan.malformed:
            yield Finding(
                span=item.file_span(malformed.span),
                message=f"citation not understood: “{' '.join(malformed.text.split())}”",
                help=malformed.help,
                fix=_fix(item, malformed),
            )
        yield from _check_addresses(manuscript, item)


def _check_addresses(manuscript: Manuscript, item: FieldText) -> Iterator[Finding]:
    """Yield addresses in parentheses, in an issue that lists its sources; elsewhere links are how it cites."""
    if not manuscript.read_issue.sources:
        return
    text = item.prose.text
    for opaque in item.prose.opaque:
        if opaque.kind != "address" or text[opaque.span.end : opaque.span.end + 1] not in {")", "]"}:
            continue
        before = re.compile(_BEFORE).search(text, max(0, opaque.span.start - 60), opaque.span.start)
        if before is None:
            continue
        group = Span(before.start(), opaque.span.end + 1)
        key = next((key for key, url in _addresses(manuscript) if url == opaque.address.rstrip("/")), "")
        edit = Edit(item.file_span(group), f"[@{key}]")
        yield Finding(
            span=item.file_span(group),
            message=f"an address where a citation should be: “{' '.join(group.of(text).split())[:60]}”",
            help=f"write `[@{key}]`" if key else "list the page under `sources:`, and cite it by its key: `[@key]`",
            fix=Fix(f"write `[@{key}]`", (edit,), is_safe=False) if key else None,
        )


def _addresses(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    sources = manuscript.read_issue.sources.items()
    return ((key, source.url.rstrip("/")) for key, source in sources if source.url)


def _fix(item: FieldText, malformed: Malformed) -> Fix | None:
    value = item.document.node(*item.field)
    is_list = malformed.span.start == 0 and isinstance(value, Scalar) and value.style == "plain"
    # A plain value that begins with a bracket is a list to YAML.
    if not malformed.suggestion or (is_list and malformed.suggestion.startswith("[")):
        return None
    edit = Edit(item.file_span(malformed.span), malformed.suggestion)
    return Fix(f"write `{malformed.suggestion.rstrip()}`", (edit,), is_safe=False)


RULE = Rule("C101", "malformed-citation", Severity.WARNING, check)
