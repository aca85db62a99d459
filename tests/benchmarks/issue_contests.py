"""One issue: every command beside the least that a program of its kind can take."""

from collections.abc import Iterator
from dataclasses import replace

from tests.benchmarks.contests import Contest, Growth
from tests.benchmarks.ground import Ground, find_pandoc, lay_archive


def find_contests(ground: Ground) -> tuple[Contest, ...]:
    """Return what is measured on one issue."""
    issue, dist = ground.issue, ground.folder / "dist"
    output = ("--output", str(dist))
    # Without outputs of an earlier run, which would be current.
    page_and_markdown = replace(ground.command("build", issue, "--format", "html,markdown", *output), without=(dist,))
    print_it = replace(ground.command("build", issue, "--format", "pdf", *output), without=(dist,))
    pandoc = f"'{find_pandoc()}' --standalone --citeproc --bibliography sources.json issue.md"
    both = f"cd '{ground.folder}' && {pandoc} --output pandoc.html && {pandoc} --to gfm --output pandoc.md"
    page, fonts = ground.folder / "page/page.html", ground.fonts
    return (
        Contest(
            "`--version` / a bare Typer program",
            ground.command("--version"),
            ground.command("--version", program="bare-typer"),
            time=1.15,
        ),
        Contest(
            "`--help` / a bare Typer program",
            ground.command("--help"),
            ground.command("--help", program="bare-typer"),
            time=1.15,
        ),
        Contest(
            "`validate`, all rules and the spelling / a bare Typer program",
            ground.command("validate", "--exit-zero", issue),
            ground.command("validate", issue, program="bare-typer"),
            time=1.5,
        ),
        Contest(
            "page and Markdown / two calls of Pandoc with citeproc",
            page_and_markdown,
            ground.command("-c", both, program="/bin/sh"),
            time=0.8,
        ),
        Contest(
            "PDF/UA-1, the whole command / `weasyprint`, the same page",
            print_it,
            ground.command(
                "--pdf-variant", "pdf/ua-1", page, ground.folder / "peer.pdf", program="weasyprint", **fonts
            ),
            time=0.85,
            memory=0.8,
        ),
    )


def find_growth(ground: Ground) -> Iterator[Growth]:
    """Yield what is measured on archives of copies of the issue."""
    issues = (100, 400)
    command = ground.command("validate", "--exit-zero")
    small, large = (replace(command, folder=lay_archive(ground, count)) for count in issues)
    yield Growth("`validate`, 400 issues / 100", small, large, issues, budget=15)
