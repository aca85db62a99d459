"""Why a target is missed, in words: a miss without a reason is one that nobody has looked at."""

from collections.abc import Mapping, Sequence
from typing import Final

from tests.benchmarks.contests import Point

USUAL: Final = 500

_START: Final = "The peer starts Python and Typer, and ends."
_CHECKED: Final = "{checks}"
_MEMORY: Final = "Nothing but what is remembered of each issue should grow with the archive."
REASONS: Final[Mapping[str, str]] = {
    "`--version` / ": _START,
    "`--help` / ": _START,
    "`validate`, all rules": (
        f"{_START} After the same start, briefgen reads the issue, runs all rules, and waits for `typos`."
    ),
    "page and Markdown / two calls of Pandoc": (
        "briefgen runs all rules first, and embeds its fonts in the page. Pandoc checks nothing."
    ),
    "PDF/UA-1, the whole command": (
        "Both spend most of the time in WeasyPrint’s layout. The rules are ours alone, and so is the second process, "
        "which keeps the layout apart from the program."
    ),
    "`validate`, 400 issues / 100: CPU for each / budget": "All rules together need that long. No peer has any.",
    "`validate`, 400 issues / 100": _MEMORY,
    "page and Markdown, checked": _CHECKED,
    "… one process / Pelican": _CHECKED,
    "`validate` / Pelican": _CHECKED,
    "unchanged / Hugo": (
        "briefgen starts Python, asks the system about every input and every output, and shows the reports of the last "
        "build again. Hugo is a compiled program, and builds everything anew."
    ),
    "one issue changed": "Before it builds the one, briefgen compares all the others with what it remembers of them.",
    "two workers / a loop": (
        "Most of the time is WeasyPrint’s layout, which the loop needs too. What is saved is the start of each command "
        "and, with a processor for each worker, half of the rest."
    ),
    "two workers / one process": "Half is what two processors could reach if nothing were done only once.",
    "page and Markdown, 2,000 issues / 500": _MEMORY,
    "page and Markdown, 10,000 issues / 500": _MEMORY,
}
"""The reason for all results whose names begin so; the first that fits."""


def find_reason(name: str, points: Sequence[Point]) -> str | None:
    """Return why a result misses its target, or None if nobody has said so; `points` are those of the same run."""
    reason = next((reason for start, reason in REASONS.items() if name.startswith(start)), None)
    return reason and reason.format(checks=_compare_checks(points))


def _compare_checks(points: Sequence[Point]) -> str:
    """Say how long Pelican takes for an issue, and how long our rules alone take."""
    cpu = {point.program: point.cpu / point.issues for point in points if point.issues == USUAL}
    if not {"Pelican", "briefgen validate"} <= cpu.keys():
        return "Pelican checks nothing."
    return (
        f"Pelican needs {cpu['Pelican']:.0f} ms of a processor for an issue, and checks nothing. briefgen needs "
        f"{cpu['briefgen validate']:.0f} ms to read and check it, before it writes anything."
    )
