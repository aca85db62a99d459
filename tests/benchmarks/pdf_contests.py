"""Twenty PDFs: two workers, one process, and a loop of the `weasyprint` command over the same pages."""

from dataclasses import replace
from shlex import quote

from tests.benchmarks.archives import make_issues, write_briefgen
from tests.benchmarks.contests import Field, Pair
from tests.benchmarks.ground import Ground, keep_pages

PDFS = 20
WORKERS, ONE, LOOP = "briefgen, two workers", "briefgen, one process", "a loop of weasyprint"


def race_pdfs(ground: Ground) -> Field:
    """Return what prints the same issues; the pages that WeasyPrint gets are those that briefgen prints."""
    folder = ground.folder / "pdfs"
    write_briefgen(folder, make_issues(PDFS))
    pages = keep_pages(ground, folder, "build", "--format", "pdf", "--output", folder / "kept")
    assert len(pages) == PDFS, pages
    without = (folder / "dist", ground.folder / "home/.cache")
    two, one = (
        replace(ground.command("build", "--format", "pdf", "--jobs", jobs), folder=folder, without=without)
        for jobs in ("2", "1")
    )
    program = quote(str(ground.folder / "venv/bin/weasyprint"))
    lines = [f"{program} --pdf-variant pdf/ua-1 {quote(str(page))} {quote(f'{page}.pdf')}" for page in pages]
    loop = ground.command("-ec", "\n".join(lines), program="/bin/sh", **ground.fonts)
    pairs = (
        Pair("two workers / a loop of `weasyprint`", WORKERS, LOOP, time=0.25),
        Pair("two workers / one process", WORKERS, ONE, time=0.5),
        Pair("one process / a loop of `weasyprint`", ONE, LOOP),
    )
    return Field(PDFS, {WORKERS: two, ONE: one, LOOP: loop}, pairs)
