"""The one scanner that knows how citations are written: outputs, rules and editors use what it found."""

from briefgen.citations.keyed import find_keyed
from briefgen.citations.typed import find_typed
from briefgen.citations.types import Group, Malformed, Scan
from briefgen.model import Outlets
from briefgen.prose import Prose, blanked


def find_citations(prose: Prose, outlets: Outlets, cited: frozenset[str] = frozenset()) -> Scan:
    """Find every citation of a body, and what means to be one.

    Code, links, escapes and comments hold none. `cited` is the folded names of the outlets of the
    issue's own sources.
    """
    keyed = tuple(find_keyed(prose.visible))
    # `([@key])` is the keyed group; the parenthesis around it is the author's own.
    rest = blanked(prose.visible, (each.span for each in keyed))
    found = sorted((*keyed, *find_typed(rest, outlets, cited)), key=lambda each: each.span)
    groups = tuple(each for each in found if isinstance(each, Group))
    return Scan(groups, tuple(each for each in found if isinstance(each, Malformed)))
