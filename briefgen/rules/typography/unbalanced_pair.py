"""A quotation mark, parenthesis or bracket without its partner.

Readers cannot tell what was said and what is ours. Marks are read in order and paragraph by paragraph,
for a count finds nothing: a text may have as many opening marks as closing ones, two of them wrong. A
quotation of several paragraphs opens each and closes the last. Titles, decks, captions, credits, bios, corrections
and the summary are read too, there with straight marks.

Bad:
    briefs:
      - title: Frigates Delivered
        body: |
          Song said that sea lanes are safe.” He called the ships “advanced.

Reports:
    4:41 closing quotation mark ” was never opened
    4:63 opening quotation mark “ is never closed

Good:
    briefs:
      - title: Frigates Delivered
        body: |
          Song said that “sea lanes are safe.” He called the ships “advanced.”

Bad:
    briefs:
      - title: Song Calls Frigates Advanced"
        deck: So “modern that nobody (but Song) knows them.
        body: |
          Song said that sea lanes are safe.

Reports:
    2:40 closing quotation mark " was never opened
    3:14 opening quotation mark “ is never closed

Good:
    briefs:
      - title: Song Calls Frigates "Advanced"
        deck: So “modern” that nobody (but Song) knows them.
        body: |
          Song said that sea lanes are safe.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import FieldText, ItemText, Manuscript
from briefgen.prose import LooseMark
from briefgen.prose.loose_marks import CLOSING, NAMES, OPENING
from briefgen.rules.rule import Rule
from briefgen.yamltext import Span


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield loose marks."""
    for item in manuscript.written:
        if not isinstance(item, ItemText):
            yield from _straight(item)
        for loose in item.prose.loose_marks():
            yield Finding(span=item.place(loose.span), message=_message(loose), label=_label(loose), help=_help(loose))


def _straight(field: FieldText) -> Iterator[Finding]:
    """Yield a straight mark without its partner; after a figure it may mean inches. A body has too many to tell."""
    start = -1
    for match in re.finditer('"', field.prose.visible):
        before = field.prose.visible[match.start() - 1 : match.start()]
        if start >= 0:
            start = -1
        elif not before.isdigit():
            start = match.start()
    if start >= 0:
        is_opening = bool(re.compile(r'"\w').match(field.prose.visible, start))
        end = "is never closed" if is_opening else "was never opened"
        yield Finding(
            span=field.place(Span(start, start + 1)),
            message=f'{"opening" if is_opening else "closing"} quotation mark " {end}',
            help="close it after the last quoted word" if is_opening else "find where the quoted words start",
        )


def _message(loose: LooseMark) -> str:
    if loose.is_opening:
        return f"opening {NAMES[loose.mark]} {loose.mark} is never closed"
    return f"closing {NAMES[CLOSING[loose.mark]]} {loose.mark} was never opened"


def _label(loose: LooseMark) -> str:
    if loose.is_opening:
        return f"no {OPENING[loose.mark]} after this in the paragraph"
    return f"no {CLOSING[loose.mark]} before this in the paragraph"


def _help(loose: LooseMark) -> str:
    match loose.mark, loose.is_opening:
        case "“", _:
            return "close it after the last quoted word"
        case "”", _:
            return "find where the quoted words start"
        case mark, True:
            return f"close it with {OPENING[mark]}"
        case _:
            return f"open it with {CLOSING[loose.mark]}, or delete it"


RULE = Rule("T101", "unbalanced-pair", Severity.WARNING, check)
