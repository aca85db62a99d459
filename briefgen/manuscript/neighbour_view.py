"""What the rules about one issue can see of another: as long as it stays the same, so do their reports."""

from collections.abc import Iterator

from briefgen.manuscript.facts import Sibling
from briefgen.manuscript.shingles import FAINT, containment

View = tuple[object, ...]


def view_neighbour(own: Sibling, other: Sibling) -> View:
    """Return what rules about one issue can learn of another one, all but where it stands in its file.

    Texts count by how much they share with the issue's own texts. Most changes to an issue change nothing that others
    can see.
    """
    return (
        other.number,
        other.date.isoformat(),
        sorted(other.acronyms),
        sorted(other.explained),
        [(title.strip(), list(_shared(own, body))) for title, body in other.bodies],
        [source[1:] for source in other.sources],
    )


def _shared(own: Sibling, body: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Yield how much each of the issue's own texts shares with another, where it is more than a turn of phrase."""
    for place, (_, runs) in enumerate(own.bodies):
        if containment(runs, body) >= FAINT:
            yield place, len(runs & body), len(body)
