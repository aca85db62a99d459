"""Writes docs/benchmarks.md, and the tables of the README, from the record of a run."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from tests.benchmarks.contests import Point, Result
from tests.benchmarks.reasons import find_reason
from tests.benchmarks.record import Part, Record, Surroundings, read_record
from tests.docs.pages import ROOT

PAGE: Final = ROOT / "docs/benchmarks.md"
ONE_ISSUE: Final = "One issue"
USUAL: Final = "500 issues"
COLUMNS: Final = ("briefgen / peer", "ours", "peer", "ratio", "lowest–highest", "target", "")
_NAMES: Final[Mapping[str, str]] = {
    "typer": "Typer", "weasyprint": "WeasyPrint", "pelican": "Pelican", "mkdocs": "MkDocs", "hugo": "Hugo",
    "pandoc": "Pandoc", "eleventy": "Eleventy",
}  # fmt: skip

INTRODUCTION: Final = """\
# Benchmarks

`./run bench --write` measures briefgen beside other programs and writes this page. On first use it installs them,
locked like everything else, in an environment of their own. `--full` adds an archive of 10,000 issues. `./run
bench` measures single issues only, and `./run bench --archive 500` an archive of 500; both print their figures and
write nothing.
"""

HOW: Final = """\
Commands that are compared take turns: A, B, A, B. Where a command takes a second or two, there is one round before
that only fills the caches and does not count. Each figure is the median of all rounds, and the ratio that of the
medians, ours divided by the peer’s: below 1, briefgen is faster or needs less. “Lowest–highest” are the ratios of
single rounds.

Archives consist of synthetic issues, whose words differ, with some 1,370 words and 20 citations each. All programs
get the same texts; peers get the citations as links, with a list of sources. The peers check nothing. They build no
feeds, no search and no pages for tags, and MkDocs no navigation, which would repeat the whole archive in every
page. Pelican has its own theme; Hugo, MkDocs and Eleventy have templates of one line. briefgen checks each issue
with all rules, and writes two files for it, web page and Markdown, and a picture for previews; the peers write one
file. It also writes its site: feeds, and pages of authors, outlets and sources. The search, which
[Pagefind](https://pagefind.app) makes, is timed apart.
"""


def format_page(record: Record) -> str:
    """Return the whole page."""
    sections = [
        INTRODUCTION,
        _format_surroundings(record.surroundings, record.failures),
        _format_misses(record),
        _format_times(record.points),
        *(f"## {part.title}\n\n{_count_rounds(part.rounds)}\n\n{format_table(part)}\n" for part in record.parts),
        _format_ratios(),
    ]
    return "\n".join(sections)


def make_speed() -> str:
    """Return what the README says: the load of the machine, and the tables of one issue and of the usual archive."""
    record = read_record()
    parts = [record.part(title) for title in (ONE_ISSUE, USUAL)]
    tables = "\n".join(f"{part.title}:\n\n{format_table(part)}\n" for part in parts)
    return f"{describe_load(record.surroundings)}\n\n{tables}"


def format_table(part: Part) -> str:
    """Return the results of a part as a table."""
    return _join_rows([COLUMNS, ["---"] * len(COLUMNS), *map(_list_cells, part.results)])


def _list_cells(result: Result) -> Sequence[str]:
    ours, peer = result.ratio.middles
    low, high = result.ratio.ends
    return (
        result.name,
        format_amount(ours, result.unit),
        format_amount(peer, result.unit),
        f"{result.ratio.value:.2f}",
        f"{low:.2f}–{high:.2f}",
        "" if result.target is None else f"{result.target:g}",
        "" if result.target is None else "missed" if result.is_missed else "reached",
    )


def _join_rows(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("|" + "".join(f" {cell} |" if cell else " |" for cell in row) for row in rows)


def format_amount(value: float, unit: str) -> str:
    """Return milliseconds or MiB for people: `56.4 ms`, `882 ms`, `1.03 s`, `124 s`, `81 MiB`."""
    if unit == "ms" and value >= 1000:
        value, unit = value / 1000, "s"
    digits = 0 if unit == "MiB" else max(0, 3 - len(str(int(value))))
    return f"{value:.{digits}f} {unit}"


def _format_surroundings(found: Surroundings, failures: Sequence[str]) -> str:
    peers = ", ".join(f"{_NAMES.get(name, name)} {version}" for name, version in found.versions.items())
    place = f"on {found.processors} processors ({found.machine})"
    made = f"On {found.day}, with briefgen {found.briefgen}, {place}. The versions were {peers}."
    lines = [
        "## How it was measured",
        f"{made} The single issue is {found.issue}.",
        describe_load(found),
        found.remark,
        HOW.strip(),
    ]
    if failures:
        lines.append(f"Not measured in this run: {'; '.join(failures)}.")
    return "\n\n".join(filter(None, lines)) + "\n"


def describe_load(found: Surroundings) -> str:
    """Say whether the machine did anything else, and what follows from that."""
    before, after = found.load
    said = f"The load average was {before:.1f} before the run and {after:.1f} at its end"
    if before < found.processors / 4:
        return f"{said}: the machine did nothing else."
    return (
        f"{said}: **the machine was busy with other work.** Times are longer than on a quiet one, and ratios are "
        "rough, although commands took turns; above all those of two workers, since a second process gets little. "
        "Processor times are the better guide."
    )


def _format_misses(record: Record) -> str:
    aimed = [(part, one) for part in record.parts for one in part.results if one.target is not None]
    missed = [(part, one) for part, one in aimed if one.is_missed]
    lines = ["## What is missed, and why", "", f"{len(aimed) - len(missed)} of {len(aimed)} targets are reached."]
    if missed:
        lines += ["These are missed:", ""]
    reasons: dict[str | None, list[str]] = {}
    for part, one in missed:
        told = f"{part.title}, {one.name.removeprefix('… ')}: {one.ratio.value:.2f} instead of {one.target:g}"
        reasons.setdefault(find_reason(one.name, record.points), []).append(told)
    lines += [f"- {'; '.join(told)}. {reason or ''}".rstrip() for reason, told in reasons.items()]
    return "\n".join([*lines, ""])


def _format_times(points: Sequence[Point]) -> str:
    whole = _tabulate(points, lambda point: point.milliseconds)
    each = _tabulate(points, lambda point: point.cpu / point.issues)
    told = "; ".join(f"{name}: {', '.join(cells)}" for name, *cells in whole[2:])
    picture = format_picture("time", f"Time to build an archive from nothing, by its number of issues. {told}.")
    parts = [
        f"## Time by number of issues\n\n{picture}",
        f"{_join_rows(whole)}\n",
        "Processor time for each issue, of all processes together, which other work on the machine hardly affects:\n",
        f"{_join_rows(each)}\n",
    ]
    return "\n".join(parts)


def _tabulate(points: Sequence[Point], figure: Callable[[Point], float]) -> list[list[str]]:
    """Return a table with a row for each program and a column for each size, its head first."""
    sizes = sorted({point.issues for point in points})
    figures = {(point.program, point.issues): format_amount(figure(point), "ms") for point in points}
    programs = dict.fromkeys(point.program for point in points)
    heads = [["program", *(f"{size:,} issues" for size in sizes)], ["---"] * (len(sizes) + 1)]
    return [*heads, *([program, *(figures.get((program, size), "–") for size in sizes)] for program in programs)]


def _count_rounds(rounds: int) -> str:
    return "One round." if rounds == 1 else f"{rounds} rounds."


def _format_ratios() -> str:
    alternative = (
        "A bar for each ratio that has a target, with the target as a stroke. The tables above have all figures."
    )
    return f"## All ratios\n\n{format_picture('ratios', alternative)}"


def format_picture(name: str, alternative: str) -> str:
    """Return a plot for light and dark pages, with its text alternative."""
    dark, light = (f"images/benchmarks-{name}-{theme}.svg" for theme in ("dark", "light"))
    return (
        f'<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="{dark}">\n'
        f'  <img src="{light}" alt="{alternative}">\n</picture>\n'
    )


def find_pictures(page: str) -> Iterator[str]:
    """Yield the paths of the plots in a page, from its folder."""
    for line in page.splitlines():
        for attribute in ('srcset="', 'src="'):
            _, found, rest = line.partition(f" {attribute}")
            if found:
                yield rest.partition('"')[0]
