"""The one scanner that knows how citations are written: outputs, rules and editors use what it found."""

from briefgen.citations.keyed import find_keyed
from briefgen.citations.typed import find_typed
from briefgen.citations.types import Group, Malformed, Scan
from briefgen.model import Outlets
from briefgen.prose import Prose
from briefgen.yamltext import Span


def find_citations(prose: Prose, outlets: Outlets, cited: frozenset[str] = frozenset()) -> Scan:
    """Find every citation of a body, and what means to be one.

    Code, links, escapes and comments hold none. `cited` is the folded names of the outlets of the
    issue's own sources.
    """
    found = [*find_keyed(prose.visible), *find_typed(prose.visible, outlets, cited)]
    found.sort(key=lambda each: each.span)
    kept: list[Group | Malformed] = []
    covered = Span(0, 0)
    for each in found:
        # `([@key])` is the keyed group; the parenthesis around it is the author's own.
        if each.span.start >= covered.end:
            kept.append(each)
            covered = each.span
    groups = tuple(each for each in kept if isinstance(each, Group))
    return Scan(groups, tuple(each for each in kept if isinstance(each, Malformed)))
