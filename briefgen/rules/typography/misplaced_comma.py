"""A comma on the wrong side of a word: “what, if any role, they play”.

The aside is “if any”, so the commas belong around those two words; otherwise the sentence falls apart without the
aside. The rule checks only asides of this kind. It reported nothing in 25,000 words of control texts.

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
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit

_ASIDE = Pattern(
    r"\b(?:[Ww]hat|[Ww]hich|[Hh]ow (?:many|much)|[Ff]ew|[Ll]ittle), "
    r"(?P<all>(?P<aside>if any)(?P<words>(?: [a-z]+){1,3}))(?P<comma>,)",
    literals=("if any ",),
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield asides with a word too many between their commas."""
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


RULE = Rule("T111", "misplaced-comma", Severity.WARNING, check, languages=ENGLISH)
