"""A comma on the wrong side of a word, “what, if any role, they play”, or between a subject and its verb.

In “what, if any, role” the aside is “if any”, so the commas belong around those two words; otherwise the sentence falls
apart without the aside. And no comma separates a subject from what it does, however long it is: “that the navy
receiving these ships, will grow”. The rule checks only asides and subjects of these kinds: a subject with a participle
and its object, behind “that”, in a sentence without an earlier comma that this one might close. It reported nothing in
25,000 words of control texts.

Bad:
    briefs:
      - title: Ties
        body: |
          It is unclear what, if any role, they may play (NYT, May 8).

Reports:
    4:27 “if any role” between commas: only “if any” is the aside

Fixed:
    briefs:
      - title: Ties
        body: |
          It is unclear what, if any, role they may play (NYT, May 8).

Bad:
    briefs:
      - title: Ties
        body: |
          He stressed that the navy receiving these advanced, fast ships, will have an edge (NYT, May 8).

Reports:
    4:69 comma between a subject and its verb, “will have”

Fixed:
    briefs:
      - title: Ties
        body: |
          He stressed that the navy receiving these advanced, fast ships will have an edge (NYT, May 8).
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Span

_ASIDE = Pattern(
    r"\b(?:[Ww]hat|[Ww]hich|[Hh]ow (?:many|much)|[Ff]ew|[Ll]ittle), "
    r"(?P<all>(?P<aside>if any)(?P<words>(?: [a-z]+){1,3}))(?P<comma>,)",
    literals=("if any ",),
)

# After “that”: a subject, its participle with an object, and a verb. A comma in the object may only part adjectives.
_DETERMINER = r"(?:the|a|an|these|those|this|that|its|their|his|her|our|such|more|new)"
_ADJECTIVE = r"[a-z-]+(?:ed|al|ive|ous|ful|ic|able|ible|less|ant|ent|ary)"
_SUBJECT = Pattern(
    rf"\bthat (?:{_DETERMINER} )?(?:[A-Za-z][\w’-]* ){{1,4}}"
    r"(?!during|following|including|according|being|(?:some|any|every|no)thing)[a-z]{2,}ing "
    rf"{_DETERMINER} (?:{_ADJECTIVE}, )?[a-z-]+(?: [a-z-]+){{0,2}}"
    r"(?P<comma>,) (?P<verb>(?:will|would|can|could|may|might|should|must) [a-z]+)",
    literals=(", will ", ", would ", ", can ", ", could ", ", may ", ", might ", ", should ", ", must "),
    also=("that ",),
    reach=160,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield asides with a word too many between their commas, and commas between subject and verb."""
    for field in manuscript.fields:
        yield from _find_torn(field)
    for path, text in own_texts(manuscript):
        for match in _ASIDE.finditer(text):
            if is_sic(text, match.end()):
                continue
            right = manuscript.document.span(path, match.end("aside"), match.end("aside"))
            wrong = manuscript.document.span(path, *match.span("comma"))
            yield Finding(
                span=manuscript.document.span(path, *match.span("all")),
                message=f"“{match['all']}” between commas: only “{match['aside']}” is the aside",
                help=f"write “{match['aside']},{match['words']}”",
                fix=Fix("move the comma", (Edit(right, ","), Edit(wrong, "")), is_safe=False),
            )


def _find_torn(field: FieldText) -> Iterator[Finding]:
    """Yield commas between a subject and its verb, in sentences where they close nothing."""
    text = field.prose.visible
    for match in _SUBJECT.finditer(text):
        # Whatever stands before it in its sentence may hold the comma that this one closes.
        before = re.split(r"[.!?\n]", text[: match.start()])[-1]
        if re.search(r"[,;:(–—]", before) or is_sic(text, match.end()) or field.prose.is_quoted(Span(*match.span())):
            continue
        comma = field.file_span(Span(*match.span("comma")))
        yield Finding(
            span=field.file_span(Span(match.start("comma"), match.end("verb"))),
            message=f"comma between a subject and its verb, “{match['verb']}”",
            help="delete the comma",
            fix=Fix("delete the comma", (Edit(comma, ""),), is_safe=False),
        )


RULE = Rule("T111", "misplaced-comma", Severity.WARNING, check, languages=ENGLISH)
