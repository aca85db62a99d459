"""How the house prints a citation: outlet, date as this issue's reader needs it, a letter where two look the same."""

from collections.abc import Mapping

from briefgen.model import MONTHS, UNDATED, PartialDate, Source, Style, fold_name

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# The Associated Press cuts all months but the five short ones.
ABBREVIATED = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


def make_letters(sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the letter of every source that shares outlet and date with another.

    A `suffix:` is kept; the rest get the letters that are free, in the order of the file.
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


def format_date(date: PartialDate | None, *, year: int | None, style: Style) -> str:
    """Return a date in house style; the year is left out if it is `year`, the issue's own."""
    if date is None or date.year is None:
        return UNDATED
    names = ABBREVIATED if style.months == "abbreviated" else MONTHS
    if date.month is None:
        return str(date.year)
    day = names[date.month - 1] + (f" {date.day}" if date.day is not None else "")
    if date.year == year and style.year == "elide":
        return day
    return f"{day}, {date.year}" if date.day is not None else f"{day} {date.year}"


def format_source(source: Source, *, letter: str, year: int, style: Style, is_social: bool = False) -> str:
    """Return a source as a citation names it: `China Daily, February 20a`, `@handle on Twitter, April 21, 2020`."""
    outlet = f"{source.author} on {source.outlet}" if is_social and source.author else source.outlet
    date = add_letter(format_date(source.date, year=year, style=style), letter)
    return f"{outlet.strip()}, {date}"


def add_letter(date: str, letter: str) -> str:
    """Return a printed date with the letter that tells two sources apart: `February 20a`, `undated b`."""
    return f"undated {letter}".rstrip() if date == UNDATED else date + letter
