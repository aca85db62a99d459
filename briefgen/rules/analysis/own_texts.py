"""The newsletter's own text: fields without citations and quotations."""

from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.yamltext import Path

_AROUND = frozenset({"title", "deck", "summary", "subject", "alt", "caption", "bio", "text"})
_QUOTED = expression("“[^“”]*”")


def own_texts(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Yield path and text of each field in the newsletter's own words; lengths are unchanged.

    Names, credits and the headlines of sources are excluded.
    """
    for path, scalar in manuscript.texts:
        text = manuscript.field(path)
        if text is not None and text.name != "credit":
            yield path, text.own_words
        elif path[-1] in _AROUND and path[0] != "sources":
            yield path, _QUOTED.sub(lambda match: "\0" * len(match.group()), scalar.value)
