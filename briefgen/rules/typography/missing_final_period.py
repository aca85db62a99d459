"""A paragraph that does not end with a full stop.

Readers wonder what was cut off. Any mark that ends a sentence will do, and so will a colon; citations, closing marks,
the numbers of notes and emphasis may follow it. A paragraph may also lead, with a comma or nothing, into a list, a
table, code, a picture, a heading that is a sentence, or a line that is only a link, and so it may into a block
quotation with a comma, or if the sentence goes on behind that. If the next paragraph begins in lowercase, the two were
one: the report says so. Not reported are lists, lines that begin with an emoji or a similar sign, paragraphs that end
with a title in quotation marks behind a colon, with `:-`, or with a greeting and a name, answers quoted one after
another, lines of fewer than six words, paragraphs entirely in italics, bold or capitals (which serve as headings),
paragraphs that end with a link or a bracketed remark, and paragraphs whose last line begins with a label in bold. A
line is taken for a sentence if another one stands before it, if it ends with a citation, if it is long, or, in English,
if it has a verb such as “is” or “will”; so bylines, salutations, verses, captions such as “Figure 2. Ships a year”, and
the names of shows and places may stand without a stop. Corrections, bios and the summary are checked like bodies.
Titles, decks, captions and credits are not, because they need not be sentences and often have no full stop.

By default, a paragraph is reported only if nothing but a sentence can end so, and hardly any other paragraph of the
issue does: it ends with a citation, or its last sentence follows another one, and is plain. `--select T107` reports the
rest.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work (NYT, May 8)

          It is deep enough for every ship there is.

Reports:
    4:61 paragraph does not end with a full stop

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour opened after ten years of work (NYT, May 8).

          It is deep enough for every ship there is.

Good:
    briefs:
      - title: Harbour Opens
        body: |
          Dear readers and friends of the northern harbours,

          A view from the pier by Jane Doe

          The harbour opened after ten years of work (NYT, May 8).
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.body_keys import find_body_keys
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import SPACED
from briefgen.rules.vocabulary.placeholders import PLACEHOLDER
from briefgen.rules.vocabulary.remarks import REMARKS
from briefgen.yamltext import Edit, Span

SHORTEST = 6
# A title, a deck, a caption or a credit may be no sentence, and in many houses ends without a stop.
_SENTENCES = frozenset({"body", "summary", "bio", "text"})
# `**Date**: May 12` at the head of a text is no sentence.
_LABEL = r"\s*(\*\*|__)[^*_\n]{1,40}(?::\1|\1:)"
_CLOSING = "”’\"'*_)] \n¹²³⁰⁴⁵⁶⁷⁸⁹†‡§"
_MARKS = frozenset('“”"')
_JOIN = "join it and the next paragraph"
# What ends a paragraph without a stop: `:-`, the number of a note behind a stop, and a greeting with a name.
_ENDS = (
    r":\s*[–—-]+\s*\Z|(?<!\d)[.!?…][”\"’)*_]*\d{1,3}[*_]*\Z"
    r"|\b(?:[Bb]est|[Gg]ood|[Ww]arm(?:est)?|[Kk]ind(?:est)?) (?:wishes|regards|luck)\b(?:[^.!?]|\b[A-Z]\.){0,80}\Z"
    r"|\b(?:Yours(?: \w+)?|[Ss]incerely|[Rr]egards|Cheers|Love|Thanks)(?: again| to you all)?,?\s+(?:from )?"
    r"[A-Z][\w.’-]*(?:,?\s(?:and |& )?[A-Z][\w.’-]*){0,4}\Z"
    r"|\s(?:--?|[–—])\s?[A-Z][\w.’-]*(?:\s[A-Z][\w.’-]*){1,3}\Z"
)
# A line with one of these is a sentence, not a byline or the name of a show.
_VERB = (
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did|said|says"
    r"|I(?!-)|we|We|it|It|they|They|he|He|she|She|you|You)\b"
)
# What stands under a picture: `Figure 8. Trade by year`.
_CAPTION = expression(
    r"[*_]*(?:Fig(?:ure|\.)|Table|Chart|Graph|Map|Plate|Photo|Image) ?\d+[a-z]?(?:[.:)*_]| ?[–—-]| [A-Z])"
)
# What a paragraph may lead into, with or without a comma.
_SHOWN = frozenset({"item", "table", "code"})
# A title of a work at the end: `an article called: **“The Port”**`.
_LEADS = r"\b(?:at|by|for|from|in|of|on|to|with)\Z"
_TITLE_LAST = r":\s*[*_]*[“\"«„][^“”\"«»\n]{1,200}[”\"»“][*_]*\Z"
_SALUTATION = expression(r"(?:Dear|Hello|Hi|Hey|Good (?:morning|evening)|Greetings|To)\b")
# In words: a line so long is a sentence. In characters: a shorter line ends where its author ended it.
_LONG = 20
_WRAPPED = 50
_NEAR_END = 80
# So many must end with a stop for each that does not: otherwise it is no slip.
_RARE = 8
# Words, commas and figures; five words at least, the last of which does not lead into what follows.
_PLAIN = expression(r"[A-Z][\w’']*(?:[,;]? [\w’'$€£%.,-]*[\w%]){4,60}[”’)]?")
_LEADING = "a|an|and|are|as|at|but|by|can|for|from|if|in|is|it|like|of|on|or|that|the|then|to|was|with"
_LAST_WORD = rf" (?!(?:{_LEADING})\b)[a-z]{{2,}}[”’)]?\Z"
# A paragraph of text, not a formula, a list or a line of code.
_NEXT = expression(r"[*_]*[A-Z“‘][\w’']*[,’]? ?[\w*_“”’\[(]|\Z|[*_]*[A-Z]\w*[.?!:]?\Z")
_STOPS = ".!?:…。！？：\x00]>"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield paragraphs that stop without a stop; in preview, unless it is certain that one is missing."""
    found = [each for item in manuscript.fields for each in _find(item)]
    if not found:
        return
    ended = sum(_is_ended(item, block) for item in manuscript.fields for block in item.prose.blocks)
    certain = sum(not finding.in_preview for finding in found)
    is_rare = certain <= 1 or _RARE * certain <= ended
    yield from (finding if is_rare else replace(finding, in_preview=True) for finding in found)


def _is_ended(item: FieldText, block: Block) -> bool:
    """Return whether a block is a paragraph that ends with a stop."""
    words = block.span.of(item.prose.visible) if block.kind == "paragraph" else ""
    return len(words.split()) >= SHORTEST and words.rstrip(_CLOSING)[-1:] in set(".!?…。！？\0")


def _find(item: FieldText) -> Iterator[Finding]:
    blocks = item.prose.blocks if item.name in _SENTENCES else ()
    for before, block, after in zip_longest((None, *blocks[:-1]), blocks, blocks[1:]):
        # Nearly all paragraphs end with a stop.
        if block is None or block.kind != "paragraph" or not _lacks_stop(item, block):
            continue
        if block.span.end in _ends_of_keys(item) or _leads_in(item, block, after):
            continue
        # One answer of several, as somebody gave it.
        if _is_quotation(item, block) and (_is_quotation(item, before) or _is_quotation(item, after)):
            continue
        if _is_open(item, block) and not _ends_with_remark(item, block):
            yield _report(item, block, after)


def _report(item: FieldText, block: Block, after: Block | None) -> Finding:
    last = item.file_span(Span(block.span.end - 1, block.span.end))
    is_certain = _is_certain(item, block, after)
    if _goes_on(item, after):
        message = "paragraph breaks off in the middle of a sentence"
        return Finding(span=last, message=message, help=_JOIN, in_preview=not is_certain)
    # A block quotation follows, without a comma or a colon before it.
    leads = after is not None and after.kind == "quote"
    mark = "colon" if leads else "full stop"
    return Finding(
        span=last,
        message="paragraph does not end with a full stop",
        help="end it with a colon" if leads else "end the sentence",
        fix=Fix(f"add a {mark}", (Edit(Span(last.end, last.end), ":" if leads else "."),), is_safe=False),
        in_preview=not is_certain,
    )


def _is_certain(item: FieldText, block: Block, after: Block | None) -> bool:
    """Return whether nothing but a sentence can end so: with a citation, or as the last of several plain ones."""
    if any(group.span.end == block.span.end for group in item.groups):
        return True
    words = block.span.of(item.prose.visible)
    last = item.prose.sentence_at(block.span.end - 1)
    follows = after.span.of(item.prose.text) if after is not None else "A"
    return (
        last is not None
        and last.start > block.span.start
        and _PLAIN.fullmatch(last.of(item.prose.visible)) is not None
        and re.search(_LAST_WORD, words) is not None
        and (item.language != "en" or re.search(_VERB, last.of(item.prose.visible)) is not None)
        and _NEXT.match(follows) is not None
        and (after is None or after.kind in {"paragraph", "heading"})
    )


def _goes_on(item: FieldText, after: Block | None) -> bool:
    """Return whether the next paragraph begins with a word in lowercase, such as `made`, but not `iPhone`."""
    words = after.span.of(item.prose.visible) if after is not None and after.kind == "paragraph" else ""
    return re.match(r"[^\W\d_A-Z](?:[^\W\d_A-Z’']+[ ,.;:)]| )", words) is not None and words[0].islower()


def _is_quotation(item: FieldText, block: Block | None) -> bool:
    """Return whether a paragraph is a quotation and nothing else."""
    words = block.span.of(item.prose.visible).strip("*_ ") if block is not None and block.kind == "paragraph" else ""
    return words[:1] in _MARKS and words[-1:] in _MARKS and not re.search(r"[“”\"]", words[1:-1])


def _ends_of_keys(item: FieldText) -> frozenset[int]:
    """Return where lines end that were meant as keys, which S009 reports."""
    return frozenset(keys.span.end for keys in find_body_keys(item)) if isinstance(item, ItemText) else frozenset()


def _leads_in(item: FieldText, block: Block, after: Block | None) -> bool:
    """Return whether a paragraph leads into what follows: a list, a picture, a line that is a link, a quotation."""
    if after is None:
        return False
    following = after.span.of(item.prose.visible)
    # “The talks begin at”, and the time on a line of its own.
    if re.search(_LEADS, block.span.of(item.prose.visible)) and len(following.split()) < SHORTEST:
        return True
    # A heading that is a sentence ends the one before it: `the answer is` – `## No!`.
    if after.kind == "heading" and following.rstrip('*_”"’) \0\n')[-1:] in set(".!?…"):
        return True
    if after.kind in _SHOWN or after.span.of(item.prose.text).startswith("![") or not following.strip("\0 *_"):
        return True
    is_quoted = after.kind == "quote"
    behind = item.prose.visible[after.span.end :].lstrip("> \n")
    return is_quoted and (item.prose.visible[block.span.end - 1] == "," or behind[:1].islower())


def _is_open(item: FieldText, block: Block) -> bool:
    words = block.span.of(item.prose.visible)
    is_heading = words[:1] in {"*", "_"} and words[-1:] in {"*", "_"}
    last_line = words.rpartition("\n")[2]
    if len(words.split()) < SHORTEST or is_heading or words.isupper() or re.match(_LABEL, last_line):
        return False
    # An emoji or a similar sign makes a list of its line, and so does `\*`.
    if (
        unicodedata.category(words[0]) == "So"
        or block.span.of(item.prose.text)[0] == "\\"
        or re.search(_TITLE_LAST, words)
    ):
        return False
    return not re.search(_ENDS, words) and _is_sentence(item, block, words)


def _lacks_stop(item: FieldText, block: Block) -> bool:
    """Return whether a paragraph ends with a word or a comma; citations and closing marks may stand behind it."""
    cited = [*(group.span for group in item.groups), *(bad.span for bad in item.scan.malformed)]
    ends = {span.end: span.start for span in cited}
    end = block.span.end
    while end > block.span.start:
        last = item.prose.visible[end - 1]
        if end in ends:
            end = ends[end]
        elif last in _STOPS:
            return False
        elif last in _CLOSING:
            end -= 1
        else:
            # A shape, an emoji or a row of marks ends nothing.
            return last.isalnum() or last in "_,;%–—-"
    return False


def _ends_with_remark(item: FieldText, block: Block) -> bool:
    """Return whether the end is a placeholder or a remark to a colleague, which S005 reports; it will be cut."""
    start = max(block.span.start, block.span.end - _NEAR_END)
    return any(next(each.finditer(item.uncited, start, block.span.end), None) for each in (PLACEHOLDER, REMARKS))


def _is_sentence(item: FieldText, block: Block, words: str) -> bool:
    """Return whether a paragraph is a sentence, or ends with one, rather than a line for display."""
    if (words.endswith(",") and _SALUTATION.match(words)) or _CAPTION.match(words):
        return False
    lines = words.splitlines()
    if len(lines) > 1 and len(lines[-2].strip()) < _WRAPPED:
        return False
    last = item.prose.sentence_at(block.span.end - 1)
    return (
        item.name != "body"
        or (last is not None and last.start > block.span.start and not words[last.start - block.span.start].islower())
        or len(words.split()) >= _LONG
        or any(group.span.end == block.span.end for group in item.groups)
        or (item.language == "en" and re.search(_VERB, words) is not None)
    )


RULE = Rule("T107", "missing-final-period", Severity.WARNING, check, languages=SPACED)
