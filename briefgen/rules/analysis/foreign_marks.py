"""Finds inline markup of other systems, which Markdown shows literally."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import FieldText
from briefgen.yamltext import Edit, Span

# Searched in the visible text, where parsed emphasis is gone and escapes are NULs.
# Compiled when a text first needs it.
_LEFT = (
    r"(?P<strong>\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w))"
    r"|(?<![\w*])(?P<emphasis>\*)(?=[^\W\d_])"
    r"|(?<![~\w])(?P<struck>~(?=[^\W\d_])[^~\n\x00]{1,200}(?<=\S)~)(?![~\w])"
    r"|(?P<embed>!\[\[[^\[\]\n\x00]{1,200}\]\])"
    r"|(?P<code>\[/(?:b|i|u|s|url|quote|img|caption|gallery|size|color|center)\]"
    r"|\\(?:emph|textbf|textit|underline|href|footnote|url|textsc)\{|\{\{[<%]?[^{}\n\x00]{1,200}\}\}|\{%[^{}\n\x00]{1,200}%\})"
    r"|(?P<wiki>\[\[[^\[\]\n\x00]{1,200}\]\])"
)
# The characters with which the markup begins: most texts have none, and the pattern takes 2 ms for a long issue.
_SIGNS = frozenset("*_~\\{")
# Around a URL, which is a run of NULs.
_SWAPPED = re.compile(r"\((?P<words>[^()\n\x00]{1,200})\)\[(?P<address>\x00+)\]")
_APART = re.compile(r"\[(?P<words>[^\[\]\n\x00]{1,200})\](?P<gap>[ \t]+)\((?P<address>\x00+)\)")
_ROW = re.compile(r"(?m)^[ \t]*\|[^|\n]+\|.*$")
_HELP = {
    "strong": "close it directly after a word, or write `\\**` for literal asterisks",
    "emphasis": "close it with `*`, or write `\\*` for a literal asterisk",
    "struck": "write `~~` on either side",
    "code": "write it in Markdown, or delete it",
    "embed": "put it under `image:`",
    "wiki": "link with `[words](https://…)`",
}


def find_foreign_marks(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for each piece of foreign markup, with its kind."""
    shown = text.prose.body.shown
    is_marked = "[[" in shown.words or "[/" in shown.words or not _SIGNS.isdisjoint(shown.words)
    for match in re.finditer(_LEFT, shown.words) if is_marked else ():
        kind = match.lastgroup or ""
        span = shown.span(Span(*match.span(kind)))
        if any(span.start < bad.span.end and bad.span.start < span.end for bad in text.scan.malformed):
            continue
        written = span.of(text.prose.text)
        yield kind, Finding(span=text.file_span(span), message=f"`{written[:40]}` is shown as text", help=_HELP[kind])
    yield from _find_tables(text)
    for pattern in (_SWAPPED, _APART):
        for match in pattern.finditer(text.prose.visible):
            address = Span(*match.span("address")).of(text.prose.text)
            yield "link", _link(text, Span(*match.span()), match["words"], address)
    yield from _find_slack(text)


def _find_tables(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield table rows without a delimiter row, which are not a table."""
    for block in text.prose.blocks:
        rows = _ROW.findall(block.span.of(text.prose.visible)) if block.kind == "paragraph" else []
        if len(rows) > 1:
            help_ = "write `| --- | --- |` below the first row, and an empty line above it"
            start = Span(block.span.start, block.span.start + 1)
            yield (
                "table",
                Finding(span=text.file_span(start), message=f"{len(rows)} rows that do not form a table", help=help_),
            )


def _find_slack(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield `<https://example.org|words>`."""
    for opaque in text.prose.opaque:
        if opaque.kind == "address" and "|" in opaque.address:
            address, _, words = opaque.address.partition("|")
            yield "link", _link(text, opaque.span, words, address)


def _link(text: FieldText, span: Span, words: str, address: str) -> Finding:
    """Return the finding for a link in foreign syntax, with the Markdown form."""
    written = f"[{words}]({address.strip('<>')})"
    return Finding(
        span=text.file_span(span),
        message=f"`{span.of(text.prose.text)[:60]}` is not a link",
        help=f"write `{written[:100]}`",
        fix=Fix("make it a link", (Edit(text.file_span(span), written),), is_safe=False),
    )
