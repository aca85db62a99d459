"""Headings that skip a level, a bold paragraph used as a heading, or a table without a header row.

People who use a screen reader move through a page by its headings, and hear the name of the column before each cell.
The title of an item is printed above its body, so the first headings in a body are second-level headings: `##`.

All bold paragraphs of an issue make one report, and so do all jumps from the same level. A bold paragraph that is a
sentence, a row of stars, an announcement with a figure (“Next deadline: May 12”), a hashtag, a line in small letters or
a line with an address is no heading. Nor is the caption of a picture, a table or an address above or below it, one of
several bold paragraphs in a row, or one whose words occur twice in a body: it marks what is new, or late.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Words.

          #### The vote

          More words.

Reports:
    6:12 heading level jumps from 1 to 4

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Words.

          ## The vote

          More words.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          **The vote**

          More words.

Reports:
    4:7 bold paragraph used as a heading

Good:
    briefs:
      - title: Kiel Waits
        body: |
          ## The vote

          More words.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          **The vote**

          More words.

          **Next session: May 12**

          **Thank you for reading! ❤️**

          **The ships**

          More words.

Reports:
    4:7 2 bold paragraphs used as headings

Good:
    briefs:
      - title: Kiel Waits
        body: |
          ## The vote

          More words.

          **Next session: May 12**

          **Thank you for reading! ❤️**

          ## The ships

          More words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.heading_levels import level_of
from briefgen.rules.analysis.merging import merge
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span

_BOLD = r"(\*{2,3}|_{2,3})(?P<words>(?![\s*_])[^*_\n]{1,80})\1"
# A sentence, with what may follow its stop: closing marks, an emoji.
_LONG = 30
# The mark of a note may follow it too.
_RAISED = " ¹²³⁰⁴⁵⁶⁷⁸⁹*†‡§"
# What stands above or below a picture, a chart or a table.
_CAPTION = expression(
    r"(?:Fig(?:ure|\.)|Table|Chart|Graph|Map|Plate|Photo|Image|Exhibit|Box|Panel) ?\d+[a-z]?\b"
    r"|(?:Photo|Image|Source|Credit|Caption)s?:"
    r"|(?:Picture|Photo|Photograph|Screenshot|Image|Video|Chart|Graph) (?:showing|shows|of|from|by)\b",
    re.IGNORECASE,
)
# A slogan, or words in small letters: nobody heads a section with these.
_NO_HEADING = expression(r"#\w+|[a-z](?![A-Z]).*", re.DOTALL)
_SENTENCE = expression(r".*[.!?…”:,;。！？](?:[^\w]*)", re.DOTALL)
_ADDRESS = expression(r"<?https?://\S+")
# In characters: the space between a picture and its caption.
_FARTHEST = 200
_BOLD_HEADING = "bold paragraph used as a heading"
# So is what one writes or calls to: an address, or a number of six digits or more.
_ANNOUNCEMENT = expression(
    r"[^:]+: .*\d.*|[\d.,/ ½]* ?stars?|.*(?:\w@\w|://|\bwww\.|\d(?:[ ()/.-]{0,2}\d){5}).*", re.IGNORECASE
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield breaks in the outline of each body."""
    for item in manuscript.items:
        for (before, level), span in _jumps(item):
            message = f"heading level jumps from {before} to {level}"
            advice = f"write `{'#' * (before + 1)}`"
            yield Finding(span=item.file_span(span), message=message, help=advice, cause=f"{before}, {level}")
        for block in _bold_headings(item):
            span = item.file_span(block.span)
            yield Finding(span=span, message=_BOLD_HEADING, help="write it as a heading: `## …`", cause="bold")
        for span in _run_in_headings(item):
            message = "this bold line is printed as the start of the paragraph below it"
            help_ = "write it as a heading, `## …`, with an empty line below it"
            yield Finding(span=item.file_span(span), message=message, help=help_, cause="run-in")
        for block in item.prose.blocks:
            head = block.span.of(item.prose.text).partition("\n")[0]
            if block.kind == "table" and not head.strip("| \t"):
                span = item.file_span(Span(block.span.start, block.span.start + len(head)))
                yield Finding(span=span, message="table has no header", help="name each column in the first row")


def _merge(found: Sequence[Finding]) -> Finding:
    message = found[0].message
    number = len(found)
    are_bold = message == _BOLD_HEADING
    if found[0].cause == "run-in":
        return merge(found, f"{number} bold lines are printed as the start of the paragraphs below them")
    return merge(found, f"{number} bold paragraphs used as headings" if are_bold else f"{message}, {number} times")


def _jumps(item: ItemText) -> Iterator[tuple[tuple[int, int], Span]]:
    """Yield the headings more than one level below the one before, each with the two levels."""
    before = 1
    for block in item.prose.blocks:
        if block.kind != "heading" or block.span in item.prose.unmarked_code:
            continue
        level = level_of(item.prose.text, block)
        if level > before + 1:
            yield (before, level), block.span
        before = max(level, 1)


def _run_in_headings(item: ItemText) -> Iterator[Span]:
    """Yield the bold lines that are no sentence, with a text on the next line of the same paragraph.

    A line break that the writer asked for, with two spaces or a backslash, is printed as one.
    """
    for block in item.prose.blocks:
        text = block.span.of(item.prose.text) if block.kind == "paragraph" else ""
        bold = re.match(_BOLD + r"[ \t]?\n(?=[A-Z“])", text) if text.startswith(("**", "__")) else None
        if bold and not _SENTENCE.fullmatch(bold["words"]) and len(text) - bold.end() > _LONG:
            yield Span(block.span.start, block.span.start + len(bold.group().rstrip()))


def _bold_headings(item: ItemText) -> Iterator[Block]:
    """Yield paragraphs that are entirely bold, are no sentence and precede another paragraph."""
    text, blocks = item.prose.text, item.prose.blocks
    bold: dict[Block, str] = {}
    for block in blocks:
        is_bold = block.kind == "paragraph" and text.startswith(("**", "__"), block.span.start)
        match = re.fullmatch(_BOLD, block.span.of(text)) if is_bold else None
        words = match["words"].strip(_RAISED) if match else ""
        if match and not _SENTENCE.fullmatch(words) and not _ANNOUNCEMENT.fullmatch(words):
            bold[block] = words
    ends = {figure.span.start + len(figure.span.of(text).rstrip()) for figure in item.prose.body.figures if bold}
    found: list[tuple[str, Block]] = []
    for before, block, after in zip((None, *blocks), blocks, blocks[1:], strict=False):
        # A bold line above a table is its caption; several in a row are a list, an address or captions.
        if block not in bold or after.kind not in {"paragraph", "item"} or after in bold or before in bold:
            continue
        words = bold[block]
        if not (_NO_HEADING.fullmatch(words) or _CAPTION.match(words) or _is_below_picture(text, before, block, ends)):
            found.append((words.casefold(), block))
    often = Counter(words for words, _ in found)
    yield from (block for words, block in found if often[words] == 1)


def _is_below_picture(text: str, before: Block | None, block: Block, ends: set[int]) -> bool:
    """Return whether a block follows a picture, or a paragraph that is nothing but an address, as of a film.

    `ends` has the offsets at which pictures end.
    """
    start = max(0, block.span.start - _FARTHEST)
    if start + len(text[start : block.span.start].rstrip()) in ends:
        return True
    return before is not None and _ADDRESS.fullmatch(before.span.of(text)) is not None


RULE = Rule("A103", "broken-outline", Severity.WARNING, check, merge=_merge)
