"""Values as bibliographies and other tools keep them, in words of ours: names in parts, dates in parts, archives."""

import re
from collections.abc import Iterator

from briefgen.yamltext import Mapping, Node, Scalar, Sequence, walk

_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_GIVEN = ("given", "first", "firstname", "first_name", "first-name", "forename")
_FAMILY = ("family", "last", "lastname", "last_name", "last-name", "surname")
_WHOLE = ("name", "literal", "full_name", "author")
# Where one name of a byline ends and another begins; the word in the middle is that of the writer's language.
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|und|et|y|e|och|og|en)\s+|[,;&/]\s*|\s(?:and|und|et|y|e|och|og|en|with)\s+)")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[\w.’'-]+){1,3}")
_NO_NAME = frozenset({"jr", "sr", "ii", "iii", "phd", "md", "esq"})


def read_names(node: Node | None) -> tuple[str, ...]:
    """Return the names of people that a group, or a list of groups or texts, holds."""
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
            whole = " ".join(filter(None, names)) or next((parts[key] for key in _WHOLE if key in parts), "")
            return (whole,) if whole else ()
        case _:
            return ()


def read_date_parts(node: Node | None) -> str:
    """Return the date that `date-parts: [[2023, 5, 3]]` or `{year: 2023, month: 5}` means, or nothing."""
    figures = [scalar.value.strip() for scalar in _figures(node)]
    if not 1 <= len(figures) <= 3 or len(figures[0]) != 4:  # noqa: PLR2004 - year, month, day
        return ""
    return "-".join([figures[0], *(f"{int(each):02}" for each in figures[1:])])


def _figures(node: Node | None) -> Iterator[Scalar]:
    nodes = (each for _, each in walk(node)) if node is not None else ()
    return (each for each in nodes if isinstance(each, Scalar) and re.fullmatch(r"\d{1,4}", each.value.strip()))


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of several people in one text; of one person, or of what is no row of names, nothing."""
    names = tuple(part.strip() for part in _BETWEEN.split(text) if part.strip())
    are_names = all(_NAME.fullmatch(name) and name[0].isupper() for name in names)
    return names if len(names) > 1 and are_names and not any(name.casefold() in _NO_NAME for name in names) else ()


def date_of_copy(address: str) -> str:
    """Return the day on which the Wayback Machine saved a copy, which its address tells."""
    found = _ARCHIVE.match(address)
    return f"{found['year']}-{found['month']}-{found['day']}" if found else ""
