"""`briefgen baseline`: accepts the current diagnostics."""

from pathlib import Path

from briefgen.cli.environment import open_cache
from briefgen.cli.terminal import say
from briefgen.compile.documents import format_path
from briefgen.compile.issue_arguments import find_issues
from briefgen.compile.spelling import start_spelling


def run_baseline(words: list[str], *, adds: bool = False) -> None:
    """Write a baseline of the current diagnostics, or drop entries that no longer occur from an existing one."""
    from briefgen.compile.baseline_file import update_baseline  # noqa: PLC0415

    found = find_issues(words, Path.cwd(), cache=open_cache())
    spelling = start_spelling(found)
    for newsroom in dict.fromkeys(each.newsroom for each in found):
        change = update_baseline(newsroom, [each.path for each in found if each.newsroom is newsroom], adds=adds)
        dropped = f", {change.dropped:,} dropped" if change.dropped else ""
        say(f"wrote {format_path(newsroom.baseline)} ({change.known:,} reports{dropped})")
        if change.new:
            say(f"not in the baseline: {change.new:,} new; `briefgen baseline --add` accepts them")
    spelling.report(say)
