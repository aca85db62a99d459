"""A quotation mark, parenthesis or bracket without its partner.

Readers cannot tell what was said and what is ours. Marks are read in order and paragraph by paragraph,
for a count finds nothing: a text may have as many opening marks as closing ones, two of them wrong. A
quotation of several paragraphs opens each and closes the last. Quotation marks are followed in languages
that quote between “ and ”.

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
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import LooseMark
from briefgen.prose.loose_marks import CLOSING, NAMES, OPENING
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.languages import CURLY


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield loose marks."""
    for item in manuscript.items:
        is_curly = item.language in CURLY
        for loose in item.prose.loose_marks():
            if loose.mark in "“”" and not is_curly:
                continue
            yield Finding(span=item.place(loose.span), message=_message(loose), label=_label(loose), help=_help(loose))


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
