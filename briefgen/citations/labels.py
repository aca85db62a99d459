"""Citations in house style: outlet, date, and a letter where two sources would look the same."""

from collections.abc import Mapping

from briefgen.model import AMERICAN, Language, PartialDate, Source, Style, fill_label, fold_name

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_letters(sources: Mapping[str, Source]) -> dict[str, str]:
    """Assign a letter to every source that shares outlet and date with another.

    An explicit `suffix:` is kept; the others get the free letters, in file order.
    """
    alike: dict[tuple[str, PartialDate | None], list[str]] = {}
    for key, source in sources.items():
        if not source.background:
            alike.setdefault((fold_name(source.outlet), source.date), []).append(key)
    letters = {key: source.suffix for key, source in sources.items() if source.suffix}
    for keys in alike.values():
        free = iter(sorted(set(LETTERS) - {letters[key] for key in keys if key in letters}))
        if len(keys) > 1:
            letters |= {key: next(free, "") for key in keys if key not in letters}
    return letters


def format_source(  # noqa: PLR0913 - all but one are keyword arguments
    source: Source,
    *,
    letter: str,
    year: int,
    style: Style,
    language: Language = AMERICAN,
    is_social: bool = False,
) -> str:
    """Format a source for a citation: `China Daily, February 20a`, `@handle on Twitter, April 21, 2020`."""
    outlet = source.outlet.strip()
    if is_social and source.author:
        outlet = fill_label(language.labels.social, author=source.author.strip(), outlet=outlet)
    date = add_letter(language.format_date(source.date, year=year, style=style), letter)
    return f"{outlet}{language.labels.comma}{date}"


def add_letter(date: str, letter: str) -> str:
    """Append the letter that distinguishes two sources to a formatted date: `February 20a`, `undated b`."""
    return date + letter if date[-1:].isdigit() else f"{date} {letter}".rstrip()
