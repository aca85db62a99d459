"""“Everyday” and “every day” confused.

“Everyday” is an adjective that means “ordinary”: everyday life. What happens each day happens “every day”. Spell
checkers accept both. The rule reports “everyday” where no noun can follow, and “every day” before nouns such as “life”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          Ships arrive everyday, and noise is part of every day life.

Reports:
    4:20 “everyday” is an adjective
    4:51 “every day” before “life”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          Ships arrive every day, and noise is part of everyday life.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_NOUNS = (
    "life|lives|living|use|usage|objects?|items?|tasks?|language|speech|occurrences?|reality|realities|routines?|wear|"
    "essentials|situations?|activities|experiences?|things|problems|tools|technology|practice"
)
_PATTERN = Pattern(
    rf"""(?x)
      \b(?P<adverb>[Ee]veryday) (?= [.;!?] (?:[”"’')]|\s|$) | ,\s
        | \ (?:at|from|since|until|we|they|he|she|you|I|when|because|during|after|before)\b)
    | \b(?:in|of|for|the|our|their|his|her|your|my|to|from|into|an?|about)\ (?P<adjective>every\ day)
      \ (?P<noun>{_NOUNS})\b""",
    literals=("veryday", "every day "),
    reach=40,
)
# Before “everyday” as a noun or a predicate: “the everyday”, “is everyday”.
_NOT_BEFORE = (
    r"(?:[,;:(—–-]|\b(?:the|an?|of|into|our|their|his|her|its|my|your|this|that|more|most|so|very|too|and|or|but|as|than|"
    r"is|are|was|were|be|been|feels?|felt|seems?|looks?|sounds?|becomes?|became|remains?|truly|purely|with|from|to|about|"
    r"beyond|in))\W{0,2}\ $"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield “everyday” as an adverb and “every day” as an adjective."""
    for found in find_own(manuscript, _PATTERN, when=_is_wrong):
        if found["adverb"]:
            yield found.report("adverb", "{} is an adjective", f"{found['adverb'][:5]} day")
        else:
            yield found.report("adjective", f"{{}} before “{found['noun']}”", "everyday")


def _is_wrong(match: re.Match[str]) -> bool:
    """Return whether “everyday” stands where an adverb does; “every day” before a listed noun is always wrong."""
    before = match.string[max(0, match.start() - 20) : match.start()].casefold()
    return match["adverb"] is None or (before.endswith(" ") and re.search(_NOT_BEFORE, before) is None)


RULE = Rule("T120", "everyday", Severity.WARNING, check, languages=ENGLISH)
