"""Writes docs/benchmarks.md, and the tables of the README, from the record of a run."""

from collections.abc import Iterator, Mapping
from typing import Final

from tests.benchmarks.contests import Point, Result
from tests.benchmarks.record import Part, Record
from tests.docs.pages import ROOT

PAGE: Final = ROOT / "docs/benchmarks.md"
ONE_ISSUE: Final = "One issue"
USUAL: Final = "500 issues"
PLOTS: Final = ("time", "ratios")
HEAD: Final = "| briefgen / peer | ours | peer | ratio | lowest–highest | target | |"
_NAMES: Final = {
    "typer": "Typer", "weasyprint": "WeasyPrint", "pelican": "Pelican", "mkdocs": "MkDocs", "hugo": "Hugo",
    "pandoc": "Pandoc", "eleventy": "Eleventy",
}  # fmt: skip

INTRODUCTION: Final = """\
# Benchmarks

`./run bench --write` measures briefgen beside other programs and writes this page; the first use installs them, in an
environment of their own. `./run bench` measures single issues, and `./run bench --archive 500` an archive of 500.
"""

HOW: Final = """\
Commands that are compared take turns (A, B, A, B), after one round that only fills the caches and does not count. Each
figure is the median of all rounds, and the ratio that of the medians, ours divided by the peer’s: below 1, briefgen is
faster. “Lowest–highest” are the ratios of single rounds. Archives consist of synthetic issues, whose words differ, of
1,370 words with 20 citations each. All programs get the same texts; peers get the citations as links and a list of
sources. None of the peers checks anything. They build no feeds, no search and no pages for tags, and MkDocs no navigation,
which would be in every page. Pelican has its own theme; Hugo, MkDocs and Eleventy have templates of one line. briefgen
checks each issue with all rules, and then writes two files for it, web page and Markdown; the peers write one.
"""


def format_page(record: Record) -> str:
    """Return the whole page."""
    return "\n".join([
        INTRODUCTION,
        _format_surroundings(record),
        *_format_misses(record),
        *_format_times(record),
        *(f"## {part.title}\n\n{_format_rounds(part)}\n\n{format_table(part)}\n" for part in record.parts),
        *_format_ratios(record),
    ])


def format_table(part: Part) -> str:
    """Return the results of a part as a table."""
    return "\n".join([HEAD, "| --- " * (HEAD.count("|") - 1) + "|", *map(_format_row, part.results)])


def _format_row(result: Result) -> str:
    ours, peer = result.ratio.middles
    low, high = result.ratio.ends
    verdict = ("", "") if result.target is None else (f"{result.target:g}", "missed" if result.is_missed else "reached")
    cells = (
        result.name,
        format_amount(ours, result.unit),
        format_amount(peer, result.unit),
        f"{result.ratio.value:.2f}",
        f"{low:.2f}–{high:.2f}",
        *verdict,
    )
    return "".join(f"| {cell} ".replace("  ", " ") for cell in cells) + "|"


def format_amount(value: float, unit: str) -> str:
    """Return milliseconds or MiB for people: `882 ms`, `1.03 s`, `24.9 s`, `81 MiB`."""
    if unit != "ms":
        return f"{value:.0f} {unit}"
    if value < 100:  # noqa: PLR2004 - three digits, as everywhere
        return f"{value:.1f} ms"
    return f"{value:.0f} ms" if value < 1000 else f"{value / 1000:.3g} s"  # noqa: PLR2004 - milliseconds of a second


def _format_surroundings(record: Record) -> str:
    found = record.surroundings
    peers = ", ".join(f"{_NAMES.get(name, name)} {version}" for name, version in found.versions.items())
    before, after = found.load
    lines = [
        "## How it was measured",
        "",
        f"On {found.day}, with briefgen {found.briefgen}, on {found.processors} processors ({found.machine}). "
        f"Versions: {peers}.",
        "",
        f"{_describe_load(before, after, found.processors)}",
        "",
        HOW,
    ]
    if record.failures:
        lines += [f"Could not be measured: {', '.join(record.failures)}.", ""]
    return "\n".join(lines)


def _describe_load(before: float, after: float, processors: int) -> str:
    said = f"The load average was {before:.1f} before the run and {after:.1f} at its end, on {processors} processors"
    if before > processors / 4:
        return (
            f"{said}: **the machine was busy with other work**. The ratios hold, since commands took turns, but for those of "
            "two workers: on a busy machine a second process gets little. The times are longer than on a quiet machine."
        )
    return f"{said}: the machine did nothing else."


# Why a target is missed, for all rows whose names begin with these words.
REASONS: Final[Mapping[str, str]] = {
    "--version": "The peer only starts Python and Typer; there is little below that.",
    "--help": "The peer only starts Python and Typer; there is little below that.",
    "validate, all rules": "After the start that both have in common, briefgen reads the issue, runs all rules, and waits for "
    "`typos`.",
    "page and Markdown / two calls of Pandoc": "briefgen runs all rules first, and embeds the fonts in the page; Pandoc "
    "checks nothing.",
    "PDF/UA-1": "Both spend nearly all their time in WeasyPrint’s layout; what is left is our start, the rules, and a second "
    "process.",
    "`validate`, 400 issues": "The rules need that time. No peer has any.",
    "page and Markdown, checked": "{checks}",
    "… one process": "{checks}",
    "`validate` / Pelican": "{checks}",
    "unchanged": "briefgen reads every issue and compares the digests of every output, so that a change by hand is found; "
    "Hugo trusts what is there. The start of Python and reading the list of {issues} are the rest.",
    "one issue changed": "All other issues are compared with what is remembered.",
    "two workers / a loop": "Two workers cannot take less than half of one process, and nearly all of its time is "
    "WeasyPrint’s layout, which the loop needs too.",
    "two workers / one process": "Half is what two processors could reach if nothing were done once and nothing else ran.",
    "page and Markdown, 10,000": "",
    "page and Markdown, 2,000": "What the rules compare with issues before it, and the memory of what is remembered, grow.",
}


def find_reason(result: Result) -> str | None:
    """Return why a target is missed; `None` if nobody has said so yet."""
    return next((reason for start, reason in REASONS.items() if result.name.startswith(start)), None)


def _format_misses(record: Record) -> Iterator[str]:
    missed = [(part, result) for part in record.parts for result in part.results if result.is_missed]
    targets = sum(result.target is not None for part in record.parts for result in part.results)
    yield f"## What is missed, and why\n\n{targets - len(missed)} of {targets} targets are reached."
    if not missed:
        yield ""
        return
    yield "These are missed:\n"
    for part, result in missed:
        reason = (find_reason(result) or "").format(checks=_compare_checks(record), issues="issues")
        yield f"- {part.title}, {result.name}: {result.ratio.value:.2f}, not {result.target:g}. {reason}"
    yield ""


def _compare_checks(record: Record) -> str:
    """Say how long Pelican takes for an issue, and how long our rules alone take."""
    at = {point.program: point for point in record.points if f"{point.issues:,} issues" == USUAL}
    pelican, check = (at[name].cpu / at[name].issues for name in ("Pelican", "briefgen validate"))
    return (
        f"Pelican needs {pelican:.0f} ms of a processor for an issue and checks nothing; reading and checking it takes "
        f"briefgen {check:.0f} ms, before anything is written."
    )


def _format_times(record: Record) -> Iterator[str]:
    lines = _find_lines(record.points)
    sizes = sorted({point.issues for point in record.points})
    yield "## Time by number of issues\n"
    yield format_picture("time", "Time to build an archive from nothing, by its number of issues; the table has the figures.")
    yield "| program | " + " | ".join(f"{size:,} issues" for size in sizes) + " |"
    yield "| --- " * (len(sizes) + 1) + "|"
    for program, line in lines.items():
        yield f"| {program} | " + " | ".join(format_amount(line[size], "ms") if size in line else "–" for size in sizes) + " |"
    yield ""


def _find_lines(points: tuple[Point, ...]) -> dict[str, dict[int, float]]:
    lines: dict[str, dict[int, float]] = {}
    for point in points:
        lines.setdefault(point.program, {})[point.issues] = point.milliseconds
    return lines


def _format_rounds(part: Part) -> str:
    return f"{part.rounds} round{'s' * (part.rounds != 1)}."


def _format_ratios(record: Record) -> Iterator[str]:
    yield "## All ratios\n"
    yield format_picture("ratios", "All ratios that have a target, as bars; the tables above have the figures.")


def format_picture(name: str, alternative: str) -> str:
    """Return a plot for light and dark pages, with its text alternative."""
    dark, light = (f"images/benchmarks-{name}-{theme}.svg" for theme in ("dark", "light"))
    return (
        f'<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="{dark}">\n'
        f'  <img src="{light}" alt="{alternative}">\n</picture>\n'
    )
