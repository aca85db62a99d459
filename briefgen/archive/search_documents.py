"""What the search indexes of an issue: each item as its page has it, with what results are filtered by and show."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.archive.archive import Archive
from briefgen.archive.entry import Entry, EntryItem, EntrySource
from briefgen.archive.names import find_usual_names
from briefgen.expressions import expression
from briefgen.model.scripts import UNSPACED_LETTERS

DOCUMENTS = "3"
"""Changes whenever the documents of the same issues would."""
_BETWEEN_WORDS = expression(
    rf"(?<=\w)(?=[{UNSPACED_LETTERS}])|(?<=[{UNSPACED_LETTERS}])(?=\w|\Z)",
)
"""Where a space is missing for Pagefind, which splits texts into words at spaces and finds the beginnings of words.
Here, each ideograph becomes a word, and the page of the search asks for several as a phrase."""
_TAG = expression("(<[^>]*>)")
_UNREAD = expression("(?s)<style>.*?</style>|<img [^>]*>")
"""Pagefind takes the address of the first picture for words of the text."""
_START = expression(r'<([a-z][a-z0-9]*)[^>]*? id="([^"]*)"')
_MOST_ITEMS = 9_999
_HEAD, _HEAD_END = "<head>", "</head>"
_SOURCES = "sources"
"""The anchor of the heading above the sources."""


class SearchFilters(Struct, frozen=True):
    """By which values results can be filtered, in the order in which they are offered."""

    years: tuple[str, ...]
    sections: tuple[str, ...]
    outlets: tuple[str, ...]


def find_filters(archive: Archive) -> SearchFilters:
    """Return the years, sections and outlets of all issues."""

    def sort(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=archive.language.sort_key))

    return SearchFilters(
        tuple(year for year, _ in archive.years),
        sort({section for entry in archive.entries for section in _list_sections(entry.items)}),
        sort(set(name_outlets_of(archive).values()) - {""}),
    )


def name_outlets_of(archive: Archive) -> dict[str, str]:
    """Return the names of all outlets by their keys, as issues use them most."""
    return find_usual_names((source.outlet_id, source.outlet) for entry in archive.entries for source in entry.sources)


def make_documents(entry: Entry, page: bytes, outlets: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield what is indexed of each item of an issue, as HTML, with its anchor; `outlets` are their names.

    A brief comes with the sources that it cites. Everything else on the page belongs to the feature: what no item
    cites, and briefs for which the publication's template has no element with their anchor. In the texts of the page,
    spaces stand between ideographs.
    """
    text = _UNREAD.sub("", page.decode(errors="replace"))
    head, _, body = text.partition(_HEAD_END)
    start = f"{head.partition(_HEAD)[0]}{_HEAD}"
    pieces = [piece if piece.startswith("<") else _BETWEEN_WORDS.sub(" ", piece) for piece in _TAG.split(body)]
    feature, *briefs = entry.items
    anchors = {_SOURCES, *(brief.anchor for brief in briefs), *(source.anchor for source in entry.sources)}
    found = _find_elements(pieces, anchors)
    own = [brief for brief in briefs if brief.anchor in found]
    others = [feature, *(brief for brief in briefs if brief.anchor not in found)]
    for brief in own:
        cited = [source for source in entry.sources if brief.anchor in source.cited_in]
        places = [brief.anchor, *([_SOURCES] if cited else []), *(source.anchor for source in cited)]
        words = "".join("".join(pieces[found[place]]) for place in places if place in found)
        facts = "".join(_describe(entry, [brief], cited, outlets))
        yield brief.anchor, f"{start}{facts}{_HEAD_END}<body>{words}</body></html>".encode()
    elsewhere = {brief.anchor for brief in own}
    cited = [source for source in entry.sources if not source.cited_in or not elsewhere.issuperset(source.cited_in)]
    kept = {source.anchor for source in cited}
    left_out = [elsewhere, (source.anchor for source in entry.sources if source.anchor not in kept)]
    for place in (found[anchor] for group in left_out for anchor in group if anchor in found):
        pieces[place] = [""] * (place.stop - place.start)
    facts = "".join(_describe(entry, others, cited, outlets))
    yield feature.anchor, "".join([start, facts, _HEAD_END, *pieces]).encode()


def _find_elements(pieces: Sequence[str], anchors: Collection[str]) -> dict[str, slice]:
    """Return where the elements with some anchors are in the pieces of a page; none of them contains another."""
    found: dict[str, slice] = {}
    name = anchor = ""
    start = depth = 0
    for place, piece in enumerate(pieces):
        if depth:
            depth += piece.startswith((f"<{name} ", f"<{name}>")) - piece.startswith(f"</{name}>")
            if not depth:
                found[anchor] = slice(start, place + 1)
        elif (tag := _START.match(piece)) and tag[2] in anchors:
            name, anchor, start, depth = tag[1], tag[2], place, 1
    return found


def _describe(
    entry: Entry, items: Sequence[EntryItem], sources: Iterable[EntrySource], outlets: dict[str, str]
) -> Iterator[Markup]:
    """Yield elements with the attributes in which Pagefind looks for facts about items, the first of which is shown."""
    item = items[0]
    is_feature = item is entry.feature
    facts = {"title": item.title_text, "number": entry.number_label, "date": entry.date_long}
    if item.section:
        facts["section"] = item.section
    if is_feature and entry.summary:
        facts["summary"] = entry.summary
    if is_feature and entry.picture:
        shown = entry.picture.small or entry.picture.path, str(entry.picture.width), str(entry.picture.height)
        # Pagefind searches such facts as well. Like this, there are no words in them.
        facts["picture"] = "\n".join(shown).encode().hex()
    yield from (_format("meta", name, value) for name, value in facts.items())
    yield _format("filter", "year", entry.year)
    yield from (_format("filter", "section", section) for section in _list_sections(items))
    yield from (_format("filter", "outlet", name) for name in sorted({outlets[each.outlet_id] for each in sources}))
    # The newest issue comes first, and in it the feature.
    yield _format("sort", "date", f"{entry.date} {_MOST_ITEMS - entry.items.index(item)}")


def _format(kind: str, name: str, value: str) -> Markup:
    return Markup('<meta data-pagefind-{}="{}[content]" content="{}">').format(kind, name, escape(value))


def _list_sections(items: Iterable[EntryItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.section for item in items if item.section))
