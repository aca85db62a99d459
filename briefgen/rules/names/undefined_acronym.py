"""An acronym that is never spelled out.

Readers who do not know it stop reading, or guess. Not reported are acronyms that everyone knows (UN, GDP, CEO), those
listed in publication.yaml under `acronyms: {known: […]}`, outlets that the issue cites, and the newsletter itself. An
acronym is explained for the whole issue if it stands in parentheses after its full name, or before it. Next to
another capitalized word it is taken for part of a name; a long one that can be pronounced (BEACON) is taken for a
name; and a word that also occurs in lowercase is taken for an ordinary word in capitals.

Bad:
    briefs:
      - title: The Other Road
        body: |
          Beijing calls it the Belt and Road Initiative. Cities serve the BRI well.

Reports:
    4:71 “BRI” is never spelled out

Good:
    briefs:
      - title: The Other Road
        body: |
          Beijing calls it the Belt and Road Initiative (BRI). Cities serve the BRI well.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.rules.analysis.acronyms import KNOWN, WORDS
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.initials import find_word, spelled_out
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

# Not in a handle, a file name, a number or a chain such as `SARS-CoV-2`.
_ACRONYM = re.compile(r"[A-Z](?<![\w@#$£€./&’'+:_-].)[A-Z]{1,6}(?![\w/&@_+]|-\d|-[A-Z]|\.\w|: [A-Z])")
_NAME_AFTER = re.compile(r"[*_]? [A-Z0-9“]\w*")
_NAME_BEFORE = re.compile(r"(?P<word>[\w’'-]+)[*_]? $")
# What explains an acronym: a parenthesis that holds it, one that follows it, or words that introduce it.
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]{2,110})\)")
_BEFORE_PARENTHESIS = re.compile(r"\b[A-Z]{2,7}(?=[*_”]* ?$)")
_LEAD_IN = re.compile(
    r"(?:, or|\bcalled|\bknown as|\babbreviated|\bshort for|\bstands for|\bformerly)(?: as| the)? [*_“]*$"
)
_LEAD_OUT = re.compile(r"[,”]+ (?:short for|which stands for|or the [A-Z][a-z])")
# How far before a place these are looked for.
_NEAR = 40
_LONG = 5
_SHOUTED = 4
# Capitalised words before an acronym that make no name with it.
_PLAIN = frozenset({
    "The", "A", "An", "In", "On", "At", "By", "For", "Of", "To", "And", "But", "As", "If", "When", "While", "This",
    "That", "These", "Its", "Their", "Both", "All", "Some", "Former", "Under", "With", "From",
})  # fmt: skip


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each unexplained acronym once, at its first mention."""
    candidates: dict[str, tuple[ItemText, Span]] = {}
    for item in manuscript.items:
        text = item.uncited
        for match in _ACRONYM.finditer(text):
            acronym = match.group()
            if acronym in KNOWN or acronym in WORDS or acronym in candidates or _is_in_name(text, match):
                continue
            if not is_sic(text, match.end()):
                candidates[acronym] = (item, Span(match.start(), match.end()))
    if not candidates:
        return
    full_text = "\n\n".join(item.prose.text for item in manuscript.items)
    own_acronym = "".join(word[0] for word in manuscript.publication.name.split())
    house = frozenset(manuscript.publication.acronyms.known)
    outlets = {source.outlet for source in manuscript.read_issue.sources.values()}
    known = house | {own_acronym} | outlets | _in_parentheses(full_text)
    for acronym, (item, span) in candidates.items():
        if acronym not in known and not _is_introduced(acronym, full_text):
            phrase = spelled_out(acronym, full_text)
            if not phrase and _is_spoken(acronym):
                continue
            yield Finding(
                span=item.file_span(span), message=f"“{acronym}” is never spelled out", help=_help(acronym, phrase)
            )


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Return whether an acronym is part of a longer name, or a common word in capitals."""
    word = match.group().lower()
    if _NAME_AFTER.match(text, match.end()) or (len(word) >= _SHOUTED and re.search(rf"\b{word}\b", text)):
        return True
    before = _NAME_BEFORE.search(text, max(0, match.start() - 30), match.start())
    return before is not None and before["word"][0].isupper() and before["word"] not in _PLAIN


def _in_parentheses(text: str) -> set[str]:
    """Return the acronyms inside parentheses, or before parentheses that contain several words."""
    found: set[str] = set()
    for match in _PARENTHESIS.finditer(text):
        found.update(re.findall(r"\b[A-Z]{2,7}(?=s?\b)", match["inside"]))
        start = match.start()
        before = _BEFORE_PARENTHESIS.search(text, max(0, start - _NEAR), start) if " " in match["inside"] else None
        if before is not None:
            found.add(before.group())
    return found


def _is_introduced(acronym: str, text: str) -> bool:
    """Return whether an acronym follows words such as `known as`, or precedes `short for`, anywhere in the text."""
    return any(
        _LEAD_OUT.match(text, place.end()) or _LEAD_IN.search(text, max(0, place.start() - _NEAR), place.start())
        for place in find_word(acronym, text)
    )


def _is_spoken(acronym: str) -> bool:
    """Return whether an acronym is pronounced like a word: it is long and has several vowels."""
    return len(acronym) >= _LONG and sum(letter in "AEIOUY" for letter in acronym) > 1


def _help(acronym: str, phrase: str) -> str:
    if phrase:
        return f"“{phrase}” is in the text: write “{phrase} ({acronym})” there"
    return f"spell it out at first mention: “full name ({acronym})”"


RULE = Rule("N101", "undefined-acronym", Severity.WARNING, check, languages=ENGLISH)
