"""The last lines of defence of a page: the sanitizer that must find nothing, and the policy that browsers enforce."""

import re

import pytest
from markupsafe import Markup

from briefgen.markdown.guard import UnsafeHtmlError, guard
from tests.cli.conftest import ROOT

UNSAFE = (
    "<script>alert(1)</script>",
    "<p onclick='x'>a</p>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='data:text/html,x'>a</a>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='//example.org'></iframe>",
    "<svg><script>alert(1)</script></svg>",
    "<p style='x'>a</p>",
    "<style>p { color: red }</style>",
    "<!-- a --><p>a</p>",
    "<form action=x><input></form>",
    "<p id='x'>a</p>",
)
POLICY = {
    "script-src": "'sha256-{{ json_ld_hash }}'",
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    **dict.fromkeys(("connect-src", "frame-src", "media-src", "object-src", "manifest-src", "worker-src"), "'none'"),
    "base-uri": "'none'",
    "form-action": "'none'",
}


@pytest.mark.parametrize("html", UNSAFE)
def test_what_the_sanitizer_would_change_is_never_printed(html: str) -> None:
    with pytest.raises(UnsafeHtmlError):
        guard(Markup(f"<p>Words.</p>{html}"))  # noqa: S704 - it must be refused


def test_what_we_write_is_left_alone() -> None:
    html = Markup('<p>Words &amp; <em>more</em> <a href="https://example.org/?a=1&amp;b=2" title="x">here</a></p>')
    assert guard(html) == html


def test_the_policy_of_a_page_allows_nothing_that_it_does_not_need() -> None:
    template = (ROOT / "templates/page.html.j2").read_text(encoding="utf-8")
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', template)
    alone = re.sub(r"{% if site %}.*?(?:{% else %}(.*?))?{% endif %}", r"\1", policy)
    assert dict(part.strip().split(" ", 1) for part in alone.split(";")) == POLICY
    # As part of a site, a page also loads what stands beside it.
    shared = re.sub(r"{% if site %}(.*?)(?:{% else %}.*?)?{% endif %}", r"\1", policy)
    beside = {"style-src": "'self' file: 'unsafe-inline'", "font-src": "'self' file: data:", "connect-src": "'self'"}
    assert dict(part.strip().split(" ", 1) for part in shared.split(";")) == POLICY | beside
