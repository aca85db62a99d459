"""Markup in a body that would not come out as its author meant: HTML, an image, a reference to nothing.

Bodies are Markdown and never HTML: tags are printed as they stand, an image needs a paragraph of its own, and only
http, https and mailto links work. A link label without a definition is printed with its brackets; a note that nothing
refers to is not printed at all; and a code fence that is never closed turns everything after it into code. Code that is
only indented is printed as running text. A heading with nothing below it is reported unless it is a sentence or a link,
which may be the point of its text. `[Topic][Link]`, as in a sample of a form, is left alone, and so are the `*` and
`**` of a note: behind a word, and at the head of a paragraph below. Other systems' markup for boxes and tasks is
reported once for each kind. Titles, decks, captions, credits, bios and corrections are checked too. `docs/markdown.md`
lists what each of them may contain.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel <b>waits</b> for `steel.

Reports:
    4:12 HTML is shown as text: `<b>`
    4:20 HTML is shown as text: `</b>`
    4:29 a backtick is shown as text

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel **waits**.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel [waits][plan], they say.[^1]

          [^2]: In the plan.

          ```
          The vote came later.

Reports:
    4:12 the label `[plan]` is not defined
    4:36 the note `[^1]` is not defined
    8:7 this code fence is never closed

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel [waits][plan], they say.[^1]

          [plan]: https://example.org/plan

          [^1]: In the plan.

Bad:
    briefs:
      - title: Kiel [Waits](https://example.org/kiel)
        body: |
          ::: note
          Kiel waits.
          :::

          - [ ] ask Kiel
          - [x] ask Bonn

Reports:
    2:17 a title cannot hold a link; its words are kept
    4:7 `:::` is shown as text
    8:9 `[ ]` is shown as text

Good:
    briefs:
      - title: Kiel *Waits*
        deck: So [says Kiel](https://example.org/kiel).
        body: |
          > Kiel waits.

          - Bonn was asked.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          ##What Kiel says

          Kiel waits, (as it says)[https://example.org/kiel] and <https://example.org/bonn|Bonn> knows.

Reports:
    4:7 `##` is shown as text
    6:19 `(as it says)[https://example.org/kiel]` is not a link

Fixed:
    briefs:
      - title: Kiel Waits
        body: |
          ## What Kiel says

          Kiel waits, [as it says](https://example.org/kiel) and [Bonn](https://example.org/bonn) knows.

Bad:
    briefs:
      - title: The Ferry Came
        deck: "![The quay](images/quay.jpg)"
        body: |
          Here ![the ferry](images/ferry.jpg) came.

          ![The port](https://example.org/port.jpg)

Reports:
    3:12 an image in a field of text is not printed
    5:12 an image in a line of text is not printed
    7:7 the image `https://example.org/port.jpg` is not printed: it is no file of the publication

Good:
    briefs:
      - title: The Ferry Came
        body: |
          Here it came.

          ![The ferry](images/ferry.jpg)
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, ItemText, Manuscript
from briefgen.markdown import MarkupFault
from briefgen.prose import Block
from briefgen.rules.analysis.foreign_marks import find_foreign_marks
from briefgen.rules.analysis.html_tags import find_tags
from briefgen.rules.analysis.lost_links import find_lost_links, find_slipped_addresses
from briefgen.rules.analysis.note_slips import find_note_slips
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span, SpanSet

# What other systems make boxes of, and a comment without its end.
_FOREIGN = expression(
    r"(?m)^[ \t]*(?P<fence>:::+|!!!(?= ))|(?P<comment><!--)"
    r"|(?<=\[)(?P<alert>![A-Za-z][\w-]{0,30})(?=\])"
    r"|^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?P<task>\[[ xX]\])(?=[ \t])"
    r"|^[ ]{0,3}(?P<heading>#{2,6})(?=[^\W_])"
)
_CAPTION_WORDS = ("Fig", "Photo", "Image", "Picture", "Caption", "Chart", "Map")
_CAPTION = (
    r"[*_\[(]{0,3}(?:(?P<number>(?:Fig\.|Figure) ?\d+[a-z]?)[.:]|(?:Photo|Image|Picture|Caption|Chart|Map)(?: \d+)?:) "
)
# Both words are general: `[our plan][Link]` was forgotten.
_SAMPLE = r"(?i)\[(?:topic|title|name|text|words?|headline|description|item)\]\[(?:link|url|address|label|source)\]"
_LONGEST_CAPTION = 30
_MARKS = (
    r"\[(?P<words>[^\[\]\n]{1,200})\]\([^()\s]{1,400}\)|\*\*(?P<strong>\w[^*\n]{0,200})\*\*"
    r"|(?<![\w*])\*(?P<emphasis>\w(?:[^*\n]{0,200}\w)?)\*(?![\w*])"
)
_HELP = {
    "comment": "end it with `-->`",
    "heading": "put a space after it to make this a heading",
    "alert": "delete it with its brackets: `> ` alone begins a quotation; what speaks to readers is a paragraph",
    "task": "say in words what is done and what is not",
}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield tags and marks of other systems, images, odd links and marks that lead nowhere."""
    texts = [text for text in manuscript.fields if text.name != "summary"]
    for text in texts:
        yield from find_lost_links(text)
        yield from find_slipped_addresses(text)
    yield from _once_a_kind([found for text in texts for found in find_tags(text)])
    slips = {text.field: find_note_slips(text) for text in texts if isinstance(text, ItemText)}
    mended = [finding.span for each in slips.values() for finding in each.findings]
    code = [text.file_span(span) for text in texts for span in text.prose.unmarked_code]
    elsewhere = SpanSet([*mended, *code])
    foreign = [found for text in texts for found in find_foreign_marks(text) if not elsewhere.meets(found[1].span)]
    yield from (finding for each in slips.values() for finding in each.findings)
    yield from _once_a_kind(foreign)
    yield from _check_headings([text for text in texts if isinstance(text, ItemText)])
    yield from _check_captions([text for text in texts if isinstance(text, ItemText)])
    yield from _check_foreign([text for text in texts if isinstance(text, ItemText)])
    yield from _check_summary(manuscript)
    yield from _check_code([text for text in texts if isinstance(text, ItemText)])
    faults = [
        (fault.message.split("`")[0], _report_fault(text, fault))
        for text in texts
        for fault in text.prose.body.markup_faults
        # C101 says of a key as a note, `[^key]`, how to cite it.
        if not (_is_sample(text, fault) or (fault.note and text.malformed.meets(fault.span)))
        if not (isinstance(text, ItemText) and fault.span in slips[text.field].told)
    ]
    told = SpanSet([*mended, *(found.span for _, found in foreign)])
    yield from _once_a_kind([(kind, found) for kind, found in faults if not told.holds(found.span.start)])


def _check_headings(items: list[ItemText]) -> Iterator[Finding]:
    """Yield headings without words, and those at the end with nothing below them."""
    for item in items:
        for match in re.finditer(r"(?m)^ {0,3}#{1,6}[ \t]*$", item.prose.visible):
            span = item.file_span(Span(match.start(), match.start() + match.group().rstrip().count("#")))
            yield Finding(span=span, message="a heading without words", help="write its words, or delete it")
        last = item.prose.blocks[-1] if item.prose.blocks else None
        # A line of hyphens that makes a heading of a text is reported itself.
        is_told = last is not None and any(
            last.span.start <= fault.span.start < last.span.end for fault in item.prose.body.markup_faults
        )
        # A heading that is a sentence may be the point of the text.
        is_point = last is not None and last.span.of(item.prose.text).rstrip('*_”"’) ')[-1:] in set(".!?…")
        is_point = is_point or (last is not None and _is_link(item, last))
        is_bare = last is not None and last.kind == "heading" and last.span.end > last.span.start
        if last is not None and is_bare and not (is_told or is_point or last.span in item.prose.unmarked_code):
            help_ = "write what belongs below it, or delete it: a line that begins with `#` is printed as a heading"
            yield Finding(span=item.file_span(last.span), message="nothing follows this heading", help=help_)


def _is_link(item: ItemText, block: Block) -> bool:
    """Return whether a block is nothing but a link."""
    return any(each.kind == "link" and each.span == block.span for each in item.prose.opaque)


def _check_captions(items: list[ItemText]) -> Iterator[Finding]:
    """Yield captions that stand as a paragraph: below a picture, or numbered where there is none."""
    without: list[tuple[str, Finding]] = []
    for item in items:
        ends = [figure.span.end for figure in item.figures]
        for block in item.prose.blocks:
            words = block.span.of(item.prose.text) if block.kind == "paragraph" else ""
            found = re.match(_CAPTION, words) if words.lstrip("*_[(").startswith(_CAPTION_WORDS) else None
            if found is None or len(words.split()) > _LONGEST_CAPTION:
                continue
            above = max((end for end in ends if end <= block.span.start), default=-1)
            is_below = above >= 0 and not item.prose.text[above : block.span.start].strip()
            span = item.file_span(block.span)
            if is_below:
                help_ = 'write it into the image, in quotation marks: `![what it shows](images/NAME.jpg "The caption")`'
                yield Finding(span=span, message="a caption is printed as a paragraph", help=help_)
            elif found["number"] and not ends:
                help_ = (
                    'add the picture above it, or delete the caption: `![what it shows](images/NAME.jpg "The caption")`'
                )
                message = f"“{found.group().strip('*_[( ')}” is a caption without a picture"
                without.append(("caption", Finding(span=span, message=message, help=help_)))
    yield from _once_a_kind(without)


def _check_foreign(items: list[ItemText]) -> Iterator[Finding]:
    found: list[tuple[str, Finding]] = []
    for item in items:
        for match in _FOREIGN.finditer(item.prose.visible):
            kind = match.lastgroup or ""
            span, words = item.file_span(Span(*match.span(kind))), match[kind]
            help_ = _HELP.get(kind, "write it as a quotation, or as a paragraph")
            fix = None
            if kind == "heading":
                gap = item.file_span(Span(match.end(kind), match.end(kind)))
                fix = Fix("put a space after it", (Edit(gap, " "),), is_safe=True)
            same = words[:1] if kind == "fence" else kind
            found.append((same, Finding(span=span, message=f"`{words}` is shown as text", help=help_, fix=fix)))
    yield from _once_a_kind(found)


def _check_code(items: list[ItemText]) -> Iterator[Finding]:
    """Yield one finding for all code that is only indented; what follows the first paragraph of it is the same code."""
    places = [
        item.file_span(span)
        for item in items
        for before, span in pairwise((Span(0, 0), *item.prose.unmarked_code))
        if before.end == 0 or item.prose.text[before.end : span.start].strip("# \t\n")
    ]
    if places:
        yield Finding(
            span=places[0],
            message="code is printed as running text",
            help="put a line of three backticks (```) above it and below it",
            related=tuple(Related(place, "here too") for place in places[1:]),
        )


def _check_summary(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the marks in the summary, which search engines and chats show as plain text."""
    summary = manuscript.read_issue.summary or ""
    found = re.search(_MARKS, summary)
    if found is not None:
        yield Finding(
            span=manuscript.document.span(("summary",), *found.span()),
            message=f"`{found.group()[:40]}` is shown as text: a summary is plain",
            help=f"write `{(found['words'] or found['strong'] or found['emphasis'])[:60]}`",
        )


def _once_a_kind(found: list[tuple[str, Finding]]) -> Iterator[Finding]:
    """Yield the first finding of each kind with the places of the others: who pasted one has pasted more."""
    kinds: dict[str, list[Finding]] = {}
    for kind, finding in found:
        kinds.setdefault(kind, []).append(finding)
    for first, *others in kinds.values():
        edits = tuple(edit for each in (first, *others) if each.fix for edit in each.fix.edits)
        yield replace(
            first,
            fix=replace(first.fix, edits=edits) if first.fix else None,
            related=tuple(
                Related(each.span, "here too" if each.message == first.message else each.message) for each in others
            ),
        )


def _is_sample(text: FieldText, fault: MarkupFault) -> bool:
    """Return whether markup stands for any link, as in a form that is shown to readers."""
    written = fault.span.of(text.prose.text)
    return written.endswith("]") and re.fullmatch(_SAMPLE, written) is not None


def _report_fault(text: FieldText, fault: MarkupFault) -> Finding:
    """Return the finding about markup without effect; outside of bodies, nothing can define its target."""
    help_ = fault.help if isinstance(text, ItemText) else "write it into the body, or delete it"
    return Finding(span=text.file_span(fault.span), message=fault.message, help=help_)


RULE = Rule("S009", "unsupported-markup", Severity.WARNING, check)
