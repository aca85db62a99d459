"""Bios that begin with another name than that of the author they belong to."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.manuscript import Manuscript, find_bylines
from briefgen.model import distance
from briefgen.yamltext import Path, Span

_PARTICLE = r"(?:v[ao]n|d[aei]|del|de la|den|der|ten|ter|bin|al|el|zu)"
_NAME = rf"[^\W\d_a-z][\w.’'-]*(?: (?:{_PARTICLE} ){{0,2}}[^\W\d_a-z][\w.’'-]*){{1,3}}"
# What a sentence on a person says of them; other words may follow the name of a place or a post.
_VERBS = (
    r"covers|writes|reports|edits|teaches|studies|researches|works|lives|leads|runs|directs|is|was|has|"
    r"schreibt|berichtet|arbeitet|lebt|lehrt|leitet|ist|couvre|écrit|travaille|vit|enseigne|dirige|est|"
    r"cubre|escribe|trabaja|vive|enseña|es"
)
# A string, so that `re` compiles it on first use.
_START = (
    rf"\s*[*_]{{0,3}}(?:(?P<name>{_NAME})[*_]{{0,3}}(?:,[^,.]{{1,60}},)? (?:{_VERBS})"
    r"|(?P<last>[^\W\d_a-z][\w’-]+)[*_]{0,3} (?:covers|writes|reports|edits|teaches))\b"
)
_NO_NAME = frozenset(
    {
        "the",
        "an",
        "our",
        "her",
        "his",
        "their",
        "this",
        "before",
        "when",
        "in",
        "at",
        "since",
        "after",
        "he",
        "she",
        "they",
        "it",
        "who",
        "we",
        "i",
        "and",
        "also",
        "currently",
        "now",
    }
)


class OtherName(Struct, frozen=True):
    """A name at the start of a bio that is not its author's."""

    path: Path
    """The path of the bio."""
    span: Span
    """Where the name stands in its value."""
    name: str
    author: str


def find_other_names(manuscript: Manuscript) -> Iterator[OtherName]:
    """Yield the names at the start of bios that differ from the names of their authors."""
    issue = manuscript.read_issue
    for path, item in zip(issue.item_paths, issue.items, strict=True):
        for author_path, person in find_bylines(path, item):
            bio = person.bio or ""
            # Cheap test first: nearly every bio begins with the name of its author.
            begins_with_author = bio.startswith((f"{person.name} ", f"{person.name},"))
            found = re.match(_START, bio) if bio and not begins_with_author else None
            kind = "name" if found and found["name"] else "last"
            if found and _is_other(found[kind], person.name, bio):
                yield OtherName((*author_path, "bio"), Span(*found.span(kind)), found[kind], person.name)


def _is_other(name: str, author: str, bio: str) -> bool:
    """Return whether a name is another person's, or spelt in another way; initials and titles make no difference."""
    mine, theirs = _words(name), _words(author)
    is_name = len(theirs) > 1 and author[:1].isupper() and not {mine[0], theirs[0]} & _NO_NAME
    if not is_name or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return False
    if mine[-1] == theirs[-1]:
        # Nicknames and initials: only a slip of one letter is told.
        return min(len(mine[0]), len(theirs[0])) > 1 and distance(mine[0], theirs[0]) == 1
    return theirs[-1] not in _words(bio)


def _words(text: str) -> list[str]:
    return [each.casefold() for each in re.findall(r"\w[\w’'-]*", text)] or [""]
