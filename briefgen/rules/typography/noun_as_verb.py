"""A noun such as “sign-up”, “log-in” or “set-up” used as a verb.

The noun is one word or has a hyphen, the verb is two words: at the sign-up desk, people sign up. Spell checkers accept
both. The rule reports only places where the words around it leave no doubt, such as “you can sign-up”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          You can sign-up for the opening. The port was set-up in 1950 to backup the old one.

Reports:
    4:15 “sign-up” is the noun
    4:53 “set-up” is not a verb
    4:71 “backup” is the noun

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          You can sign up for the opening. The port was set up in 1950 to back up the old one.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_BASES = (
    "(?:back|bail|break|build|call|carry|check|clean|cut|drop|fall|follow|hand|hold|kick|lay|line|link|lock|log|look|"
    "mark|mix|opt|pass|pay|phase|pick|pull|push|roll|sell|set|shake|shut|sign|speed|spin|stand|start|step|take|trade|turn|"
    "wake|walk|warm|wind|work|wrap|write)"
)
_PARTICLES = "(?:up|out|in|off|down|over)"
_JOINED = "setup|signup|login|backup|checkout|cleanup|shutdown"
_VERB = rf"(?:{_BASES}-{_PARTICLES}|{_JOINED})"
_PARTICIPLE = (
    rf"(?:set-up|shut-down|(?:back|call|carri|clean|follow|hand|kick|lin|link|lock|mark|mix|opt|phas|pick|pull|push|roll|"
    rf"shak|sign|start|stepp|turn|warm)ed-{_PARTICLES}|(?:laid|paid|sold|spun|taken|written|logged|built|broken|cut)-{_PARTICLES})"
)
_GERUND = (
    rf"(?:back|bail|build|call|carry|check|clean|cutt|dropp|follow|hand|kick|lay|lin|link|lock|logg|mark|opt|phas|pick|pull|"
    rf"push|roll|sell|sett|shutt|sign|speed|spinn|start|stepp|tak|turn|wrapp|writ)ing-{_PARTICLES}"
)
_ARTICLE = r"(?:an?|the|your|our|their|his|her|its|my|this|these|those|all|any|some|new)\b"
_MODALS = ("can", "could", "will", "would", "may", "might", "must", "should", "shall")
_ASKS = r"(?i)\b(?:how|why|when|where|what) $"
_PATTERN = Pattern(
    rf"""(?x) (?<![\w’'-])(?:
      (?P<before>(?i:{"|".join(_MODALS)}|cannot|please|let['’]?s|to|we|they|you|I|who
        |(?:ca|wo|do|does|did|would|could|should)n['’]t))
        \ (?:(?:also|then|now|just|still|even|easily|simply|always|never|not)\ )?(?P<verb>{_VERB})
    | (?:was|were|been|being|is|are)\ (?P<participle>{_PARTICIPLE})
        (?=[.,;]|\ (?:by|in|to|for|with|as|at|on|under|after|before)\b)
    | (?P<gerund>{_GERUND})(?=\ (?:an?|the|your|our|their|his|her|its|my|this|these|those)\b)
    | (?P<order>[Ss]ign-?up|Log-?in)(?=\ (?:here|now|today|to)\b)
    | (?P<look>[Cc]heck-out)(?=\ {_ARTICLE})
    )(?![\w’'-])""",
    literals=("-up", "-out", "-in", "-off", "-down", "-over", *_JOINED.split("|"), "Signup"),
    reach=40,
)
_KINDS = ("verb", "participle", "gerund", "order", "look")
_SUBJECTS = frozenset({"we", "they", "you", "i", "who"})
# After these, “to” is a preposition: “prior to set-up”, “access to backup for all”.
_GOVERN = (
    r"(?i)\b(?:prior|due|thanks|access|according|response|addition|approach|key|next|link|comes?|came|leads?|led|related|"
    r"subject|back|from|up|close|similar|devoted|contribut\w+) $"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield nouns in the place of a verb."""
    for found in find_own(manuscript, _PATTERN, when=_is_verb):
        kind = next(kind for kind in _KINDS if found[kind])
        what = "not a verb" if kind in {"participle", "gerund"} else "the noun"
        yield found.report(kind, f"{{}} is {what}", _apart(found[kind]))


def _is_verb(match: re.Match[str]) -> bool:
    """Return whether the words around leave no doubt."""
    word, at = match["before"] or "", match.end()
    before = match.string[max(0, match.start() - 20) : match.start()]
    if word.lower() == "to":
        follows = rf" {_ARTICLE}" + (r"| (?:for|here)\b" if match["verb"].startswith(("sign", "log")) else "")
        return re.compile(follows).match(match.string, at) is not None and re.search(_GOVERN, before) is None
    if word.lower() in _SUBJECTS:
        return re.compile(f" {_ARTICLE}").match(match.string, at) is not None
    # In a question, a noun may follow: “How can start-up firms grow?”
    may_ask = word.lower() in _MODALS and (word[0].isupper() or re.search(_ASKS, before) is not None)
    return not may_ask


def _apart(word: str) -> str:
    """Return the two words of the verb."""
    return re.sub(r"-|(?<=[a-z])(?=(?:up|out|in|off|down|over)$)", " ", word, count=1)


RULE = Rule("T119", "noun-as-verb", Severity.WARNING, check, languages=ENGLISH)
