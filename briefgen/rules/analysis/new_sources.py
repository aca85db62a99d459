"""Plans new entries for typed citations whose sources are not listed: their keys and YAML lines."""

from collections.abc import Iterator, Mapping
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, TypedDate
from briefgen.manuscript import Manuscript
from briefgen.model import PartialDate, make_slug
from briefgen.rules.analysis.lateness import is_too_late
from briefgen.rules.analysis.list_ends import find_last_value, is_flow, rest_of_line
from briefgen.yamltext import Document, Edit, Span, quote_if_needed
from briefgen.yamltext import Mapping as Block

_LONGEST_KEY = 64


class NewSource(Struct, frozen=True):
    """A source to add to the list."""

    key: str
    outlet: str
    date: PartialDate
    suffix: str
    author: str
    edits: tuple[Edit, ...]
    """The edits that add it; the last one adds the entry, an earlier one may start the list."""


def plan_sources(manuscript: Manuscript) -> Mapping[Citation, NewSource]:
    """Plan a source for each typed citation without one.

    Skips citations whose new source would change the resolution of other citations, and those of an outlet with a
    source that lacks its date, which is probably meant. Returns nothing if the layout of the list does not show how to
    continue it.
    """
    missing = [each for _, _, each, found in manuscript.citations() if _is_dated(each) and not found.keys]
    place = _find_insertion(manuscript.document) if missing else None
    if place is None:
        return {}
    issue, current = manuscript.read_issue, _CurrentResolutions.of(manuscript)
    taken = {*issue.sources, *(each.key for _, _, each, _ in manuscript.citations())}
    planned: dict[tuple[str, PartialDate, str], NewSource] = {}
    found: dict[Citation, NewSource] = {}
    for citation in missing:
        date = read_date(manuscript, citation)
        if (
            date is None
            or _may_be_listed(manuscript, citation)
            or is_too_late(date, issue)
            or current.would_change(manuscript, citation, date)
        ):
            continue
        names = [(name, date, _suffix(citation)) for name in manuscript.outlets.ids(citation.outlet)]
        source = next((planned[name] for name in names if name in planned), None)
        if source is None:
            source = _make(manuscript, citation, date, place, taken)
            taken.add(source.key)
        found[citation] = source
        planned |= dict.fromkeys(names, source)
    return found


def _may_be_listed(manuscript: Manuscript, citation: Citation) -> bool:
    """Return whether a source of a citation's outlet has no date."""
    undated = [source for source in manuscript.read_issue.sources.values() if source.date is None]
    ids = manuscript.outlets.ids(citation.outlet) if undated else frozenset()
    return any(ids & manuscript.outlets.ids(source.outlet) for source in undated)


def _is_dated(citation: Citation) -> bool:
    """Return whether a citation has the date of one source; a range or a season has not."""
    return citation.date is not None and citation.date.last is None and not citation.date.season


def _suffix(citation: Citation) -> str:
    return citation.date.suffix if citation.date else ""


def read_date(manuscript: Manuscript, citation: Citation) -> PartialDate | None:
    """Return the date of a typed citation, with the issue's year if it names none; None if it does not exist."""
    return (citation.date or TypedDate(is_undated=True)).resolve(manuscript.resolver.year)


class _CurrentResolutions(Struct, frozen=True):
    """How the issue's citations resolve now, by outlet, to check new sources against."""

    resolved: frozenset[tuple[str, PartialDate]]
    """Outlets and dates of typed citations that have a source."""
    suffixes: Mapping[tuple[str, PartialDate], frozenset[str]]
    """Letters of typed citations without a source; "" for those without a letter."""

    @classmethod
    def of(cls, manuscript: Manuscript) -> "_CurrentResolutions":
        """Collect the resolutions of all citations."""
        resolved: set[tuple[str, PartialDate]] = set()
        suffixes: dict[tuple[str, PartialDate], frozenset[str]] = {}
        for _, _, citation, found in manuscript.citations():
            date = read_date(manuscript, citation) if citation.date else None
            for name in manuscript.outlets.ids(citation.outlet) if date else ():
                if found.keys and date:
                    resolved.add((name, date))
                elif date:
                    suffixes[name, date] = suffixes.get((name, date), frozenset()) | {_suffix(citation)}
        return cls(frozenset(resolved), suffixes)

    def would_change(self, manuscript: Manuscript, citation: Citation, date: PartialDate) -> bool:
        """Return whether a new source would change another citation's resolution, or make its letter ambiguous."""
        plain = replace(citation, date=citation.date._replace(suffix="", year=date.year)) if citation.date else citation
        if _suffix(citation) and manuscript.resolver.resolve(plain).keys:
            return True
        wider = {date, *(PartialDate(date.year, month) for month in {date.month, None} if date.year is not None)}
        names = manuscript.outlets.ids(citation.outlet)
        letters = frozenset[str]().union(*(self.suffixes.get((name, date), frozenset()) for name in names))
        return any((name, each) in self.resolved for name in names for each in wider) or (
            len(letters) > 1 and "" in letters
        )


class _Insertion(Struct, frozen=True):
    """Where to insert an entry, and its template."""

    at: int
    template: str
    heads: tuple[Edit, ...] = ()


def _find_insertion(document: Document) -> _Insertion | None:
    """Return the insertion point in the list of sources, or where to start a list; None if the layout is unusual."""
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
    rest = rest_of_line(document, max(block.span.end, key.end + 1))
    if rest is None:
        return None
    heads = (Edit(block.span, ""),) if block.span.start < block.span.end else ()
    gap = Span(key.end + 1, max(key.end + 1, block.span.start))
    if heads and not gap.of(document.text).strip():
        heads = (Edit(Span(gap.start, block.span.end), ""),)
    return _Insertion(max(block.span.end, key.end + 1) + len(rest), template, heads)


def _find_foot(document: Document, template: str, line_break: str) -> _Insertion | None:
    root = document.root
    if not isinstance(root, Block) or not root.entries or is_flow(document, root):
        return None
    # Nobody writes an issue that is indented as a whole or has an end marker.
    if document.lines.position(root.entries[0].key.span.start).column != 1 or "\n..." in document.text:
        return None
    at = len(document.text.rstrip())
    end = document.text.find("\n", at)
    at = len(document.text) if end < 0 else end - (line_break == "\r\n")
    return _Insertion(at, template, (Edit(Span(at, at), f"{line_break}sources:", stacks=True),))


def _find_end(document: Document, block: Block, line_break: str) -> _Insertion | None:
    """Return the insertion point after the last entry and its comment; the layout follows the first entry."""
    last = find_last_value(document, block)
    if is_flow(document, block):
        return _Insertion(last.span.end, ", {key}: {{outlet: {outlet}, date: {date}{more}}}")
    first = document.lines.position(block.entries[0].key.span.start)
    margin = document.lines.line(first.line)[: first.column - 1]
    rest = rest_of_line(document, last.span.end)
    if rest is None or margin.strip() or not margin:
        return None
    return _Insertion(last.span.end + len(rest), _in_lines(margin, line_break))


def _in_lines(margin: str, line_break: str) -> str:
    lines = (f"{margin}{{key}}:", f"{margin}  outlet: {{outlet}}", f"{margin}  date: {{date}}{{more}}")
    return "".join(f"{line_break}{line}" for line in lines)


def _make(
    manuscript: Manuscript, citation: Citation, date: PartialDate, place: _Insertion, taken: set[str]
) -> NewSource:
    key = _key(manuscript, citation.outlet, date, taken)
    suffix = _suffix(citation)
    extra = [(name, value) for name, value in (("suffix", suffix), ("author", citation.author)) if value]
    joint = ", " if place.template.startswith(",") else place.template.rpartition("date:")[0].rpartition("{outlet}")[2]
    more = "".join(f"{joint}{name}: {quote_if_needed(value)}" for name, value in extra)
    text = place.template.format(key=key, outlet=quote_if_needed(citation.outlet), date=date, more=more)
    entry = Edit(Span(place.at, place.at), text, stacks=True)
    return NewSource(key, citation.outlet, date, suffix, citation.author, (*place.heads, entry))


def _key(manuscript: Manuscript, outlet: str, date: PartialDate, taken: set[str]) -> str:
    """Return an unused key made from the outlet's name, or from its id if the name has no Latin letters."""
    stem = make_slug(outlet) or next((make_slug(each.id) for each in manuscript.outlets.named(outlet)), "") or "source"
    base = f"{stem[: _LONGEST_KEY - len(f'-{date}-99')].strip('-')}-{date}"
    return next(key for key in _numbered(base) if key not in taken)


def _numbered(key: str) -> Iterator[str]:
    return chain([key], (f"{key}-{number}" for number in count(2)))
