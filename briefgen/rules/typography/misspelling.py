"""A misspelt word.

Readers who find one doubt the rest. The rule asks the program `typos`, whose list holds common misspellings instead
of all correct words, so it does not stumble over names and seldom errs. It checks the newsletter's own words in small
letters, of five letters or more, and a few shorter slips such as “teh”, which also have a capital at the beginning of
a sentence; most other short ones are acronyms or names. It leaves out quotations, titles of works, names, words with
an apostrophe for letters left out (“‘rithm”), and other languages. With `language: en-US` or `en-GB` in
`publication.yaml`, it also reports the spellings of the other side of the Atlantic; in British English, both “-ise”
and “-ize” are right, and elsewhere, as with `en-CA` and `en-AU`, both spellings are. Words in `terms.yaml`, and those
under `names: {known: …}`, are never reported.

`./run` installs the program, and so does `pip install typos`. Without it, the rule does not run, and briefgen says so
in one line.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The port recieved it in the preceeding week.

Reports:
    4:16 “recieved” is misspelt
    4:35 “preceeding” is misspelt

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The port received it in the preceding week.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import OwnMatch, find_own
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.rules.vocabulary.short_misspellings import SHORT_MISSPELLINGS

# The beginning of a text, a sentence, a paragraph or an entry of a list.
_START = r"(?:\A|[.!?…:][”’\"')]* |\n\n[*_#>-]* ?|\n[*_#>-]+ )\Z"
_LETTERS = r"[^\W\d_]+"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each misspelt word, once with all its places."""
    corrections = manuscript.misspellings or {}
    text = manuscript.document.text
    short = (word for word in corrections if word in SHORT_MISSPELLINGS and word.capitalize() in text)
    likely = (*(word for word in corrections if word in text), *short)
    if not likely:
        return
    known = _known_words(manuscript)
    small = {word for word in likely if word not in known and not _is_right(manuscript, word, corrections)}
    wrong = (*sorted(small), *(word.capitalize() for word in sorted(small & SHORT_MISSPELLINGS)))
    # Not in addresses, file names, handles and the names of programs, such as `cl-contextl`; nor after an apostrophe
    # for letters left out, as in `‘rithm`, which many programs turn the wrong way.
    expression = rf"(?<![\w@#/\\.‘’'-])(?:{'|'.join(wrong)})(?![\w@/\\]|\.\w)"
    pattern = Pattern(expression, literals=wrong, reach=60)
    found = sorted(find_own(manuscript, pattern, when=_is_slip), key=lambda each: each.match.group())
    for word, places in groupby(found, key=lambda each: each.match.group()):
        is_small = word[0].islower()
        instead = corrections[word.lower()]
        yield _report(list(places), word, instead if is_small else tuple(each.capitalize() for each in instead))


def _is_slip(match: re.Match[str]) -> bool:
    """Return whether a word is in English text, and in small letters unless a sentence begins with it: no name."""
    is_name = match.group()[0].isupper() and not re.search(_START, match.string[: match.start()][-8:])
    return not is_name and is_among_english(match)


def _is_right(manuscript: Manuscript, word: str, corrections: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether a word is right here: the house has a term for it, or it is a British “-ize”."""
    is_british = manuscript.publication.language.lower() == "en-gb"
    is_oxford = is_british and corrections[word] == (word.replace("iz", "is"),)
    return is_oxford or bool(manuscript.terms.find(word))


def _known_words(manuscript: Manuscript) -> frozenset[str]:
    """Return the words, in small letters, of terms, names, outlets and titles of sources."""
    publication, issue = manuscript.publication, manuscript.read_issue
    terms = (text for term in manuscript.terms.entries for text in (term.expected, *term.exceptions))
    sources = (
        text
        for source in issue.sources.values()
        for text in (source.outlet, source.title, source.translated_title, source.author)
        if text
    )
    people = (person.name for item in issue.items for person in (item.author, *item.authors) if person)
    texts = (*terms, *sources, *people, *publication.names.known, *publication.acronyms.known, publication.name)
    return frozenset(re.findall(_LETTERS, " ".join(texts).lower()))


def _report(places: list[OwnMatch], word: str, corrections: tuple[str, ...]) -> Finding:
    spans = sorted(each.span() for each in places)
    is_certain = len(corrections) == 1
    edits = tuple(each.edit(each.span(), corrections[0]) for each in places)
    title = f"write “{corrections[0]}”"
    return Finding(
        span=spans[0],
        message=f"“{word}” is misspelt",
        help=title if is_certain else f"did you mean {' or '.join(f'“{each}”' for each in corrections)}?",
        related=tuple(Related(span, "here too") for span in spans[1:]),
        fix=Fix(title, edits, is_safe=False) if is_certain else None,
    )


RULE = Rule("T114", "misspelling", Severity.WARNING, check, languages=ENGLISH, needs_spelling=True)
