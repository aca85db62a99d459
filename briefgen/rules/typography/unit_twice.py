"""A unit that is given twice: “$5 million dollars”, “5% percent”, “9 a.m. in the morning”.

It is left over from an edit. Quotations and titles of works are left alone.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          It cost $5 million dollars, a rise of 5% percent, and opens at 9 a.m. in the morning.

Reports:
    4:15 unit given twice: “$5 million dollars”
    4:45 unit given twice: “5% percent”
    4:70 unit given twice: “9 a.m. in the morning”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          It cost $5 million, a rise of 5%, and opens at 9 a.m.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit

_AMOUNT = r"\d[\d.,]*(?: ?(?:thousand|million|billion|trillion|[kmbn]{1,2}))?"
_TWICE = Pattern(
    rf"(?<![\w.,])(?:\$ ?{_AMOUNT}(?P<dollars> dollars?)|£ ?{_AMOUNT}(?P<pounds> pounds?)"
    rf"|€ ?{_AMOUNT}(?P<euros> euros?)|\d[\d.,]* ?%(?P<percent> per ?cent)"
    r"|\d[\d:.]* ?[ap](?:\.m\.|m)(?P<day> in the (?:morning|afternoon|evening)))(?![\w-])",
    literals=(" dollar", " pound", " euro", "% per", "m in the ", "m. in the "),
    reach=40,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield units that stand before and behind a figure."""
    for found in find_own(manuscript, _TWICE):
        match = found.match
        start, end = match.span(match.lastgroup or 0)
        words = found.written(found.place(start, end)).strip()
        # The stop of `a.m.` ends the sentence, too.
        has_stop = match.string[start - 1] == "." and match.string[end : end + 1] == "."
        edit = Edit(found.place(start, end + has_stop), "")
        yield Finding(
            span=found.span(),
            message=f"unit given twice: “{found.written(found.span())}”",
            help=f"delete “{words}”",
            fix=Fix(f"delete “{words}”", (edit,), is_safe=False),
        )


RULE = Rule("T135", "unit-twice", Severity.WARNING, check, languages=ENGLISH)
