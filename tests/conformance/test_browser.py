"""Validates the rendered web page with axe-core and layout checks, in Chromium: light, dark and narrow."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import Built


def find_browser_findings(node: Path, pages: Sequence[Path]) -> list[str]:
    """Open each page in every mode; return `axe`, `console`, `network`, `missing`, `overflow` and `anchor` findings."""
    done = run("node", node / "pages.mjs", *pages, timeout=600)
    assert done.returncode == 0, done.stderr
    return [
        f"{found['page']} ({found['mode']}): {found['kind']}: {found['message']}" for found in json.loads(done.stdout)
    ]


def test_page_in_a_browser(publication: Built, node: Path, verdict: Verdict) -> None:
    # The links of the page for wrong addresses are those of a server; `test_site.py` opens it there.
    pages = [page for page in publication.pages if page.name != "404.html"]
    verdict("browser", find_browser_findings(node, pages))


def write_page(folder: Path, body: str, head: str = "") -> Path:
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head>'
        f"<body><main><h1>A page</h1>{body}</main></body></html>",
        encoding="utf-8",
    )
    return page


BROKEN = {
    "light): axe: color-contrast": ("<p>faint</p>", "<style>p { color: #ccc; background: #fff }</style>"),
    "dark): axe: color-contrast": (
        "<p>faint</p>",
        "<style>@media (prefers-color-scheme: dark) { body { background: #000 } p { color: #222 } }</style>",
    ),
    "axe: image-alt": ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', ""),
    "console: Error": ("<script>throw new Error('x')</script>", ""),
    "network: http": ('<img alt="x" src="http://127.0.0.1:9/x.png">', ""),
    "console: Loading the image": (
        '<img alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        """<meta http-equiv="Content-Security-Policy" content="img-src 'none'">""",
    ),
    "missing: file": ('<img alt="x" src="nowhere.png">', ""),
    "phone): overflow": ('<div style="width: 400px">wide</div>', ""),
    "anchor: <a": ('<p><a href="#nowhere">x</a></p>', ""),
}


@pytest.fixture(scope="module")
def findings_in_broken_pages(node: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the findings for each broken page; all are opened in one browser."""
    pages = {expected: write_page(tmp_path_factory.mktemp("page"), *parts) for expected, parts in BROKEN.items()}
    found = find_browser_findings(node, list(pages.values()))
    return {
        expected: "\n".join(line for line in found if line.startswith(f"{page} ")) for expected, page in pages.items()
    }


@pytest.mark.parametrize("expected", BROKEN)
def test_the_browser_detects_faults(findings_in_broken_pages: dict[str, str], expected: str) -> None:
    assert expected in findings_in_broken_pages[expected]


def test_the_browser_accepts_valid_pages(node: Path, tmp_path: Path) -> None:
    page = write_page(tmp_path, '<p id="here">Words, <a href="#here">linked</a>.</p>')
    assert find_browser_findings(node, [page]) == []
