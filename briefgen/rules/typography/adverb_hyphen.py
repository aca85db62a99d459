"""A hyphen after an adverb in *-ly*: “a highly-regarded port”.

An adverb in *-ly* always belongs to the next word, so the hyphen says nothing, and the handbooks of AP and Chicago
leave it out. Adjectives and nouns in *-ly* keep theirs: “early-stage”, “family-owned”, “friendly-looking”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The publicly-owned port has a family-run café.

Reports:
    4:11 hyphen after an adverb: “publicly-owned”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The publicly owned port has a family-run café.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_PATTERN = Pattern(
    r"(?<![\w’'-])(?P<adverb>[A-Za-z][a-z]{2,}ly)(?P<hyphen>-)(?P<next>[a-z]{3,})(?![\w’'-])",
    literals=("ly-",),
    reach=30,
)
_WORDS = """
    ally anomaly assembly beastly belly bimonthly bodily brotherly bubbly bully burly butterfly chilly comely costly
    courtly cowardly crumbly cuddly curly daily deadly deathly dragonfly disorderly doily dolly earthly early elderly
    family fatherly fortnightly friendly frilly ghastly ghostly gnarly godly gravelly grizzly gully heavenly hillbilly
    hilly holly holy homely homily hourly italy jelly jolly july kindly leisurely lively lonely lordly lovely manly
    masterly melancholy measly miserly molly monopoly monthly motherly multiply neighborly neighbourly nightly oily only
    orderly panoply pearly pebbly poly portly prickly priestly princely quarterly rally reply saintly scholarly seemly
    shapely sickly silly sisterly slovenly smelly sparkly sprightly squiggly stately steely supply surly tally
    timely treacly ugly unfriendly ungainly unholy unlikely likely unruly unseemly untimely weekly wily wobbly womanly
    woolly wooly wordly worldly wrinkly yearly biweekly triweekly semimonthly thistly gangly spindly crinkly
    bristly wriggly jiggly giggly knobbly wifely apply imply comply rely really
"""
_NOT_ADVERBS = frozenset(_WORDS.split())
# With a capital, these are adverbs at the beginning of a sentence, and others may be names: “Kelly-led”.
_FIRST = frozenset({
    "badly", "carefully", "closely", "commercially", "deeply", "environmentally", "federally", "formerly", "freshly",
    "fully", "globally", "heavily", "highly", "internationally", "locally", "mostly", "nationally", "nearly", "newly",
    "partially", "partly", "politically", "poorly", "previously", "privately", "publicly", "recently", "slowly",
    "socially", "specially", "wholly", "widely",
})  # fmt: skip
# Nouns and particles: “the nearly-men”, “a barely-there margin”, and the names of nightly-only versions.
_NOT_COMPOUNDS = frozenset({"and", "but", "not", "only", "the", "there", "than", "wed", "weds", "men", "man"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield compounds of an adverb in “-ly” that have a hyphen."""
    for found in find_own(manuscript, _PATTERN, when=_is_adverb):
        yield found.report(0, "hyphen after an adverb: {}", f"{found['adverb']} {found['next']}")


def _is_adverb(match: re.Match[str]) -> bool:
    adverb = match["adverb"]
    is_name = adverb[0].isupper() and adverb.lower() not in _FIRST
    return not is_name and adverb.lower() not in _NOT_ADVERBS and match["next"] not in _NOT_COMPOUNDS


RULE = Rule("T117", "adverb-hyphen", Severity.WARNING, check, languages=ENGLISH)
