"""A word in the place of another that sounds or looks like it: “then” for “than”, “loose” for “lose”.

Spell checkers accept both. The rule knows some ninety pairs, and reports a word only where those around it leave no
doubt: “more then half”, “could of been”, “their is”, “has lead to”, “baited breath”. For “its” and “it's” see T115.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel sold more then half of it, and could of been first. It has lead to a row, and their is no deal.

Reports:
    4:22 “then” where “than” belongs
    4:49 “of” where “have” belongs
    4:71 “lead” where “led” belongs
    4:90 “their” where “there” belongs

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Kiel sold more than half of it, and could have been first. It has led to a row, and there is no deal.

Good:
    briefs:
      - title: Harbour Opens
        body: |
          It could of course lose more then. The lead to follow is theirs.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import OwnMatch, as_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.confusions import CONFUSIONS, Confusion
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_REACH = 100


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each word in the place of another."""
    # What the expressions see: as long as the text, so that places are the same.
    running = [(path, text.replace("\n", " ").replace("’", "'")) for path, text in own_texts(manuscript)]
    whole = "\n".join(text for _, text in running).lower()
    for confusion in CONFUSIONS:
        literals = tuple(confusion.literal.split("|"))
        if any(map(whole.__contains__, literals)):
            # Searched for only around the literals, which takes a hundredth of the time.
            also = tuple(confusion.also.split("|"))
            pattern = Pattern(find_expression(confusion), literals=literals, also=also, reach=_REACH, ignores_case=True)
            for path, text in running:
                for match in pattern.finditer(text):
                    found = as_own(manuscript, path, match) if is_among_english(match) else None
                    if found is not None:
                        yield _report(found, confusion)


def find_expression(confusion: Confusion) -> str:
    """Return the regular expression of a confusion; its group `wrong` is the wrong word."""
    inner = confusion.expression.replace("{", "(?P<wrong>").replace("}", ")")
    return rf"(?<![\w'-])(?:{inner})(?![\w'-])"


def _report(found: OwnMatch, confusion: Confusion) -> Finding:
    wrong = found.written(found.span("wrong"))
    instead = confusion.instead.replace("'", "’") if "’" in found.manuscript.document.text else confusion.instead
    instead = instead[0].upper() + instead[1:] if wrong[0].isupper() else instead
    return found.report("wrong", f"{{}} where “{confusion.instead}” belongs", instead)


RULE = Rule("T124", "confused-words", Severity.WARNING, check, languages=ENGLISH)
