"""A sentence, a day, a month, a country or the word “I” that begins with a small letter.

It looks like a slip, and screen readers do not pause before such a sentence. Behind a full stop, any word in small
letters is reported, but in a text for specialists, which has code in it or links to code, only words such as “the” or
“it”: others may be names, such as “curl”. Not reported are words behind an abbreviation, names with a capital inside
(iPhone) or a figure, words without a vowel, and words that the issue has three times or more. At the head of a
paragraph only words such as “the” are reported. Of months, “march”, “may” and “august” are other words, too, and so are
names such as “china”.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          the port in germany opened on monday. it will close in october, i think.

          Rain fell on the quays. wet crates stood there.

Reports:
    4:7 a sentence begins with a small letter: “the”
    4:19 “germany” has a small letter
    4:37 “monday” has a small letter
    4:45 a sentence begins with a small letter: “it”
    4:62 “october” has a small letter
    4:71 “i” has a small letter
    6:31 a sentence begins with a small letter: “wet”

Fixed:
    briefs:
      - title: Harbour Opens
        body: |
          The port in Germany opened on Monday. It will close in October, I think.

          Rain fell on the quays. Wet crates stood there.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block, Pattern
from briefgen.rules.analysis.among_english import is_among_english
from briefgen.rules.analysis.own_matches import OwnMatch, as_own
from briefgen.rules.analysis.own_texts import own_texts
from briefgen.rules.analysis.specialists import is_for_specialists
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH

_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "september", "october", "november", "december",
)  # fmt: skip
_NAME = Pattern(
    rf"(?<![\w@#/.\\'’_=-])(?P<word>(?:{'|'.join(_NAMES)})s?)(?![\w@/\\=_(-]|\.\w)", literals=_NAMES, reach=30
)
# Of countries and peoples, those that are no other words.
_COUNTRIES = (
    "germany", "france", "russia", "russian", "ukraine", "ukrainian", "japanese", "korea", "korean", "europe",
    "european", "american", "africa", "african", "asia", "asian", "britain", "british", "italy", "italian", "spain",
    "spanish", "portugal", "portuguese", "canada", "canadian", "mexico", "mexican", "brazilian", "india",
    "australia", "australian", "israel", "israeli", "iran", "iranian", "iraq", "iraqi", "syria", "syrian", "sweden",
    "swedish", "norway", "norwegian", "denmark", "finland", "finnish", "belgium", "belgian", "austria", "austrian",
    "hungary", "hungarian", "chinese", "taiwan", "taiwanese", "vietnam", "vietnamese", "indonesia", "indonesian",
    "pakistan", "afghanistan", "egypt", "egyptian", "nigeria", "nigerian", "kenya", "kenyan", "ireland", "scotland",
    "scottish", "english", "german", "greek", "czech", "dutch", "swiss", "turkish", "thai", "indian", "french",
    "london", "paris", "berlin", "tokyo", "beijing", "moscow",
)  # fmt: skip
# “In May” ends there, or a year follows: “the state they are in may change”.
_MAY = Pattern(
    r"(?<=[a-z,] )(?:in|until|since|late|early|by|of) (?P<word>may)(?=[.,;)]| (?:and|to) (?:June|July)| \d{4}\b| \x00)",
    literals=(" may",),
    also=tuple(f" may{rest}" for rest in (*".,;)", " \0", " and Ju", " to Ju", *(f" {digit}" for digit in range(10)))),
    reach=30,
)
_COUNTRY = Pattern(
    # Of things that come from nowhere: “french fries”.
    r"(?<=[a-z,] )(?!(?:french|dutch|swiss|turkish|indian|german|greek) (?:fries|fry|toast|press|doors?|windows?|"
    r"beans?|kiss|horns?|bread|onions?|dressing|oven|courage|cheese|chard|army|delight|baths?|summer|measles)\b)"
    rf"(?P<word>(?:{'|'.join(_COUNTRIES)})s?)(?![\w@/\\=_(:’'-]|\.\w)",
    literals=tuple(f" {name}" for name in _COUNTRIES),
    reach=30,
)
_VERBS = (
    "am|have|had|was|think|know|do|did|will|would|can|could|want|wanted|love|hope|believe|guess|went|saw|got|need|feel|"
    "felt"
)
_I = Pattern(
    rf"(?<=[a-z,] )(?P<word>i)(?:['’](?:m|ve|ll|d)| (?:{_VERBS}))(?![\w’'-])",
    literals=(" i ", " i'", " i’"),
    reach=30,
)
_BEGINNINGS = frozenset({
    "a", "after", "all", "also", "although", "an", "and", "another", "as", "at", "because", "before", "both", "but",
    "by", "even", "every", "few", "for", "from", "he", "her", "here", "his", "how", "however", "if", "in", "instead",
    "it", "its", "last", "later", "many", "meanwhile", "more", "most", "my", "no", "nobody", "not", "now", "on",
    "once", "one", "only", "other", "our", "she", "since", "so", "some", "still", "that", "the", "their", "then",
    "there", "these", "they", "this", "those", "though", "to", "today", "two", "under", "until", "we", "what",
    "when", "where", "while", "who", "why", "with", "yet", "you", "your",
})  # fmt: skip
# Behind a word of four letters, or a citation; not behind an abbreviation.
_SENTENCE = expression(r"\. (?:(?<=[a-z]{4}. )|(?<=[\x00\])]. ))(?P<word>[a-z]+)(?= [a-z]|, )")
_ABBREVIATED = ("approx.", "incl.", "dept.", "govt.", "corp.", "resp.", "contd.", "prev.", "temp.", "orig.")
_LONGEST = 8
# A word that an issue has more often may be a name.
_MANY = 2
_VOWEL = expression("[aeiouy]")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each small letter in the place of a capital."""
    sentences = list[OwnMatch]()
    texts = [(path, text.replace("\n", " ")) for path, text in own_texts(manuscript)]
    has_country = any(map("\n".join(text for _, text in texts).__contains__, _COUNTRIES))
    for path, running in texts:
        for pattern in (_NAME, _MAY, _COUNTRY, _I) if has_country else (_NAME, _MAY, _I):
            for match in pattern.finditer(running):
                found = as_own(manuscript, path, match) if is_among_english(match) else None
                if found is not None:
                    yield found.report("word", "{} has a small letter", found["word"].capitalize())
        for match in _SENTENCE.finditer(running):
            is_short = running[max(0, match.start() - _LONGEST) : match.start() + 1].endswith(_ABBREVIATED)
            found = as_own(manuscript, path, match) if not is_short and is_among_english(match) else None
            if found is not None:
                sentences.append(found)
    yield from map(_report, _without_names(manuscript, sentences))
    yield from map(_report, _find_heads(manuscript))


def _report(found: OwnMatch) -> Finding:
    return found.report("word", "a sentence begins with a small letter: {}", found["word"].capitalize())


def _without_names(manuscript: Manuscript, sentences: list[OwnMatch]) -> Iterator[OwnMatch]:
    """Yield the sentences that begin with a word, rather than a name in small letters."""
    are_names = any(each["word"] not in _BEGINNINGS for each in sentences) and is_for_specialists(manuscript)
    for found in sentences:
        word = found["word"]
        if word in _BEGINNINGS or not (are_names or _may_be_name(manuscript, word)):
            yield found


def _may_be_name(manuscript: Manuscript, word: str) -> bool:
    """Return whether a word cannot be spoken, or stands in the issue often."""
    return _VOWEL.search(word) is None or len(re.findall(rf"\b{word}\b", manuscript.document.text)) > _MANY


def _find_heads(manuscript: Manuscript) -> Iterator[OwnMatch]:
    """Yield the first words of paragraphs, where nothing goes on from what stands above them."""
    for item in manuscript.items:
        before: Block | None = None
        for block in item.prose.blocks:
            if block.kind == "paragraph" and item.own_words[block.span.start : block.span.start + 1].islower():
                match = re.compile(r"(?P<word>[a-z]+) (?=[a-z])").match(item.own_words, block.span.start)
                is_word = match is not None and match["word"] in _BEGINNINGS and _ends(item, block)
                if match and is_word and (before is None or before.kind == "heading" or _ends(item, before)):
                    found = as_own(manuscript, item.field, match)
                    if found is not None and is_among_english(match):
                        yield found
            before = block


def _ends(item: ItemText, block: Block) -> bool:
    """Return whether a paragraph ends with the end of a sentence."""
    words = block.span.of(item.prose.visible).rstrip('*_”’")]\x00 \n') if block.kind == "paragraph" else ""
    return words.endswith((".", "!", "?"))


RULE = Rule("T125", "missing-capital", Severity.WARNING, check, languages=ENGLISH)
