"""A number that announces a list with more entries, or fewer: “for three reasons:” above four of them.

Either an entry was added, or one is missing, and readers count. The rule looks at a number and its noun right before
the colon (“rests on three pillars:”), at “the following two”, and at a sentence that begins with a number and a word
for things that one lists (“Three groups oppose the plan:”). Entries below an entry do not count.

Bad:
    briefs:
      - title: The Marina
        body: |
          Three groups oppose the plan:

          - two trucking companies;
          - the crane operators;
          - the owners of the marina;
          - a choir.

Reports:
    4:7 “Three groups”, and a list of 4

Good:
    briefs:
      - title: The Marina
        body: |
          Four groups oppose the plan:

          - two trucking companies;
          - the crane operators;
          - the owners of the marina;
          - a choir.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?P<number>{'|'.join(_WORDS)}|[2-9]|1[0-2])"
_LISTED = (
    "groups|reasons|points|steps|options|questions|conditions|demands|factors|changes|ways|things|lessons|proposals|"
    "measures|problems|issues|rules|facts|findings|arguments|parties|countries|cities|companies|unions|candidates|"
    "principles|pillars|areas|themes|trends|goals|aims|tasks|causes|effects|examples|scenarios|risks|projects"
)
# A string, so that `re` compiles it on first use: few paragraphs end with a colon and have a list below them.
_ANNOUNCED = (
    rf"(?i)(?:^|[\s(“])(?P<words>{_NUMBER}(?:\s[a-z-]+){{0,2}}\s[a-z-]+s):$"
    r"|(?:^|[.!?]\s)(?P<first>(?:the\sfollowing\s)?"
    rf"{_NUMBER.replace('number', 'count')}(?:\s[a-z-]+)?\s(?:{_LISTED}))\b"
    r"(?!\sof\b)[^.!?:]*:$"
)
# Their number says how long, how much or when.
_MEASURES = r"(?:years|months|weeks|days|hours|minutes|times|percents|points|miles|dollars|euros|pounds|pages|ago)$"
_LONGEST = 400
"""In characters, of what announces a list."""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield announcements of lists of another length."""
    for item in manuscript.items:
        blocks = item.prose.blocks
        for index, (block, after) in enumerate(pairwise(blocks)):
            if block.kind != "paragraph" or after.kind != "item":
                continue
            words = block.span.of(item.own_words)[-_LONGEST:].rstrip()
            found = re.search(_ANNOUNCED, words) if words.endswith(":") else None
            said = (found["words"] or found["first"]) if found else ""
            if found is None or re.search(_MEASURES, said):
                continue
            number = (found["number"] or found["count"]).lower()
            wanted = int(number) if number.isdigit() else _WORDS.index(number) + 2
            length = _count(item, blocks[index + 1 :])
            if length > 1 and length != wanted:
                start = block.span.of(item.own_words).rindex(said) + block.span.start
                yield Finding(
                    span=item.file_span(Span(start, start + len(said))),
                    message=f"“{' '.join(said.split())}”, and a list of {length}",
                    help="correct the number, or the list",
                )


def _count(item: ItemText, blocks: tuple[Block, ...]) -> int:
    """Return how many entries the list at the beginning of some blocks has, without those below an entry."""
    entries = [block.span.start for block in takewhile(lambda each: each.kind == "item", blocks)]
    text = item.prose.text
    marks = [re.match(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]", text[text.rfind("\n", 0, at) + 1 : at]) for at in entries]
    margins = [len(mark.group()) - len(mark.group().lstrip()) for mark in marks if mark]
    return margins.count(margins[0]) if margins else 0


RULE = Rule("T144", "list-count", Severity.NOTE, check, languages=ENGLISH)
