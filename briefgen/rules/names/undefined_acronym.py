"""Acronyms that are never spelled out.

Readers who do not know one stop reading, or guess. Acronyms are reported in an issue that cites sources and explains at
least two others in parentheses: where none are explained, or sources only linked to, readers are taken to know them. If
the full name of one stands before it in the text, the report says where to put the acronym; such a name has three words
or more, and is no part of a longer one or of the title of a link. `--select N101` reports these in all issues: in those
without sources the name often stood in the sentence before, and readers needed no more. The others make one report, so
that you can explain them, or list those that your readers know in publication.yaml, under `acronyms: {known: […]}`, in
one go.

Not reported are acronyms that everyone knows (UN, GDP, CEO); names of places, time zones, currencies, companies and
broadcasters; outlets that the issue cites, and the newsletter and its publisher themselves. An acronym is explained if
it stands in parentheses after its full name, or before it, here or in one of the issues around this one; if its words
stand beside it in any other way (“BYOP: bring your own problem”); if it is in the text or the address of a link, or
names behind it whom it leads to; or if the full name stands in lowercase. One that two other issues use too belongs to
the language of your readers. A text with code in it is for specialists, who know its acronyms; in one with links to
code, only those whose full name is in the text are reported. Next to another capitalized word an acronym is taken for
part of a name; a long one that can be pronounced (BEACON) is taken for a name; and a word that also occurs in lowercase
is taken for an ordinary word in capitals. Quotations and lists of sources are left alone.

Bad:
    briefs:
      - title: The Other Road
        body: |
          The Joint Staff Office (JSO) and the Northern Port Union (NPU) met (NYT, May 8).

          Beijing calls it the Belt and Road Initiative. Cities serve the BRI well.

Reports:
    6:71 “BRI” is never spelled out

Good:
    briefs:
      - title: The Other Road
        body: |
          The Joint Staff Office (JSO) and the Northern Port Union (NPU) met (NYT, May 8).

          Beijing calls it the Belt and Road Initiative (BRI). Cities serve the BRI well.

Bad:
    briefs:
      - title: Two Councils
        body: |
          The port waits (NYT, May 8).

          The Joint Staff Office (JSO) and the Northern Port Union (NPU) met on Monday with the HBC and the KQD.

Reports:
    6:93 2 acronyms are never spelled out: HBC and KQD

Good:
    briefs:
      - title: Two Councils
        body: |
          The port waits (NYT, May 8).

          The Joint Staff Office (JSO) and the Northern Port Union (NPU) met on Monday with the harbour council and
          the [KQD](https://example.org/kqd).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript, find_explained
from briefgen.rules.analysis.acronyms import KNOWN, WORDS
from briefgen.rules.analysis.coverage import is_exempt
from briefgen.rules.analysis.merging import merge
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.analysis.specialists import has_code, is_for_specialists
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.common_words import FUNCTION_WORDS
from briefgen.rules.vocabulary.initials import find_full_name, find_word, is_spelled_beside, is_spelled_in_lowercase
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

# Not in a handle, a file name, a number or a chain such as `SARS-CoV-2`.
_ACRONYM = expression(r"[A-Z](?<![\w@#$£€./&’'+:_-].)[A-Z]{1,6}(?![\w/&@_+]|-\d|-[A-Z]|\.\w|: [A-Z])")
# A word in capitals, a figure or a year behind it, as in `XTO Energy`, or a full stop that is escaped, as in `DEV\.to`.
_NAME_AFTER = expression(r"[*_]? (?:of (?:the )?)?[A-Z0-9“]\w*|\x00\x00\w")
_NAME_BEFORE = expression(r"(?P<word>[\w’'-]+)[*_]? $")
_LINE_END = expression(r"[ ).;]*(?:\n|$)")
_LEAD_IN = expression(
    r"(?:, or|\bcalled|\bknown as|\babbreviated|\bshort for|\bstands for|\bformerly)(?: as| the)? [*_“]*$"
)
_LEAD_OUT = expression(r"[,”]+ (?:short for|which stands for|or the [A-Z][a-z])")
# What an acronym is the name of, if one of these follows it anywhere: `NSO Group`.
_COMPANY = expression(
    r" (?:Group|Inc|Ltd|Limited|Corp|Corporation|Company|Holdings|Labs?|Bank|Airlines|Motors|Energy|Media|News|Network"
    r"|Foundation|Systems|Technologies|Software|Studios?|Records|Entertainment|Capital|Partners|Ventures)\b"
)
# How far before a place these are looked for.
_NEAR = 40
_LONG = 5
_SPOKEN = expression(
    r"(?:[BCDFGKPT]R|[BCFGKPS]L|S[CKMNPTW]|[CSTWP]H|KN|TW|QU|S[CPT]R|[BCDFGHJKLMNPQRSTVWXZ])?[AEIOUY]+"
    r"(?:[BCDFGHJKLMNPQRSTVWXZ]{1,2}[AEIOUY]+)*[BCDFGHJKLMNPQRSTVWXZ]{0,2}"
)
_SHOUTED = 3
# In so many other issues, an acronym is one that readers know.
_FAMILIAR = 2
# So many acronyms with their words show that an issue explains those that its readers may not know.
_EXPLAINED = 2
# Capitalised words before an acronym that make no name with it.
_PLAIN = frozenset({
    "The", "A", "An", "In", "On", "At", "By", "For", "Of", "To", "And", "But", "As", "If", "When", "While", "This",
    "That", "These", "Its", "Their", "Both", "All", "Some", "Former", "Under", "With", "From",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each unexplained acronym once, at its first mention."""
    candidates = _candidates(manuscript)
    if not candidates:
        return
    full_text = "\n\n".join(item.prose.text for item in manuscript.items)
    lengths = accumulate((len(item.prose.text) + len("\n\n") for item in manuscript.items), initial=0)
    starts = dict(zip((item.field for item in manuscript.items), lengths, strict=False))
    explained = find_explained(full_text)
    # A newsletter that names its sources is written for readers outside the field.
    explains = len(explained - KNOWN) >= _EXPLAINED and _names_sources(manuscript)
    known = _known(manuscript) | explained
    linked: frozenset[str] | None = None
    is_special: bool | None = None
    for acronym, (item, span) in candidates.items():
        if acronym in known or _is_introduced(acronym, full_text):
            continue
        if is_spelled_beside(acronym, full_text):
            continue
        # A name that comes later was not introduced for the acronym.
        phrase = find_full_name(acronym, full_text[: starts[item.field] + span.start])
        if phrase:
            if has_code(manuscript) or is_spelled_in_lowercase(acronym, full_text):
                continue
            yield Finding(
                span=item.file_span(span),
                message=f"“{acronym}” is never spelled out",
                help=f"“{phrase}” is in the text: write “{phrase} ({acronym})” there",
                in_preview=not explains,
            )
            continue
        if not explains:
            continue
        linked = _linked(manuscript) if linked is None else linked
        is_linked = acronym in linked or acronym.casefold() in linked or _follows_link(item, span)
        is_left = is_linked or item.prose.is_quoted(span) or _is_listed(item, span)
        if not (is_left or _is_spoken(acronym) or is_spelled_in_lowercase(acronym, full_text)):
            is_special = is_for_specialists(manuscript) if is_special is None else is_special
            if is_special:
                continue
            yield Finding(
                span=item.file_span(span),
                message=f"“{acronym}” is never spelled out",
                help=f"spell it out at first mention, “full name ({acronym})”, or list it {_list([acronym])}",
                cause="unexplained",
            )


def _names_sources(manuscript: Manuscript) -> bool:
    """Return whether the issue cites sources, rather than only links to them."""
    return bool(manuscript.read_issue.sources) or any(item.groups for item in manuscript.items)


def _candidates(manuscript: Manuscript) -> dict[str, tuple[ItemText, Span]]:
    """Return the acronyms that not everyone knows, with the first place of each."""
    found: dict[str, tuple[ItemText, Span]] = {}
    for item in manuscript.items:
        text = item.uncited
        for match in _ACRONYM.finditer(text):
            acronym = match.group()
            if acronym in KNOWN or acronym in WORDS or acronym in found or _is_in_name(text, match):
                continue
            if not is_sic(text, match.end()):
                found[acronym] = (item, Span(match.start(), match.end()))
    return found


def _known(manuscript: Manuscript) -> frozenset[str]:
    """Return the acronyms that the readers of this newsletter know."""
    publication = manuscript.publication
    own = " ".join(filter(None, (publication.name, publication.publisher, publication.tagline, publication.url)))
    own_acronym = "".join(word[0] for word in publication.name.split())
    in_own_name = {word.upper() for word in re.findall(r"\w+", own)}
    outlets = {source.outlet for source in manuscript.read_issue.sources.values()}
    house = frozenset(publication.acronyms.known)
    others = [sibling for sibling in manuscript.siblings if sibling.path != manuscript.path]
    explained = frozenset[str]().union(*(sibling.explained for sibling in others))
    counts = Counter(acronym for sibling in others for acronym in sibling.acronyms)
    return (
        house
        | in_own_name
        | {own_acronym}
        | outlets
        | explained
        | {one for one, often in counts.items() if often >= _FAMILIAR}
    )


def _linked(manuscript: Manuscript) -> frozenset[str]:
    """Return the acronyms in the texts of links, and the words of their addresses in lowercase."""
    links = [
        (each.span.of(item.prose.text), each.address)
        for item in manuscript.items
        for each in item.prose.opaque
        if each.kind in {"link", "address"}
    ]
    texts = (found for text, _ in links for found in re.findall(r"\b[A-Z]{2,7}\b", text.partition("](")[0]))
    words = (word for _, address in links for word in re.findall(r"[a-z]{2,7}", address.casefold()))
    return frozenset((*texts, *words))


def _follows_link(item: ItemText, span: Span) -> bool:
    """Return whether an acronym ends a line behind a link, as the name of those whom it leads to."""
    text = item.uncited
    before = text[max(0, span.start - 4) : span.start].rstrip(" ,(–—-|:")
    return before.endswith("\0") and _LINE_END.match(text, span.end) is not None


def _is_listed(item: ItemText, span: Span) -> bool:
    """Return whether an acronym is in a list of sources, or another part that needs no citations."""
    block = item.prose.block_at(span.start)
    return block is not None and is_exempt(item, block)


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Return whether an acronym is part of a longer name, or a common word in capitals."""
    word = match.group().lower()
    if _NAME_AFTER.match(text, match.end()) or word in FUNCTION_WORDS:
        return True
    if len(word) >= _SHOUTED and re.search(rf"{word}(?<!\w{word})(?!\w)", text):
        return True
    before = _NAME_BEFORE.search(text, max(0, match.start() - 30), match.start())
    return before is not None and before["word"][0].isupper() and before["word"] not in _PLAIN


def _is_introduced(acronym: str, text: str) -> bool:
    """Return whether an acronym follows words such as `known as`, or names a company, anywhere in the text."""
    return any(
        _LEAD_OUT.match(text, place.end())
        or _COMPANY.match(text, place.end())
        or _LEAD_IN.search(text, max(0, place.start() - _NEAR), place.start())
        for place in find_word(acronym, text)
    )


def _is_spoken(acronym: str) -> bool:
    """Return whether an acronym is pronounced like a word: it is long, and has several vowels or syllables."""
    is_word = _SPOKEN.fullmatch(acronym) or sum(letter in "AEIOUY" for letter in acronym) > 1
    return len(acronym) >= _LONG and bool(is_word)


def _merge(found: Sequence[Finding]) -> Finding:
    """Make one finding of all acronyms that nothing in the text explains."""
    names = [each.message.partition("”")[0].removeprefix("“") for each in found]
    message = f"{len(found)} acronyms are never spelled out: {', '.join(names[:-1])} and {names[-1]}"
    merged = merge(found, message, related=[f"“{name}”" for name in names[1:]])
    return replace(merged, help=f"spell each out at first mention, or list those that your readers know {_list(names)}")


def _list(names: Sequence[str]) -> str:
    return f"in publication.yaml: `acronyms: {{known: [{', '.join(names)}]}}`"


RULE = Rule("N101", "undefined-acronym", Severity.NOTE, check, languages=ENGLISH, merge=_merge)
