"""No renderer makes an element or link of an author's text that briefgen did not write; pages have only our tags.

`./run judges` takes a part of the payloads of `../shared/hostile`; with `BRIEFGEN_NIGHTLY` set, as in `.ci/nightly`, it
takes all of them. What is only here is `tests/hostile/test_markdown.py` with the programs that are no Python packages.
"""

import os
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import ada_url
import lxml.html
import pytest

from briefgen.model import UrlError, parse_url
from tests.conformance.words import squeeze
from tests.hostile.elements import parse
from tests.hostile.inertness import Batch, Make, build, find_live
from tests.hostile.payloads import KINDS, kinds_of, odd_strings, scripts, template_code
from tests.hostile.renderers import PYTHON_RENDERERS, program_renderers
from tests.hostile.seeding import BODIES, PLACES, find_errors, read, seed_fields
from tests.shared import shared_rows

IS_NIGHT = bool(os.environ.get("BRIEFGEN_NIGHTLY"))
RENDERERS = (*PYTHON_RENDERERS, "cmark (Debian)", "cmark-gfm (Debian)", "markdown-it (npm)", "marked (npm)")

Figure = Callable[[str], None]


@pytest.fixture(scope="module")
def sets() -> dict[str, tuple[Make, list[Batch]]]:
    """Return issues with payloads in bodies, in all places of a body, and in all fields."""
    every = (*scripts(), *odd_strings(), *template_code())
    kinds = (*kinds_of(scripts()), *kinds_of(odd_strings()), *template_code())
    placed = [place(payload) for payload in (*KINDS, *(kinds if IS_NIGHT else ())) for place in PLACES.values()]
    body = BODIES["a body"]
    return {
        "bodies": (body, build(body, every if IS_NIGHT else _part(kinds, 320))),
        "places": (body, build(body, placed if IS_NIGHT else _part(placed, 320))),
        "fields": (seed_fields, build(seed_fields, (*KINDS, *(kinds if IS_NIGHT else _part(kinds, 80))))),
    }


def _part(payloads: Sequence[str], count: int) -> list[str]:
    """Return so many payloads, from all over the list."""
    return list(islice(payloads, 0, None, max(1, len(payloads) // count)))


@pytest.fixture
def figure(capsys: pytest.CaptureFixture[str]) -> Figure:
    """Print a figure of docs/security.md past pytest."""

    def show(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}")  # noqa: T201 - for people

    return show


@pytest.mark.parametrize("renderer", RENDERERS)
def test_renderers_make_nothing_of_an_authors_text(
    sets: dict[str, tuple[Make, list[Batch]]], node: Path, figure: Figure, renderer: str
) -> None:
    render = (PYTHON_RENDERERS | program_renderers(node))[renderer]
    live = {name: find_live(make, built, render) for name, (make, built) in sets.items()}
    counts = {name: sum(len(batch.payloads) for batch in built) for name, (_, built) in sets.items()}
    figure(f"N14 {renderer}: {sum(map(len, live.values()))} live of {counts}")
    assert not any(live.values()), "\n".join(line for lines in live.values() for line in lines[:20])


TAGS = frozenset({
    "a", "abbr", "article", "aside", "b", "bdi", "blockquote", "body", "br", "cite", "code", "del", "div", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img",
    "li", "link", "main", "meta", "nav", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "ul", "wbr",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "alt", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "content",
    "data-date",
    "data-name", "data-number", "datetime", "decoding", "dir", "fetchpriority", "height", "href", "http-equiv", "id",
    "lang", "loading", "name", "property", "rel", "role", "scope", "src", "start", "tabindex", "title", "type",
    "value", "width",
})  # fmt: skip


def find_disallowed(page: str, parsers: Sequence[str] = ("html5lib", "lxml")) -> list[str]:
    """Return the tags, attributes and schemes of a page that none of briefgen's pages has, by two parsers."""
    trees = {"html5lib": parse, "lxml": lxml.html.document_fromstring}
    found = []
    for parser in parsers:
        for element in trees[parser](page).iter():
            tag = str(element.tag) if isinstance(element.tag, str) else "comment"
            if tag == "script" and element.get("type") == "application/ld+json":
                continue
            found += [f"{parser}: <{tag}>"] if tag not in TAGS else []
            found += [f"{parser}: {tag}@{name}" for name in element.keys() if name not in ATTRIBUTES]  # noqa: SIM118
            for name in ("href", "src"):
                address = element.get(name)
                is_picture = tag in {"img", "link"} and (address or "").startswith("data:image/")
                scheme = urlsplit(address).scheme if address and not is_picture else ""
                found += [f"{parser}: {name}={address}"] if scheme not in {"", "http", "https", "mailto"} else []
    return found


def test_pages_have_only_the_tags_attributes_and_schemes_of_briefgen(
    sets: dict[str, tuple[Make, list[Batch]]], figure: Figure
) -> None:
    every = scripts() if IS_NIGHT else kinds_of(scripts())
    built = [*build(BODIES["a body"], every), *(batch for _, batches in sets.values() for batch in batches)]
    found = [line for batch in built for line in find_disallowed(batch.outputs.page)]
    count = sum(len(batch.payloads) for batch in built)
    figure(f"G2 {count} payloads in bodies, their parts and all fields: {len(found)} disallowed by html5lib and lxml")
    assert not found, "\n".join(sorted(set(found))[:40])


@pytest.mark.parametrize(
    "html",
    ["<p onclick=x>", "<script>x</script>", "<a href='javascript:x'>y</a>", "<svg></svg>", "<img src='file:///x'>"],
)
def test_disallowed_tags_attributes_and_schemes_are_found(html: str) -> None:
    assert len({line.partition(":")[0] for line in find_disallowed(html)}) == 2


def test_template_code_is_only_text(figure: Figure) -> None:
    payloads = template_code()
    built = build(seed_fields, payloads)
    lost = {line for batch in built for line in find_changed(batch)}
    rejected = set(payloads) - {payload for batch in built for payload in batch.payloads}
    figure(f"G3 {len(payloads)} payloads of template code: {len(payloads) - len(lost | rejected)} inert")
    assert not lost | rejected


def test_odd_strings_are_shown_as_they_are_or_refused(figure: Figure) -> None:
    payloads = [text for text in odd_strings() if text.strip()]
    built = build(seed_fields, payloads)
    shown = {payload for batch in built for payload in batch.payloads}
    refused = [find_errors(read(seed_fields([payload]))) for payload in payloads if payload not in shown]
    changed = [line for batch in built for line in find_changed(batch)]
    figure(
        f"G1 {len(payloads)} odd strings in {FIELDS} fields of text, page and Markdown: 0 tracebacks, "
        f"{len(shown) - len(changed)} shown as they are, {len(changed)} changed, {len(refused)} refused with a code"
    )
    assert all(diagnostic.code for errors in refused for diagnostic in errors)
    assert all(refused)
    assert changed == []


def test_addresses_are_read_as_browsers_read_them(figure: Figure) -> None:
    rows, accepted, differing = shared_rows("hostile/url/urltestdata.jsonl"), 0, []
    for row in rows:
        try:
            address = ada_url.URL(parse_url(row["input"]))
        except UrlError:
            continue
        accepted += 1
        if (address.protocol, address.host) != (row.get("protocol"), row.get("host")):
            differing.append(row["input"])
    figure(
        f"G7 {len(rows)} cases: {accepted} accepted, {len(differing)} with another scheme or host than the browser’s"
    )
    assert not differing


FIELDS = 22
"""How many fields `seed_fields` fills: those of a brief, a source, a correction, the issue and the publication."""


def find_changed(batch: Batch) -> list[str]:
    """Return the payloads that page and Markdown do not show as they are, in fields without markup or as a body."""
    renderer = PYTHON_RENDERERS["markdown-it-py"]
    texts = [
        squeeze("".join(parse(html).itertext())) for html in (batch.outputs.page, *renderer([batch.outputs.markdown]))
    ]
    return [payload for payload in batch.payloads if not all(squeeze(payload) in text for text in texts)]
