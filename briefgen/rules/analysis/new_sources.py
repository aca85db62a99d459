"""Sources that an issue cites in typed form and does not list: their keys, and the lines that would list them."""

from collections.abc import Iterator, Mapping
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, TypedDate
from briefgen.manuscript import Manuscript
from briefgen.model import PartialDate, make_slug
from briefgen.rules.analysis.lateness import is_too_late
from briefgen.yamltext import Document, Edit, Node, Span, quote_if_needed
from briefgen.yamltext import Mapping as Block

_LONGEST_KEY = 64


class NewSource(Struct, frozen=True):
    """A source to be listed."""

    key: str
    outlet: str
    date: PartialDate
    suffix: str
    author: str
    edits: tuple[Edit, ...]
    """They list it: the last is its entry, before it may stand what begins the list."""


def plan_sources(manuscript: Manuscript) -> Mapping[Citation, NewSource]:
    """Return the source that each typed citation without one asks for.

    Left out are citations for which none can be added without changing what another citation means, and all of
    them where the list is laid out so that nobody can say how to go on.
    """
    missing = [each for _, _, each, found in manuscript.citations() if each.date is not None and not found.keys]
    place = _find_place(manuscript.document) if missing else None
    if place is None:
        return {}
    issue, meanings = manuscript.read_issue, _Meanings.of(manuscript)
    taken = {*issue.sources, *(each.key for _, _, each, _ in manuscript.citations())}
    planned: dict[tuple[str, PartialDate, str], NewSource] = {}
    found: dict[Citation, NewSource] = {}
    for citation in missing:
        date = read_date(manuscript, citation)
        if date is None or is_too_late(date, issue) or meanings.would_change(manuscript, citation, date):
            continue
        names = [(name, date, _suffix(citation)) for name in manuscript.outlets.ids(citation.outlet)]
        source = next((planned[name] for name in names if name in planned), None)
        if source is None:
            source = _make(manuscript, citation, date, place, taken)
            taken.add(source.key)
        found[citation] = source
        planned |= dict.fromkeys(names, source)
    return found


def _suffix(citation: Citation) -> str:
    return citation.date.suffix if citation.date else ""


def read_date(manuscript: Manuscript, citation: Citation) -> PartialDate | None:
    """Return the date that a typed citation means, with the issue's year where it names none."""
    return (citation.date or TypedDate(is_undated=True)).resolve(manuscript.resolver.year)


class _Meanings(Struct, frozen=True):
    """What the citations of an issue mean now, by outlet, so that many new sources can be held against it."""

    led: frozenset[tuple[str, PartialDate]]
    """Dates of typed citations that have a source."""
    suffixes: Mapping[tuple[str, PartialDate], frozenset[str]]
    """Letters with which citations without a source are typed; one of them is none."""

    @classmethod
    def of(cls, manuscript: Manuscript) -> "_Meanings":
        """Collect them."""
        led: set[tuple[str, PartialDate]] = set()
        suffixes: dict[tuple[str, PartialDate], frozenset[str]] = {}
        for _, _, citation, found in manuscript.citations():
            date = read_date(manuscript, citation) if citation.date else None
            for name in manuscript.outlets.ids(citation.outlet) if date else ():
                if found.keys and date:
                    led.add((name, date))
                elif date:
                    suffixes[name, date] = suffixes.get((name, date), frozenset()) | {_suffix(citation)}
        return cls(frozenset(led), suffixes)

    def would_change(self, manuscript: Manuscript, citation: Citation, date: PartialDate) -> bool:
        """Return whether a new source would be taken for that of another citation, or share its letters."""
        plain = replace(citation, date=citation.date._replace(suffix="", year=date.year)) if citation.date else citation
        if _suffix(citation) and manuscript.resolver.resolve(plain).keys:
            return True
        wider = {date, *(PartialDate(date.year, month) for month in {date.month, None} if date.year is not None)}
        names = manuscript.outlets.ids(citation.outlet)
        letters = frozenset[str]().union(*(self.suffixes.get((name, date), frozenset()) for name in names))
        return any((name, each) in self.led for name in names for each in wider) or (len(letters) > 1 and "" in letters)


class _Place(Struct, frozen=True):
    """Where an entry goes, and how it is written there."""

    at: int
    template: str
    heads: tuple[Edit, ...] = ()


def _find_place(document: Document) -> _Place | None:
    """Return where a list of sources goes on, or begins where there is none."""
    line_break = "\r\n" if "\r\n" in document.text else "\n"
    block = document.node("sources")
    if isinstance(block, Block) and block.entries:
        return _find_end(document, block, line_break)
    template = _in_lines("  ", line_break)
    if block is None:
        return _find_foot(document, template, line_break)
    key = document.key_span("sources")
    if key is None or document.lines.position(key.start).column != 1:
        return None
    rest = _rest_of_line(document, max(block.span.end, key.end + 1))
    if rest is None:
        return None
    heads = (Edit(block.span, ""),) if block.span.start < block.span.end else ()
    gap = Span(key.end + 1, max(key.end + 1, block.span.start))
    if heads and not gap.of(document.text).strip():
        heads = (Edit(Span(gap.start, block.span.end), ""),)
    return _Place(max(block.span.end, key.end + 1) + len(rest), template, heads)


def _find_foot(document: Document, template: str, line_break: str) -> _Place | None:
    root = document.root
    if not isinstance(root, Block) or not root.entries or _is_flow(document, root):
        return None
    # An issue that is indented as a whole, or ends with a marker, is nothing that people write.
    if document.lines.position(root.entries[0].key.span.start).column != 1 or "\n..." in document.text:
        return None
    at = len(document.text.rstrip())
    end = document.text.find("\n", at)
    at = len(document.text) if end < 0 else end - (line_break == "\r\n")
    return _Place(at, template, (Edit(Span(at, at), f"{line_break}sources:", stacks=True),))


def _find_end(document: Document, block: Block, line_break: str) -> _Place | None:
    """Return the place after the last entry, a comment beside it included; entries are laid out as the first."""
    last = _last_value(document, block)
    if _is_flow(document, block):
        return _Place(last.span.end, ", {key}: {{outlet: {outlet}, date: {date}{more}}}")
    first = document.lines.position(block.entries[0].key.span.start)
    margin = document.lines.line(first.line)[: first.column - 1]
    rest = _rest_of_line(document, last.span.end)
    if rest is None or margin.strip() or not margin:
        return None
    return _Place(last.span.end + len(rest), _in_lines(margin, line_break))


def _last_value(document: Document, block: Block) -> Node:
    """Return the last value that is written in a list; the span of a block itself may reach over comments."""
    last = block.entries[-1].value
    while isinstance(last, Block) and last.entries and not _is_flow(document, last):
        last = last.entries[-1].value
    return last


def _rest_of_line(document: Document, at: int) -> str | None:
    """Return what stands on a line after a place if that is nothing or a comment."""
    place = document.lines.position(at)
    rest = document.lines.line(place.line)[place.column - 1 :]
    return rest if not rest.strip() or rest.lstrip().startswith("#") else None


def _is_flow(document: Document, block: Block) -> bool:
    return document.text[block.span.start : block.span.start + 1] == "{"


def _in_lines(margin: str, line_break: str) -> str:
    lines = (f"{margin}{{key}}:", f"{margin}  outlet: {{outlet}}", f"{margin}  date: {{date}}{{more}}")
    return "".join(f"{line_break}{line}" for line in lines)


def _make(manuscript: Manuscript, citation: Citation, date: PartialDate, place: _Place, taken: set[str]) -> NewSource:
    key = _key(manuscript, citation.outlet, date, taken)
    suffix = _suffix(citation)
    extra = [(name, value) for name, value in (("suffix", suffix), ("author", citation.author)) if value]
    joint = ", " if place.template.startswith(",") else place.template.rpartition("date:")[0].rpartition("{outlet}")[2]
    more = "".join(f"{joint}{name}: {quote_if_needed(value)}" for name, value in extra)
    text = place.template.format(key=key, outlet=quote_if_needed(citation.outlet), date=date, more=more)
    entry = Edit(Span(place.at, place.at), text, stacks=True)
    return NewSource(key, citation.outlet, date, suffix, citation.author, (*place.heads, entry))


def _key(manuscript: Manuscript, outlet: str, date: PartialDate, taken: set[str]) -> str:
    """Return a key that nothing has and nothing cites: words of the outlet, or its id where it has no Latin letters."""
    stem = make_slug(outlet) or next((make_slug(each.id) for each in manuscript.outlets.named(outlet)), "") or "source"
    whole = f"{stem[: _LONGEST_KEY - len(f'-{date}-99')].strip('-')}-{date}"
    return next(key for key in _numbered(whole) if key not in taken)


def _numbered(key: str) -> Iterator[str]:
    return chain([key], (f"{key}-{number}" for number in count(2)))
