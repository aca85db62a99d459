"""A tree as nested tuples, for tests: what it shows and where."""

from briefgen.markdown import Call, Cited, Element, Part, Text, parse_body

Shape = str | tuple[object, ...]


def shape(part: Part) -> Shape:
    """Convert text to strings, elements to their tag and children, and references to their label."""
    match part:
        case Text(words=words):
            return words
        case Element(tag=tag, children=children):
            return (tag, *map(shape, children))
        case Call(label=label):
            return ("call", label)
        case Cited(number=number):
            return ("cited", number)


def shapes(body: str) -> list[Shape]:
    """Return the shapes of a body's blocks."""
    return [shape(part) for part in parse_body(body).parts]


def inline(body: str) -> Shape:
    """Return the content of a body with one paragraph, with adjacent texts joined."""
    [paragraph] = parse_body(body).parts
    joined: list[Shape] = []
    for one in map(shape, paragraph.children):
        if joined and isinstance(one, str) and isinstance(joined[-1], str):
            joined[-1] += one
        else:
            joined.append(one)
    return tuple(joined)
