"""A form of a verb that its auxiliary does not take: “have went”, “did not opened”, “was build”.

Readers stumble. Only forms that are wrong in any sentence are reported, and only in the newsletter's own words; so “had
rose-tinted glasses” and “the will opens” are not.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          They have went home. It did not opened, and it was build in 1990. He don't know, and it would makes sense.

Reports:
    4:17 “went” behind “have”
    4:39 “opened” behind “did not”
    4:58 “build” behind “was”
    4:76 “don't” behind “he”
    4:101 “makes” behind “would”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          They have gone home. It did not open, and it was built in 1990. He doesn't know, and it would make sense.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

# Pasts that are no participles, no adjectives and no nouns.
_PAST = {
    "went": ("gone", "go"), "came": ("come", "come"), "became": ("become", "become"), "began": ("begun", "begin"),
    "wrote": ("written", "write"), "took": ("taken", "take"), "gave": ("given", "give"), "ate": ("eaten", "eat"),
    "knew": ("known", "know"), "grew": ("grown", "grow"), "drove": ("driven", "drive"),
    "chose": ("chosen", "choose"), "threw": ("thrown", "throw"), "forgave": ("forgiven", "forgive"),
    "overcame": ("overcome", "overcome"), "withdrew": ("withdrawn", "withdraw"),
    "undertook": ("undertaken", "undertake"), "shook": ("shaken", "shake"), "swam": ("swum", "swim"),
    "flew": ("flown", "fly"), "fell": ("fallen", "fall"), "did": ("done", "do"),
}  # fmt: skip
# Infinitives that are no nouns, with the participles that “has” asks for.
_INFINITIVE = {
    "grow": "grown", "write": "written", "give": "given", "begin": "begun", "speak": "spoken", "choose": "chosen",
    "eat": "eaten", "forget": "forgotten", "see": "seen", "steal": "stolen", "know": "known", "take": "taken",
    "arise": "arisen", "undertake": "undertaken", "withdraw": "withdrawn",
}  # fmt: skip
# Bases that are no adjectives, and no nouns before a preposition.
_BASE = {
    "build": "built", "publish": "published", "create": "created", "write": "written", "destroy": "destroyed",
    "organise": "organised", "organize": "organized", "develop": "developed", "establish": "established",
    "announce": "announced", "introduce": "introduced", "approve": "approved", "choose": "chosen",
    "receive": "received",
}  # fmt: skip
_PRESENT = {
    "opens": "open", "begins": "begin", "becomes": "become", "comes": "come", "goes": "go", "gets": "get",
    "gives": "give", "makes": "make", "takes": "take", "remains": "remain", "continues": "continue",
    "includes": "include", "provides": "provide", "requires": "require", "allows": "allow", "keeps": "keep",
    "seems": "seem", "has": "have", "leads": "lead", "earns": "earn", "brings": "bring", "creates": "create",
    "needs": "need", "wants": "want", "says": "say", "knows": "know", "finds": "find", "loses": "lose",
}  # fmt: skip
# Bases in -ed.
_ENDS_IN_ED = frozenset(
    {"need", "feed", "succeed", "proceed", "exceed", "speed", "bleed", "breed", "seed", "heed", "shed"}
)
_NEGATED = frozenset({"didn't", "don't", "doesn't"})
_DO = frozenset({"did", "does", "do"})
_HE = frozenset({"he", "she", "it"})
_AUXILIARIES = {
    **dict.fromkeys(("has", "have", "had", "having"), frozenset((*_PAST, *_INFINITIVE))),
    **dict.fromkeys(("was", "were", "been", "being"), frozenset(_BASE)),
    **dict.fromkeys(("would", "should", "could", "will", "can", "cannot", "must", "might"), frozenset(_PRESENT)),
    **dict.fromkeys(_NEGATED, frozenset((*_PAST, *_PRESENT))),
    **dict.fromkeys(_HE, frozenset({"don't"})),
}
_SHORTEST = 3
_SHORT = "didn['’]t|don['’]t|doesn['’]t"
_FORMS = Pattern(
    rf"""(?x) (?<![\w’'-])(?:
      (?P<have>has|have|had|having)\ (?P<past>{"|".join(_PAST)}|(?:{"|".join(_INFINITIVE)})(?!\ [a-z]+ing\b))
      (?!\ (?:up|for)\ the\ )
    | (?P<be>was|were|been|being)\ (?P<base>{"|".join(_BASE)})
      (?=[.,;:)]|\ (?:in|by|on|at|to|for|with|from|under|as|over|between)\s)
    | (?P<would>would|should|could|(?<=it\ )will|(?<=they\ )will|(?<=which\ )will|(?<=that\ )will)[ ]
      (?P<present>{"|".join(_PRESENT)})
    | (?P<can>can|cannot|must|might)\ (?P<present2>(?!opens|needs)(?:{"|".join(_PRESENT)}))
    | (?P<did>(?:did|does|do)\ not|{_SHORT})\ (?P<ended>[a-z]+ed|{"|".join((*_PAST, *_PRESENT))})
    | (?P<he>(?:^|(?<=[.,;!?]\ )|(?<=\ (?:but|and)\ )|(?<=\ (?:that|when)\ )|(?<=\ if\ ))(?:[Hh]e|[Ss]he|[Ii]t))[ ]
      (?P<dont>don['’]t)
    )(?![\w’'-])""",
    literals=(
        *(f" {word}" for word in (*_PAST, *_BASE, *_INFINITIVE)),
        *(f"{modal} {word}" for word in _PRESENT for modal in ("ould", " will", "an", "annot", "ust", "ight")),
        *("d not ", "n't ", "n’t ", " do not ", "does not "),
    ),
    reach=40,
)  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield verbs in a form that does not go with what stands before them."""
    for found in find_own(manuscript, _FORMS, likely=_may_be_wrong, when=_is_wrong):
        match = found.match
        wrong = next(name for name in ("past", "base", "present", "present2", "ended", "dont") if match[name])
        before = next(name for name in ("have", "be", "would", "can", "did", "he") if match[name])
        right = _right_form(wrong, match[wrong])
        place, words = found.span(wrong), found.written(found.span(before))
        yield Finding(
            span=place,
            message=f"“{found.written(place)}” behind “{words.lower()}”",
            help=f"write “{right}”" if right else "write it as one does behind that word",
            fix=Fix(f"write “{right}”", (found.edit(place, right),), is_safe=False) if right else None,
        )


def _may_be_wrong(text: str) -> bool:
    """Return whether two words stand side by side that do not go together; in nearly all texts, none do."""
    words = [word.rstrip(",.;:!?)").replace("’", "'") for word in text.split()]
    for at, (one, two) in enumerate(pairwise(words)):
        if two in _AUXILIARIES.get(one.lower(), ()) or (two.endswith("ed") and one in _NEGATED):
            return True
        if one == "not" and (two.endswith("ed") or two in _PAST or two in _PRESENT) and words[at - 1] in _DO:
            return True
    return False


def _is_wrong(match: re.Match[str]) -> bool:
    if match["ended"] and (match["ended"] in _ENDS_IN_ED or match["ended"].endswith("eed")):
        return False
    return is_among_english(match)


def _right_form(name: str, word: str) -> str:
    """Return the form that belongs there; "" if it cannot be told."""
    match name:
        case "past":
            return _INFINITIVE.get(word) or _PAST[word][0]
        case "base":
            return _BASE[word]
        case "present" | "present2":
            return _PRESENT[word]
        case "dont":
            return word.replace("don", "doesn", 1)
        case _:
            return _PAST[word][1] if word in _PAST else _PRESENT.get(word) or _infinitive_of(word)


def _infinitive_of(word: str) -> str:
    """Return the infinitive of a past in -ed where its letters leave no doubt: `opened`; else ""."""
    stem = word[:-2]
    return (
        stem
        if len(stem) > _SHORTEST and stem.endswith(("en", "er", "ow", "sh", "ck", "nt", "st", "lp", "lk", "ll", "ss"))
        else ""
    )


RULE = Rule("T136", "verb-form", Severity.WARNING, check, languages=ENGLISH)
