"""A parenthesis that looks like a citation but cannot be understood.

It names an outlet and something like a date, but not in the form `(Outlet, Month D, YYYY; Outlet, Month D)`: a comma
or semicolon is missing, the month is misspelt, a date in digits may be read in two ways (`5/3`), the punctuation is not
that of the newsletter’s language, or the brackets are square. Or it names a source in the syntax of another system:
`@key`, `(@key)`, `[key]`, `{@key}`, `[-@key]`, `@key [p. 3]`. It would be printed as typed, without a link. So would a
part with a number, in a group whose other parts are citations.

A source that is listed and never cited may also be meant by a link to its address, or by a footnote.

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
          Kiel stalled the plan (NYT, Mayy 10, 2023).

Reports:
    4:29 citation not understood: “NYT, Mayy 10, 2023”

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

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan ([link](https://www.nytimes.com/kiel)). The vote was close.[^1]
          Others wait [@nrc-others].

          [^1]: SCMP, May 9, 2023
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel"}
      scmp-vote: {outlet: SCMP, date: 2023-05-09}
      nrc-others: {outlet: NRC, date: 2023-05-08}

Reports:
    4:29 a link to the source `nyt-kiel`, which is never cited
    4:88 a footnote in place of the source `scmp-vote`, which is never cited

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel]. The vote was close [@scmp-vote]. Others
          wait [@nrc-others].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel"}
      scmp-vote: {outlet: SCMP, date: 2023-05-09}
      nrc-others: {outlet: NRC, date: 2023-05-08}
"""

import re
from collections.abc import Iterator

from briefgen.citations import Malformed, TypedDate, write_part
from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import AMERICAN, Source, fold_name
from briefgen.rules.analysis.meant_sources import (
    Meaning,
    find_links,
    find_named_outlets,
    find_notes,
    find_unclosed,
    suggest,
    suggest_typed,
)
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Scalar, Span, SpanSet

# A string, so that `re` compiles it on first use.
_BEFORE = r"(?i)[(\[](?:(?:see|source|sources|quelle|via|from|at|link|[A-Z][\w .&’-]{0,40},)\s*:?\s*)?<?\Z"

_AUTHOR_YEAR = (
    r"\((?:see )?(?:(?P<name>[A-Z][\w’'-]+)(?: et al\.| (?:and|&) [A-Z][\w’'-]+)?,?|“(?P<title>[^“”\n]{4,200}?),?”)"
    r" (?P<year>(?:19|20)\d\d)\)"
)


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
        yield from (
            _remark(manuscript, item, span) for group in item.groups for span in group.remarks if _is_slip(item, span)
        )
        yield from _check_addresses(manuscript, item)
        yield from _check_authors(manuscript, item)
    if manuscript.cited_keys:
        yield from _check_meant(manuscript)


def _check_meant(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield links, footnotes and outlets that mean a source without citing it, in an issue that cites others."""
    for meant in find_links(manuscript):
        text, start = meant.text.prose.text, meant.span.start
        # Addresses in parentheses are reported below.
        before = re.compile(_BEFORE)
        if meant.is_address and any(before.search(text, max(0, start - 60), end) for end in (start, start + 1)):
            continue
        message = f"a link to the source `{meant.key}`, which is never cited"
        yield _meant(manuscript, meant, message, replaces=text.startswith(("(", "[["), start))
    for meant in find_notes(manuscript):
        message = f"a footnote in place of the source `{meant.key}`, which is never cited"
        yield _meant(manuscript, meant, message, replaces=False)
    for meant in find_named_outlets(manuscript):
        written = suggest_typed(manuscript, meant.key, meant.text.field) or f"[@{meant.key}]"
        place = meant.text.file_span(meant.span)
        shown = meant.span.of(meant.text.prose.text)
        fix = Fix(f"write `{written}`", (Edit(place, written),), is_safe=False)
        yield Finding(span=place, message=f"citation not understood: “{shown}”", help=f"write `{written}`", fix=fix)
    for meant in find_unclosed(manuscript):
        written = meant.span.of(meant.text.prose.text)
        place = meant.text.file_span(meant.span)
        fix = Fix("close it", (Edit(place, f"{written})"),), is_safe=False)
        message = f"citation not understood: “{' '.join(written.split())}”"
        yield Finding(span=place, message=message, help=f"close it: `{written})`", fix=fix)


def _meant(manuscript: Manuscript, meant: Meaning, message: str, *, replaces: bool) -> Finding:
    written = suggest(manuscript, meant.key, meant.text.field)
    place = meant.text.file_span(meant.span)
    help_ = f"write `{written}`" if replaces else f"write `{written}` after the claim"
    fix = Fix(f"write `{written}`", (Edit(place, written),), is_safe=False) if replaces else None
    return Finding(span=place, message=message, help=help_, fix=fix)


def _check_addresses(manuscript: Manuscript, item: FieldText) -> Iterator[Finding]:
    """Yield addresses in parentheses, in an issue that lists its sources; elsewhere links are how it cites."""
    if not manuscript.read_issue.sources:
        return
    text = item.prose.text
    for opaque in item.prose.opaque:
        if opaque.kind != "address" or text[opaque.span.end : opaque.span.end + 1] not in {")", "]"}:
            continue
        before = re.compile(_BEFORE).search(text, max(0, opaque.span.start - 60), opaque.span.start)
        # S009 reports a link whose halves are apart or swapped.
        if before is None or re.search(r"(?:\)|\]\s*)\Z", text[: before.start()]):
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


def _check_authors(manuscript: Manuscript, item: FieldText) -> Iterator[Finding]:
    """Yield `(Finley 2024)` in the place of the one source that has this author, or this title, and year."""
    text = item.prose.visible
    cited = SpanSet([*(group.span for group in item.groups), *(bad.span for bad in item.scan.malformed)])
    for match in re.finditer(_AUTHOR_YEAR, text) if "(" in text else ():
        keys = [
            key
            for key, source in manuscript.read_issue.sources.items()
            if source.date and source.date.year == int(match["year"]) and _is_named(source, match)
        ]
        span = Span(*match.span())
        if len(keys) == 1 and not cited.meets(span):
            written, place = suggest(manuscript, keys[0], item.field), item.file_span(span)
            fix = Fix(f"write `{written}`", (Edit(place, written),), is_safe=False)
            message = f"citation not understood: “{match.group()[1:-1]}”"
            yield Finding(span=place, message=message, help=f"write `{written}`", fix=fix)


def _is_named(source: Source, match: re.Match[str]) -> bool:
    if match["name"]:
        return match["name"] in (source.author or "").split()
    return fold_name(match["title"]) == fold_name(source.title or "")


def _addresses(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    sources = manuscript.read_issue.sources.items()
    return ((key, source.url.rstrip("/")) for key, source in sources if source.url)


def _is_slip(item: FieldText, span: Span) -> bool:
    """Return whether a part that is no citation was probably meant as one: it holds a number."""
    return any(letter.isdigit() for letter in span.of(item.prose.text))


def _remark(manuscript: Manuscript, item: FieldText, span: Span) -> Finding:
    language = manuscript.written_language(item.field)
    is_american = language.dates == AMERICAN.dates
    shape = write_part(language.labels.outlet, TypedDate(5, 12, 2023), language)
    written = "Outlet, Month D, YYYY" if is_american else shape
    return Finding(
        span=item.file_span(span),
        message=f"part of a citation not understood: “{item.words(span)}”",
        help=f"write `{written}`",
    )


def _fix(item: FieldText, malformed: Malformed) -> Fix | None:
    value = item.document.node(*item.field)
    is_list = malformed.span.start == 0 and isinstance(value, Scalar) and value.style == "plain"
    # A plain value that begins with a bracket is a list to YAML.
    if not malformed.suggestion or (is_list and malformed.suggestion.startswith("[")):
        return None
    edit = Edit(item.file_span(malformed.span), malformed.suggestion)
    return Fix(f"write `{malformed.suggestion.rstrip()}`", (edit,), is_safe=False)


RULE = Rule("C101", "malformed-citation", Severity.WARNING, check)
