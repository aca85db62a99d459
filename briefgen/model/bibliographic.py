"""Converts values from the formats of bibliographic tools: names in parts, dates in parts, archive URLs."""

import re
from collections.abc import Iterator

from briefgen.expressions import expression
from briefgen.yamltext import Mapping, Node, Scalar, Sequence, walk

_ARCHIVE = expression(r"https?://web\.archive\.org/web/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_GIVEN = ("given", "first", "firstname", "first_name", "first-name", "forename")
_FAMILY = ("family", "last", "lastname", "last_name", "last-name", "surname")
_FULL_NAME = ("name", "literal", "full_name", "author")
# Separators of names in a byline, with “and” in several languages.
_SEPARATOR = expression(r"\s*(?:,\s*(?:and|und|et|y|e|och|og|en)\s+|[,;&/]\s*|\s(?:and|und|et|y|e|och|og|en|with)\s+)")
_NAME = expression(r"[^\W\d_][\w.’'-]*(?:\s+[\w.’'-]+){1,3}")
_NO_NAME = frozenset({"jr", "sr", "ii", "iii", "phd", "md", "esq"})


def read_names(node: Node | None) -> tuple[str, ...]:
    """Return the names of people in a mapping, a list of mappings or texts, or a text."""
    match node:
        case Scalar(value=value) if value.strip():
            return (value.strip(),)
        case Sequence(items=items):
            return tuple(name for item in items for name in read_names(item))
        case Mapping(entries=entries):
            parts = {
                entry.key.value.casefold(): entry.value.value.strip()
                for entry in entries
                if isinstance(entry.value, Scalar)
            }
            names = [next((parts[key] for key in keys if key in parts), "") for keys in (_GIVEN, _FAMILY)]
            full_name = " ".join(filter(None, names)) or next((parts[key] for key in _FULL_NAME if key in parts), "")
            return (full_name,) if full_name else ()
        case _:
            return ()


def read_date_parts(node: Node | None) -> str:
    """Return the date in `date-parts: [[2023, 5, 3]]` or `{year: 2023, month: 5}`, or ""."""
    numbers = [scalar.value.strip() for scalar in _find_numbers(node)]
    if not 1 <= len(numbers) <= 3 or len(numbers[0]) != 4:  # noqa: PLR2004 - year, month and day
        return ""
    return "-".join([numbers[0], *(f"{int(each):02}" for each in numbers[1:])])


def _find_numbers(node: Node | None) -> Iterator[Scalar]:
    nodes = (each for _, each in walk(node)) if node is not None else ()
    return (each for each in nodes if isinstance(each, Scalar) and re.fullmatch(r"\d{1,4}", each.value.strip()))


def split_names(text: str) -> tuple[str, ...]:
    """Split a list of several names; empty if the text is a single name or no list of names."""
    names = tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())
    are_names = all(_NAME.fullmatch(name) and name[0].isupper() for name in names)
    return names if len(names) > 1 and are_names and not any(name.casefold() in _NO_NAME for name in names) else ()


def date_of_copy(address: str) -> str:
    """Return the date in the URL of a Wayback Machine copy, or ""."""
    found = _ARCHIVE.match(address)
    return f"{found['year']}-{found['month']}-{found['day']}" if found else ""
