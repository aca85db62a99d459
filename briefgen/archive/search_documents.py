"""What the search indexes of an issue: its page, with what the results are filtered by and what they show."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.archive.archive import Archive
from briefgen.archive.entry import Entry
from briefgen.expressions import expression
from briefgen.model.scripts import UNSPACED_LETTERS

DOCUMENTS = "1"
"""Changes whenever the documents of the same issues would."""
_BETWEEN_WORDS = expression(
    rf"(?<=\w)(?=[{UNSPACED_LETTERS}])|(?<=[{UNSPACED_LETTERS}])(?=\w|\Z)",
)
"""Where a space is missing for Pagefind, which splits texts into words at spaces and finds the beginnings of words.
Here, each ideograph becomes a word, and the page of the search asks for several as a phrase."""
_TAG = expression("(<[^>]*>)")
_STYLE = expression("(?s)<style>.*?</style>")
_HEAD_END = "</head>"


class SearchFilters(Struct, frozen=True):
    """By which values results can be filtered, in the order in which they are offered."""

    years: tuple[str, ...]
    sections: tuple[str, ...]
    outlets: tuple[str, ...]


def find_filters(archive: Archive) -> SearchFilters:
    """Return the years, sections and outlets of all issues."""
    return SearchFilters(
        tuple(year for year, _ in archive.years),
        _sort(section for entry in archive.entries for section in _sections(entry)),
        _sort(name_outlets_of(archive).values()),
    )


def name_outlets_of(archive: Archive) -> dict[str, str]:
    """Return the names of all outlets by their keys, as the newest issue has them."""
    names: dict[str, str] = {}
    for entry in archive.entries:
        for source in entry.sources:
            names.setdefault(source.outlet_id, source.outlet)
    return names


def make_document(entry: Entry, page: bytes, outlets: dict[str, str]) -> bytes:
    """Return what is indexed of an issue, as HTML; `outlets` are their names.

    In the texts of the page, spaces stand between ideographs.
    """
    text = _STYLE.sub("", page.decode(errors="replace"))
    head, end, body = text.partition(_HEAD_END)
    pieces = (piece if piece.startswith("<") else _BETWEEN_WORDS.sub(" ", piece) for piece in _TAG.split(body))
    return "".join([head, *_describe(entry, outlets), end, *pieces]).encode()


def _describe(entry: Entry, outlets: dict[str, str]) -> Iterator[Markup]:
    """Yield elements with the attributes in which Pagefind looks for such facts."""
    facts = {"title": entry.feature.title_text, "number": entry.number_label, "date": entry.date_long}
    if entry.summary:
        facts["summary"] = entry.summary
    if entry.picture:
        facts |= {
            "image": entry.picture.small or entry.picture.path,
            "width": str(entry.picture.width),
            "height": str(entry.picture.height),
        }
    yield from (_format("meta", name, value) for name, value in facts.items())
    yield _format("filter", "year", entry.year)
    yield from (_format("filter", "section", section) for section in _sections(entry))
    yield from (_format("filter", "outlet", name) for name in _sort(outlets[each.outlet_id] for each in entry.sources))
    yield _format("sort", "date", entry.date)


def _format(kind: str, name: str, value: str) -> Markup:
    return Markup('<meta data-pagefind-{}="{}[content]" content="{}">').format(kind, name, escape(value))


def _sections(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.section for item in entry.items if item.section))


def _sort(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, as a reader would look for it."""
    return tuple(sorted(filter(None, set(names)), key=lambda name: (name.casefold(), name)))
