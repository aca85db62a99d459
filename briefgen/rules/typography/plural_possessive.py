"""A possessive with an apostrophe too many or too few: “Reserves's”, “womens rights”, “the 1990's”.

Readers stumble over it, and it looks careless. The possessive of a plural in *s* takes the apostrophe alone: “the
Reserves’ budget”. Other plurals take *’s*, as in “women’s”, and a decade is a plural without an apostrophe. Names of
people are left alone, because houses differ on “James’s”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The National Reserves’s budget for womens sports was higher in the 1990’s.

Reports:
    4:20 “Reserves’s”: a plural takes the apostrophe alone
    4:42 “womens”: no apostrophe before the “s”
    4:74 “1990’s”: a decade takes no apostrophe

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The National Reserves’ budget for women’s sports was higher in the 1990s.
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

# Plurals in the names of states and institutions; in other capitalized words, the “s” may be part of a name.
_PLURALS = """
    Affairs Airlines Airways Alps Americans Americas Andes Authorities Balkans Brothers Canadians Communications
    Democrats Elections Electronics Emirates Europeans Forces Foundations Games Holdings Industries Islands Israelis
    Liberals Lords Maldives Marines Motors Nations Netherlands Observers Operations Palestinians Parents Partners
    Philippines Ports Relations Republicans Reserves Resources Russians Sciences Securities Services Solutions
    States Studies Systems Taxes Teachers Technologies Territories Ukrainians Veterans Workers
"""
# In small letters, “s” ends a plural, but not after these letters, nor in these words.
_PATTERN = Pattern(
    rf"""(?x) (?<![\w’'])(?:
      (?<!-)(?P<plural>{"|".join(_PLURALS.split())}|[a-z]{{2,}}(?<![aiosu])s(?<!lens)(?<!news)(?<!yes))(?P<extra>['’]s)
    | (?<!-)(?P<bare>[Ww]om|[Cc]hildr|[Mm]|[Gg]entlem)ens(?!\ rea\b)(?P<after>['’](?!\w))?
    | (?<=\bthe\ )(?P<decade>(?:1[5-9]|20)\d0)(?P<mark>['’])s
    | (?:(?<=arly\ )|(?<=mid[ -])|(?<=late\ ))(?P<part>(?:1[5-9]|20)\d0)(?P<sign>['’])s
    )(?![\w’'-])""",
    literals=("s's", "s’s", "omens", "hildrens", "tlemens", "mens ", "mens'", "mens’", "Mens", "0's", "0’s"),
    reach=24,
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield possessives and decades with a wrong apostrophe."""
    for found in find_own(manuscript, _PATTERN):
        yield _judge(found)


def _judge(found: OwnMatch) -> Finding:
    if found["plural"]:
        return found.report(0, "{}: a plural takes the apostrophe alone", f"{found['plural']}{found['extra'][0]}")
    if found["bare"]:
        mark = found["after"] or ("’" if "’" in found.match.string else "'")
        where = "the apostrophe belongs" if found["after"] else "no apostrophe"
        return found.report(0, f"{{}}: {where} before the “s”", f"{found['bare']}en{mark}s")
    return found.report(0, "{}: a decade takes no apostrophe", f"{found['decade'] or found['part']}s")


RULE = Rule("T116", "plural-possessive", Severity.WARNING, check, languages=ENGLISH)
