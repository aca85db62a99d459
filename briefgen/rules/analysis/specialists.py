"""Whether an issue is written for specialists: it has code in it, or links to code."""

from collections.abc import Iterator
from itertools import chain, islice

from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.yamltext import Span

# So many pieces of code, or links to code, make a text for specialists.
_FEWEST = 3
_CODE_HOST = expression(r"https?://(?:gist\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/")


def is_for_specialists(manuscript: Manuscript) -> bool:
    """Return whether the issue has code in it, or links to code."""
    opaque = (each for item in manuscript.items for each in item.prose.opaque)
    links = (each for each in opaque if each.kind != "code" and _CODE_HOST.match(each.address))
    return len(tuple(islice(chain(_code(manuscript), links), _FEWEST))) == _FEWEST


def has_code(manuscript: Manuscript) -> bool:
    """Return whether the issue has code in it."""
    return len(tuple(islice(_code(manuscript), _FEWEST))) == _FEWEST


def _code(manuscript: Manuscript) -> Iterator[Span]:
    """Yield the pieces of code in the issue, marked or not."""
    for item in manuscript.items:
        yield from (each.span for each in item.prose.opaque if each.kind == "code")
        yield from item.prose.unmarked_code
