"""The one scanner that knows how citations are written: outputs, rules and editors use what it found."""

from briefgen.citations.keyed import find_keyed
from briefgen.citations.typed import find_typed
from briefgen.citations.types import Group, Malformed, Scan
from briefgen.markdown import Shown, blank
from briefgen.model import Outlets
from briefgen.prose import Prose


def find_citations(prose: Prose, outlets: Outlets, cited: frozenset[str] = frozenset()) -> Scan:
    """Find every citation of a body, and what means to be one.

    It is looked for in what a reader sees: code, links, escapes and comments hold none, and marks of emphasis are
    no part of one. `cited` is the folded names of the outlets of the issue's own sources.
    """
    shown = prose.body.shown
    keyed = tuple(find_keyed(shown.words))
    # `([@key])` is the keyed group; the parenthesis around it is the author's own.
    rest = blank(shown.words, (each.span for each in keyed))
    found = [_located(each, shown) for each in (*keyed, *find_typed(rest, outlets, cited))]
    found.sort(key=lambda each: each.span)
    groups = tuple(each for each in found if isinstance(each, Group))
    return Scan(groups, tuple(each for each in found if isinstance(each, Malformed)))


def _located(found: Group | Malformed, shown: Shown) -> Group | Malformed:
    """Return what was found with its places in the body."""
    if isinstance(found, Malformed):
        return found._replace(span=shown.span(found.span))
    citations = tuple(
        each._replace(
            span=shown.span(each.span), outlet_span=shown.span(each.outlet_span), date_span=shown.span(each.date_span)
        )
        for each in found.citations
    )
    return found._replace(span=shown.span(found.span), citations=citations)
