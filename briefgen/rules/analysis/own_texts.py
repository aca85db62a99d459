"""What an issue says in words of the house: bodies without citations and quotations, and what stands around them."""

import re
from collections.abc import Iterator

from briefgen.manuscript import Manuscript
from briefgen.yamltext import Path

_AROUND = frozenset({"title", "deck", "summary", "subject", "alt", "caption", "bio", "text"})
_QUOTED = re.compile("“[^“”]*”")


def own_texts(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Yield the bodies and all that stands around them in words of the house, each at its own length, with its path.

    Names, credits and the headlines of sources belong to others.
    """
    for path, scalar in manuscript.texts:
        text = manuscript.field(path)
        if text is not None and text.name != "credit":
            yield path, text.own_words
        elif path[-1] in _AROUND and path[0] != "sources":
            yield path, _QUOTED.sub(lambda match: "\0" * len(match.group()), scalar.value)
