"""Draws the plots of docs/benchmarks.md, as `python plots.py RECORD FOLDER` in the environment of the peers.

Each is drawn twice, for pages on light and on dark ground. The same record gives the same bytes.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, NullFormatter

# Ink, faint lines, and colours for programs that people with any colour vision tell apart.
THEMES: Final = {
    "light": ("#1f2328", "#d1d9e0", ("#b3261e", "#0b62a4", "#8a5a00", "#1b7f4d", "#7a3e9d", "#57606a")),
    "dark": ("#e6edf3", "#3d444d", ("#ff8a80", "#79b8ff", "#e3b341", "#7ee2a8", "#d2a8ff", "#b1bac4")),
}
MARKERS: Final = "os^DvP"
SETTINGS: Final = {"svg.fonttype": "none", "svg.hashsalt": "briefgen", "font.size": 11}


def main(record: Path, folder: Path) -> None:
    """Draw all plots of a record into a folder."""
    data = json.loads(record.read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    mpl.rcParams.update(SETTINGS)
    for theme, (ink, line, colours) in THEMES.items():
        mpl.rcParams.update(dict.fromkeys(("text.color", "xtick.color", "ytick.color", "axes.labelcolor"), ink))
        mpl.rcParams.update({"axes.edgecolor": line, "grid.color": line})
        for name, draw in (("time", draw_times), ("ratios", draw_ratios)):
            figure, axes = plt.subplots(figsize=(8, 4.5 if name == "time" else 6.5), layout="constrained")
            axes.spines[["top", "right"]].set_visible(False)
            draw(axes, data, ink, colours)
            nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            figure.savefig(folder / f"benchmarks-{name}-{theme}.svg", transparent=True, metadata=nothing)
            plt.close(figure)


def draw_times(axes: Axes, data: Mapping[str, Any], _ink: str, colours: tuple[str, ...]) -> None:
    """Draw the seconds for an archive by its number of issues, a line for each program."""
    lines: dict[str, dict[int, float]] = {}
    for point in data["points"]:
        lines.setdefault(point["program"], {})[point["issues"]] = point["milliseconds"] / 1000
    sizes = sorted({point["issues"] for point in data["points"]})
    drawn = {program: line for program, line in lines.items() if len(line) > 1}
    for (program, line), colour, marker in zip(drawn.items(), colours, MARKERS, strict=True):
        axes.plot(*zip(*sorted(line.items()), strict=True), color=colour, marker=marker, label=program)
    # In the order of the lines.
    handles, labels = axes.get_legend_handles_labels()
    slowest = sorted(zip(labels, handles, strict=True), key=lambda pair: -max(drawn[pair[0]].values()))
    axes.legend([handle for _, handle in slowest], [label for label, _ in slowest], frameon=False, loc="upper left")
    axes.set(xscale="log", yscale="log", xlabel="issues", ylabel="seconds")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_formatter(NullFormatter())
    axes.grid(axis="y")


def draw_ratios(axes: Axes, data: Mapping[str, Any], ink: str, colours: tuple[str, ...]) -> None:
    """Draw a bar for each ratio that has a target, and the target as a mark."""
    missed, *_, reached, _other = colours
    rows = [
        (f"{name_row(part, row)}", median(row["ratio"]["ours"]) / median(row["ratio"]["peers"]), row["target"])
        for part in data["parts"]
        for row in part["results"]
        if row["target"] is not None
    ]
    for place, (_, value, target) in enumerate(rows):
        axes.barh(place, value, height=0.6, color=missed if value > target else reached)
        axes.plot([target, target], [place - 0.42, place + 0.42], color=ink, linewidth=2)
        axes.annotate(f"{value:.2f}", (max(value, target), place), (5, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(rows)), [name for name, *_ in rows], fontsize=9)
    axes.invert_yaxis()
    axes.set(xscale="log", xlabel="ours / peer, with its target as a stroke")
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_xlim(min(0.1, *(value / 2 for _, value, _ in rows)), max(value for _, value, _ in rows) * 1.6)


def name_row(part: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """Return what a bar is called: the part and the row, without marks of Markdown."""
    name = str(row["name"]).replace("`", "").removeprefix("… ")
    return name if part["title"] == "One issue" else f"{part['title']}: {name}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
