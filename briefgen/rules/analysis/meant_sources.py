"""Uncited sources that a text means without citing them: in a link, a footnote, or a citation with a slip."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefgen.citations import Citation, TypedDate, find_citations, to_typed, write_date, write_group
from briefgen.citations.east_asian import is_slip_of
from briefgen.citations.subject_names import is_publisher
from briefgen.manuscript import FieldText, Manuscript
from briefgen.markdown import Opaque, parse_field, words_in
from briefgen.model import PartialDate, Source, fold_name, host_of, nearest
from briefgen.model.same_address import normalised
from briefgen.rules.analysis.new_sources import read_date
from briefgen.rules.analysis.outlet_addresses import find_behind_address
from briefgen.yamltext import Path, Span

# Strings, so that `re` compiles them on first use.
_UNCLOSED = r"\((?P<words>[^()\n\x00]{3,80}?)(?=[.,;]?[ \t]*(?:\n|\Z)|(?<![A-Z])\.[ \t]+[A-Z])"
_LINK_AROUND = (r"[(\[]\s*\Z", r"\s*[)\]]")
_NAMED = (
    r"[(\[](?P<lead>(?i:via|sources?:?|per|see|from|h/t|credit:?|according to|(?:as )?reported by)\s+)?"
    r"(?:the )?(?P<name>[A-Z][\w .&’'-]{1,60})[)\]]"
)
_FEWEST_WORDS = 3
_LONGEST_NAME = 6
_SHORT = 4


class Meaning(Struct, frozen=True):
    """A place in a text that means an uncited source."""

    text: FieldText
    span: Span
    key: str
    is_address: bool = False
    """Whether it is an address that stands in the text as such."""


def meant_keys(manuscript: Manuscript) -> frozenset[str]:
    """Return the keys of the uncited sources that the issue means somewhere."""
    if not manuscript.uncited_sources:
        return frozenset()
    lost = [citation for _, _, citation, found in manuscript.citations() if not found.keys]
    finders = (find_near, find_behind_address, find_misspelt, find_swapped, find_other_day, find_undated)
    near = (find(manuscript, citation) for citation in lost if not citation.key for find in finders)
    meanings = (
        *find_links(manuscript),
        *find_notes(manuscript),
        *find_lone_outlets(manuscript),
        *find_unclosed(manuscript),
        *find_named_outlets(manuscript),
    )
    return frozenset({*near, *(each.key for each in meanings)} - {""})


def closest_keys(manuscript: Manuscript) -> frozenset[str]:
    """Return the keys of sources that citations without a source may mean, because they look like it."""
    missing = [each for _, _, each, found in manuscript.citations() if not found.keys]
    sources = manuscript.read_issue.sources
    keyed = (nearest(each.key, sources) or "" for each in missing if each.key)
    typed = (find_closest(manuscript, each) for each in missing if not each.key)
    return frozenset({*keyed, *typed} - {""})


def find_near(manuscript: Manuscript, citation: Citation) -> str:
    """Return the one source that a typed citation means by another name, of its day; or "".

    It is by the author whom the citation names, or nobody cites it, or its outlet is spelt nearly so. If a listed
    source is of the same outlet, that is closer.
    """
    wanted = read_date(manuscript, citation) if citation.date else None
    by_author = find_by_author(manuscript, citation)
    if by_author:
        return by_author
    if wanted is None or wanted.day is None or find_closest(manuscript, citation):
        return ""
    found = [key for key, source in manuscript.uncited_sources.items() if source.date == wanted]
    if not found and not manuscript.outlets.is_written(citation.outlet):
        name = fold_name(citation.outlet)
        found = [
            key
            for key, source in manuscript.read_issue.sources.items()
            if source.date == wanted and _is_spelt_nearly(name, fold_name(source.outlet))
        ]
    return found[0] if len(found) == 1 else ""


def is_same_name(manuscript: Manuscript, citation: Citation, key: str) -> bool:
    """Return whether a typed citation names a source by a misspelt name, by its author, or by a part of its name."""
    source, outlets = manuscript.read_issue.sources[key], manuscript.outlets
    if find_by_author(manuscript, citation) == key:
        return True
    if outlets.is_written(citation.outlet) and outlets.is_written(source.outlet):
        return bool(outlets.ids(citation.outlet) & outlets.ids(source.outlet))
    name, other = fold_name(citation.outlet), fold_name(source.outlet)
    if is_slip_of(name, {other}):
        return _is_spelt_nearly(name, other)
    if min(len(name), len(other)) <= _SHORT:
        # One letter makes another agency: APA and DPA; but nobody means NTY.
        return sorted(name) == sorted(other)
    is_part = f" {name} " in f" {other} " or f" {other} " in f" {name} "
    return is_part or nearest(name, [other]) is not None


def _is_spelt_nearly(name: str, other: str) -> bool:
    """Return whether two names are spelt nearly alike; one of few Hanzi makes another newspaper."""
    return nearest(name, [other]) is not None or (is_slip_of(name, {other}) and not is_publisher(name))


def find_by_author(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source whose author a typed citation names in place of the outlet; or ""."""
    if citation.date is None or manuscript.outlets.is_written(citation.outlet):
        return ""
    name = citation.outlet.casefold()
    last = name.rpartition(" ")[2]
    sources = manuscript.read_issue.sources
    # `Brandt` and `O. Brandt` for “Ole Brandt”, but not `Harbor Brandt`.
    found = [
        key
        for key, source in sources.items()
        if source.author and (author := source.author.casefold()).rpartition(" ")[2] == last
        if name in {last, author} or name.partition(" ")[0].rstrip(".") == author[:1]
    ]
    dated = [key for key in found if sources[key].date == read_date(manuscript, citation)]
    return dated[0] if len(dated) == 1 else found[0] if len(found) == 1 else ""


def find_misspelt(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source of the day of a typed citation whose outlet is misspelt: `Reutres` for `Reuters`; or ""."""
    wanted = read_date(manuscript, citation) if citation.date else None
    outlets = manuscript.outlets
    if wanted is None or not outlets.is_written(citation.outlet):
        return ""
    ids = outlets.ids(citation.outlet)
    found = [
        key
        for key, source in manuscript.read_issue.sources.items()
        if source.date == wanted
        and (
            (not outlets.is_written(source.outlet) and nearest(fold_name(source.outlet), [fold_name(citation.outlet)]))
            # Its address is that of the outlet which is cited.
            or (
                source.url
                and ids & {each.id for each in outlets.at_host(host_of(source.url))} - outlets.ids(source.outlet)
            )
        )
    ]
    return found[0] if len(found) == 1 else ""


def find_other_day(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source nearest to a typed citation, of its outlet, if nobody cites it; or ""."""
    key = find_closest(manuscript, citation)
    return key if key in manuscript.uncited_sources and has_own_day(manuscript, key) else ""


def find_swapped(manuscript: Manuscript, citation: Citation) -> str:
    """Return the one uncited source of a citation's outlet whose day is its month, and its month its day; or ""."""
    wanted = read_date(manuscript, citation) if citation.date else None
    if wanted is None or wanted.day is None or wanted.day == wanted.month:
        return ""
    ids = manuscript.outlets.ids(citation.outlet)
    found = [
        key
        for key, source in manuscript.uncited_sources.items()
        if source.date and (source.date.month, source.date.day) == (wanted.day, wanted.month)
        if source.date.year == wanted.year and ids & manuscript.outlets.ids(source.outlet)
    ]
    return found[0] if len(found) == 1 else ""


def find_undated(manuscript: Manuscript, citation: Citation) -> str:
    """Return the one source of a citation's outlet that has no date, not even `undated`, if nobody cites it; or ""."""
    ids = manuscript.outlets.ids(citation.outlet)
    uncited = manuscript.uncited_sources.items()
    found = [key for key, source in uncited if source.date is None and ids & manuscript.outlets.ids(source.outlet)]
    return found[0] if len(found) == 1 else ""


def has_lost_citation(manuscript: Manuscript) -> bool:
    """Return whether a citation may be lost: one that is malformed and names no key, or an item without any."""
    # A suggestion without a key has not been matched with a source.
    malformed = any("@" not in each.suggestion for text in manuscript.citing_fields for each in text.scan.malformed)
    return malformed or any(not (item.groups or item.links) for item in manuscript.items)


def find_closest(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source of the same outlet whose date is nearest to that of a typed citation; or ""."""
    wanted = read_date(manuscript, citation) if citation.date else None
    if wanted is None:
        return ""
    ids = manuscript.outlets.ids(citation.outlet)
    sources = manuscript.read_issue.sources.items()
    gaps = {
        key: abs((source.date.earliest - wanted.earliest).days)
        for key, source in sources
        if source.date and ids & manuscript.outlets.ids(source.outlet)
    }
    return min(gaps, key=lambda key: gaps[key], default="")


def find_links(manuscript: Manuscript) -> Iterator[Meaning]:
    """Yield the links to addresses of uncited sources."""
    keys = {normalised(source.url): key for key, source in manuscript.uncited_sources.items() if source.url}
    for text in manuscript.citing_fields if keys else ():
        for opaque in text.prose.opaque:
            key = keys.get(_read_address(opaque)) if opaque.kind in {"link", "address"} else None
            if key:
                yield Meaning(text, _with_parentheses(text, opaque.span), key, is_address=opaque.kind == "address")


def _read_address(opaque: Opaque) -> str:
    try:
        return normalised(opaque.address)
    except ValueError:
        return ""


def _with_parentheses(text: FieldText, span: Span) -> Span:
    """Return the span of a link with the parentheses that hold nothing else."""
    whole = text.prose.text
    before = re.compile(_LINK_AROUND[0]).search(whole, max(0, span.start - 3), span.start)
    after = re.compile(_LINK_AROUND[1]).match(whole, span.end)
    return Span(before.start(), after.end()) if before and after else span


def find_notes(manuscript: Manuscript) -> Iterator[Meaning]:
    """Yield the references to footnotes that name an uncited source instead of citing it."""
    uncited = manuscript.uncited_sources
    for text in manuscript.items if uncited else ():
        for label, note in text.prose.body.notes:
            words = " ".join(words_in(note.children, str).split())
            key = _read_note(manuscript, text.field, words, uncited)
            at = text.prose.text.find(f"[^{label}]")
            if key and at >= 0:
                yield Meaning(text, Span(at, at + len(label) + 3), key)


def _read_note(manuscript: Manuscript, path: Path, words: str, uncited: Mapping[str, Source]) -> str:
    """Return the key of the source that a note names: by a typed citation without parentheses, or by its title."""
    typed = _read_typed(manuscript, path, words.strip(" .()"), uncited)
    if typed:
        return typed
    folded = words.casefold()
    titled = [
        key
        for key, source in uncited.items()
        if source.title and len(source.title.split()) >= _FEWEST_WORDS and source.title.casefold() in folded
    ]
    return titled[0] if len(titled) == 1 else ""


def _read_typed(manuscript: Manuscript, path: Path, words: str, uncited: Mapping[str, Source]) -> str:
    """Return the key of the one uncited source that a typed citation, given without parentheses, refers to."""
    known = frozenset(fold_name(source.outlet) for source in uncited.values())
    tag = manuscript.tag_at(path)
    groups = find_citations(parse_field(f"({words})"), manuscript.outlets, known, language=tag).groups
    found = {key for group in groups for each in group.citations for key in manuscript.resolver.resolve(each).keys}
    return found.pop() if len(found) == 1 and found <= uncited.keys() else ""


def find_unclosed(manuscript: Manuscript) -> Iterator[Meaning]:
    """Yield typed citations of uncited sources without a closing parenthesis: `(Reuters, June 2.`."""
    uncited = manuscript.uncited_sources
    for text in manuscript.items if uncited else ():
        for match in re.finditer(_UNCLOSED, text.prose.visible):
            key = _read_typed(manuscript, text.field, match["words"], uncited)
            if key:
                yield Meaning(text, Span(match.start(), match.end("words")), key)


def find_lone_outlets(manuscript: Manuscript) -> Iterator[Meaning]:
    """Yield outlets of uncited sources that are cited without a date: `(AP)`; each outlet has one such source."""
    uncited = manuscript.uncited_sources
    outlets = manuscript.outlets
    for text, group, citation, _ in manuscript.citations() if uncited else ():
        if citation.lacks_date and not _is_gloss(manuscript, text, group.span.start, citation.outlet):
            ids = outlets.ids(citation.outlet)
            keys = [key for key, source in uncited.items() if ids & outlets.ids(source.outlet)]
            if len(keys) == 1:
                yield Meaning(text, citation.span, keys[0])


def find_named_outlets(manuscript: Manuscript) -> Iterator[Meaning]:
    """Yield outlets that are named as a source without a date, `(via BBC)` and `[BBC]`; each has one source."""
    if not manuscript.cited_keys:
        return
    keys: dict[str, list[str]] = {}
    for key, source in manuscript.read_issue.sources.items():
        for each in manuscript.outlets.ids(source.outlet):
            keys.setdefault(each, []).append(key)
    for text in manuscript.citing_fields:
        groups = [group.span for group in text.groups]
        for match in re.finditer(_NAMED, text.prose.visible):
            span = Span(*match.span())
            is_remark = match["lead"] is None and (match.group()[0] == "(" or not _ends_claim(text, span))
            if is_remark or any(each.start < span.end and span.start < each.end for each in groups):
                continue
            found = {key for each in manuscript.outlets.ids(match["name"]) for key in keys.get(each, ())}
            if len(found) == 1 and not _is_gloss(manuscript, text, span.start, match["name"]):
                yield Meaning(text, span, found.pop())


def _ends_claim(text: FieldText, span: Span) -> bool:
    """Return whether a bracket stands where a citation does: outside of quotations, at the end of a clause."""
    after = text.prose.visible[span.end :].lstrip(" ")[:1]
    return after in {"", ".", ",", ";", ":", "\n"} and not text.prose.is_quoted(span)


def _is_gloss(manuscript: Manuscript, text: FieldText, end: int, name: str) -> bool:
    """Return whether a name in parentheses explains the words before it: `the Associated Press (AP)`."""
    before = text.prose.visible[max(0, end - 120) : end].split()[-_LONGEST_NAME:]
    ids = manuscript.outlets.ids(name)
    if any(ids & manuscript.outlets.ids(" ".join(before[at:])) for at in range(len(before))):
        return True
    letters = "".join(each for each in name if each.isalpha())
    initials = "".join(word[0] for word in before[-len(letters) :] if word[:1].isalpha())
    return name.isupper() and initials.casefold() == letters.casefold()


def suggest(manuscript: Manuscript, key: str, path: Path) -> str:
    """Return a citation of a source, at a path, in the form that the issue uses most: `(AP, May 30)`, `[@ap]`."""
    forms = [group.form for _, group, _, _ in manuscript.citations()]
    written = suggest_typed(manuscript, key, path) if forms.count("typed") > forms.count("keyed") else ""
    return written or f"[@{key}]"


def suggest_typed(manuscript: Manuscript, key: str, path: Path) -> str:
    """Return the typed citation of a source at a path, `(AP, May 30)`, if it cites no other source; or ""."""
    language, day = manuscript.written_language(path), suggest_date(manuscript, key, path)
    outlet = manuscript.read_issue.sources[key].outlet
    return write_group([f"{outlet}{language.labels.comma}{day}"], language) if day else ""


def suggest_date(manuscript: Manuscript, key: str, path: Path) -> str:
    """Return the day of a source as it is typed at a path, if no other source of its outlet has it; or ""."""
    return (
        write_date(_day_of(manuscript, key), manuscript.written_language(path)) if has_own_day(manuscript, key) else ""
    )


def has_own_day(manuscript: Manuscript, key: str) -> bool:
    """Return whether a source has a day, and no other source of its outlet the same."""
    source = manuscript.read_issue.sources[key]
    if source.date is None or source.date.day is None:
        return False
    citation = Citation(Span(0, 0), outlet=source.outlet, date=_day_of(manuscript, key))
    return manuscript.resolver.resolve(citation).keys == (key,)


def _day_of(manuscript: Manuscript, key: str) -> TypedDate:
    return to_typed(manuscript.read_issue.sources[key].date or PartialDate(), manuscript.resolver.year)
