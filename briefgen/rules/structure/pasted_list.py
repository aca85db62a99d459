"""A list pasted from a word processor, with `•` or a similar sign at the beginning of each line.

Markdown does not know these signs: the lines are printed as one paragraph, with the signs in it. So are lines that
begin with a hyphen without a space after it. The name of the writer behind a hyphen, at the end, is a signature. In
Spanish, Catalan, French, Italian, Portuguese and Romanian, paragraphs that begin so are speech, which takes a dash; in
the other languages except English, a single one is not reported. In Chinese, Japanese and Korean, `■`, `◆` or `●`
before a single line marks a heading, and is not reported either.

Bad:
    briefs:
      - title: Silt Returns
        body: |
          The basin fills with two things:
          • silt
          • sand

Reports:
    5:7 2 lines begin with `•`, which is not a list in Markdown

Fixed:
    briefs:
      - title: Silt Returns
        body: |
          The basin fills with two things:

          - silt
          - sand

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: Vuelve el barco
        body: |
          -No lo esperaba -dice la patrona-. Ya era hora.

Reports:
    5:7 a hyphen where a dash opens what is said

Fixed:
    # publication.yaml: {language: es}
    briefs:
      - title: Vuelve el barco
        body: |
          —No lo esperaba —dice la patrona—. Ya era hora.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript, is_east_asian
from briefgen.rules.analysis.dashed_speech import dash_of, find_hyphens, is_speech
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Scalar, Span, format_character

# Those that fonts have, and those of Word's own font of signs.
_SIGNS = "•‣⁃▪▫●○◦■□►▶➢➤➔✓✔·∙\uf0a7\uf0b7\uf0d8\uf0fc"
# Numbers and letters that Markdown does not take for those of a list; it knows `1.` and `1)` with a space.
_NUMBERED = (
    r"(?m)^(?P<indent>[ \t]*)(?P<bullet>\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)[ \t]*"
    r"|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=[^\W\d_])|(?:[a-z]|[ivx]{2,4})[.)][ \t]+"
    # These occur in texts too: only three in a row are a list.
    r"|(?:\d{1,2}(?:[/:]|[ ][–—-])|[A-Z][.)])[ \t]+)(?=\S)"
)
_UNSURE = ("1/", "1:", "1 -", "1 –", "1 —", "A.", "A)")
_FIRST = ("(1)", "(a)", "(i)", "1)", "1.", "a)", "a.", "i)", "i.", "1/", "1:", "1 -", "1 –", "1 —", "A.", "A)")
_BULLET = expression(rf"(?m)^(?P<indent>[ \t]*)(?P<bullet>(?:[{_SIGNS}]|o(?=\t))[ \t\u00a0]*|-(?=[^\W\d_]))(?=\S)")
# Before a single line, these mark a heading in East Asia; before several, a list, which the author should look at.
_HEADING_SIGNS = "■◆●□◇○◎▼▽★☆・"
_EAST_ASIAN_BULLET = (
    rf"(?m)^(?P<indent>[ \t]*)(?P<bullet>[{_SIGNS}{_HEADING_SIGNS}][ \t\u00a0\u3000]*|-(?=[^\W\d_]))(?=\S)"
)
# A single one stands before the name of whoever is quoted; with empty lines between them, they begin what is said.
_DASHED = r"(?m)^(?P<indent>[ \t]*)(?P<bullet>[–—][ \t\u00a0]+)(?=\S)"
_FEWEST_DASHED = 3
# Longer lines are wrapped by hand.
_UNMARKED = r"(?m)^[^\n]{1,70};\n(?P<line>(?![ \t])[^\n]{1,70}[.;])$"
_SIGNATURE = r"-[^\W\d_a-z][^\n.:;!?]{0,60}[.!]?"
# So far to the right a paragraph is code.
_CODE = 4


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each list once, at its first sign."""
    for item in manuscript.items:
        is_east = is_east_asian(item.language)
        for run in _runs(item.prose.visible, re.compile(_EAST_ASIAN_BULLET) if is_east else _BULLET):
            if is_east and len(run) == 1 and item.prose.text[run[0].start] in _HEADING_SIGNS:
                continue
            if is_speech(item, run):
                yield from _find_speech(item, run)
            elif not _is_signature(item, run):
                yield _report(manuscript.document, item, run)
        yield from _find_unmarked(item)
        text = item.prose.visible
        for run in _runs(text, re.compile(_DASHED)) if "\n– " in text or "\n— " in text else ():
            if len(run) >= _FEWEST_DASHED and "\n\n" not in text[run[0].start : run[-1].end]:
                yield _report(manuscript.document, item, run)
        for run in _runs(text, re.compile(_NUMBERED)) if any(f"\n{sign}" in f"\n{text}" for sign in _FIRST) else ():
            fewest = 3 if text.startswith(_UNSURE, run[0].start) else 2
            is_first = text.startswith(_FIRST, run[0].start)
            if (len(run) >= fewest and is_first) or _goes_on(item, run):
                yield _report(manuscript.document, item, run)


def _find_speech(item: ItemText, run: list[Span]) -> Iterator[Finding]:
    """Yield the hyphens that introduce speech, where the language has a dash for it."""
    dash = dash_of(item.language)
    for span in run if dash else ():
        edits = [Edit(item.file_span(span), dash)]
        edits += [Edit(item.file_span(each), dash.strip()) for each in find_hyphens(item, span)]
        yield Finding(
            span=item.file_span(span),
            message="a hyphen where a dash opens what is said",
            help=f"write {dash.strip()}",
            fix=Fix(f"write {dash.strip()}", tuple(edits), is_safe=False),
        )


def _find_unmarked(item: ItemText) -> Iterator[Finding]:
    """Yield lines of a list without a mark, which go on the entry above: one that ends with a semicolon."""
    text = item.prose.text
    for block in item.prose.blocks:
        words = block.span.of(text) if block.kind == "item" else ""
        for match in re.finditer(_UNMARKED, words) if ";\n" in words else ():
            start = block.span.start + match.start("line")
            yield Finding(
                span=item.file_span(Span(start, block.span.start + match.end())),
                message="this line has no mark of a list, so it goes on the entry above it",
                help="begin it with `- `",
                fix=Fix("write `- `", (Edit(item.file_span(Span(start, start)), "- "),), is_safe=False),
            )


def _is_signature(item: ItemText, run: list[Span]) -> bool:
    """Return whether a single hyphen stands before the name of whoever wrote the text, in its last line."""
    last = item.prose.blocks[-1].span if item.prose.blocks else None
    if last is None or len(run) > 1 or last.start != run[0].start:
        return False
    return re.fullmatch(_SIGNATURE, last.of(item.prose.visible).strip()) is not None


def _runs(text: str, pattern: re.Pattern[str]) -> Iterator[list[Span]]:
    """Yield the signs of each list: those on lines with nothing but empty lines between them."""
    run: list[Span] = []
    for found in pattern.finditer(text):
        between = text[run[-1].end : found.start("bullet")].partition("\n")[2] if run else ""
        if between.strip():
            yield run
            run = []
        if not run and len(found["indent"].expandtabs()) >= _CODE:
            continue
        run.append(Span(found.start("bullet"), found.end("bullet")))
    if run:
        yield run


def _report(document: Document, item: ItemText, run: list[Span]) -> Finding:
    body = item.item.body
    sign = body[run[0].start]
    if sign.isalnum() or sign == "(":
        sign = run[0].of(body).strip()
    shown = f"`{sign}`" if sign.isprintable() and not "\ue000" <= sign[0] <= "\uf8ff" else format_character(sign)
    many = f"{len(run)} lines begin" if len(run) > 1 else "a line begins"
    first = Span(run[0].start, run[0].start + 1)
    return Finding(
        span=item.file_span(first),
        message=f"{many} with {shown}, which is not a list in Markdown",
        help=_help(item, run, sign),
        fix=_fix(document, item, run),
    )


def _help(item: ItemText, run: list[Span], sign: str) -> str:
    if _goes_on(item, run):
        return f"put a space behind it: `{sign} `"
    help_ = f"begin each entry with `{_mark(sign, 1)}`"
    return help_ if _is_in_list(item, run) else f"{help_}, and leave an empty line above the list"


def _goes_on(item: ItemText, run: list[Span]) -> bool:
    """Return whether a number without a space behind it goes on the list above it: `1. One`, `2.Two`."""
    text, block = item.prose.visible, item.prose.block_at(run[0].start)
    number = re.match(r"\d{1,2}(?=[.)])", text[run[0].start : run[0].end])
    if number is None or block is None or block.kind != "item":
        return False
    before = re.match(r"[ \t]*(\d{1,2})[.)][ \t]", text[text.rfind("\n", 0, block.span.start) + 1 : run[0].start])
    return before is not None and int(number.group()) == int(before[1]) + 1


def _is_in_list(item: ItemText, run: list[Span]) -> bool:
    """Return whether the lines go on a list that is one, where an empty line would set its entries apart."""
    block = item.prose.block_at(run[0].start)
    return block is not None and block.kind == "item"


def _mark(sign: str, number: int) -> str:
    """Return the mark of a list in Markdown: numbers stay numbers."""
    return f"{number}. " if sign.strip("(")[:1].isdigit() else "- "


def _fix(document: Document, item: ItemText, run: list[Span]) -> Fix | None:
    match document.node(*item.path, "body"):
        case Scalar(style="literal"):
            body = item.item.body
            edits = [
                Edit(item.file_span(span), _mark(span.of(body), number)) for number, span in enumerate(run, start=1)
            ]
        case _:
            return None
    above = body[: body.rfind("\n", 0, run[0].start) + 1]
    if above.strip() and not above.endswith("\n\n") and not _is_in_list(item, run):
        number = document.lines.position(edits[0].span.start).line
        start = document.lines.starts[number - 1]
        edits.insert(0, Edit(Span(start, start), "\n"))
    may_be_headings = is_east_asian(item.language) and body[run[0].start] in _HEADING_SIGNS
    return Fix("make it a list", tuple(edits), is_safe=not may_be_headings)


RULE = Rule("S013", "pasted-list", Severity.WARNING, check)
