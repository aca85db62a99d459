"""The one scanner that knows how citations are written: outputs, rules and editors use what it found."""

from collections.abc import Collection

from msgspec.structs import replace

from briefgen.citations.citation import Group, Malformed, Scan
from briefgen.citations.foreign import ForeignCitations
from briefgen.citations.keyed import find_keyed
from briefgen.citations.typed import find_bracketed, find_typed
from briefgen.markdown import Body, Shown, blank
from briefgen.model import Outlets


def find_citations(
    body: Body, outlets: Outlets, cited: frozenset[str] = frozenset(), keys: Collection[str] = ()
) -> Scan:
    """Find every citation of a body, and what means to be one.

    It is looked for in what a reader sees: code, escapes and comments hold none, and marks of emphasis are no part of
    one. A link leads elsewhere: what looks typed in it is its words, and a key in it is not understood.
    `cited` is the folded names of the outlets of the issue's own sources, `keys` what they are listed under.
    """
    shown, foreign = body.shown, ForeignCitations(keys)
    keyed = [_repaired(_outside(each, shown), foreign) for each in find_keyed(shown.words)]
    # `([@key])` is the keyed group; the parenthesis around it is the author's own.
    rest = blank(shown.words, [*(each.span for each in keyed), *shown.links])
    typed = [*find_typed(rest, outlets, cited), *find_bracketed(rest, outlets, cited)]
    others = foreign.find(blank(rest, (each.span for each in typed))) if keys else ()
    found = [_located(each, shown) for each in (*keyed, *typed, *others)]
    found.sort(key=lambda each: each.span)
    groups = tuple(each for each in found if isinstance(each, Group))
    return Scan(groups, tuple(each for each in found if isinstance(each, Malformed)))


def _outside(found: Group | Malformed, shown: Shown) -> Group | Malformed:
    """Return a keyed group; one in the words of a link is not understood."""
    if not any(link.start <= found.span.start < link.end for link in shown.links):
        return found
    return Malformed(found.span, found.span.of(shown.words), "write it behind the link and not in it")


def _repaired(found: Group | Malformed, foreign: ForeignCitations) -> Group | Malformed:
    """Return a keyed group; one that is not understood says what it means, if its keys tell."""
    meant = foreign.repair(found.text) if isinstance(found, Malformed) else ""
    return replace(found, help=f"write `{meant}`", suggestion=meant) if meant else found


def _located(found: Group | Malformed, shown: Shown) -> Group | Malformed:
    """Return what was found with its places in the body."""
    if isinstance(found, Malformed):
        return replace(found, span=shown.span(found.span))
    citations = tuple(
        replace(
            each,
            span=shown.span(each.span),
            outlet_span=shown.span(each.outlet_span),
            date_span=shown.span(each.date_span),
        )
        for each in found.citations
    )
    return replace(found, span=shown.span(found.span), citations=citations)
