"""What is fuzzed: each target takes any bytes, of which nothing but a refusal in words may come."""

import base64
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from briefgen.citations import find_citations
from briefgen.compile.measuring import has_only_pixels, measure
from briefgen.compile.safe_read import UnreadableFileError
from briefgen.markdown import parse_body
from briefgen.model import parse_issue, parse_outlets, parse_publication, parse_terms
from briefgen.yamltext import parse_document
from tests.cli.conftest import ISSUE, ROOT
from tests.edition.test_bodies import check_page
from tests.edition.words import OUTLETS, compose_body, read_issue
from tests.shared import SHARED, shared_rows


class Target(NamedTuple):
    """A part of briefgen, and inputs to begin with."""

    try_: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]


def read_yaml(data: bytes) -> None:
    """Read bytes as each of our files."""
    document = parse_document(data)
    assert (document.root is None) == bool(document.faults)
    for fault in document.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(document.text)
        assert fault.message
    for parse in (parse_issue, parse_publication, parse_outlets, parse_terms):
        parse(document)


def scan_citations(data: bytes) -> None:
    """Find the citations of a body."""
    text = data.decode("utf-8", "ignore")
    body = parse_body(text)
    end = 0
    for group in find_citations(body, OUTLETS, keys=("nyt", "daily")).groups:
        assert end <= group.span.start < group.span.end <= len(text)
        end = group.span.end


def render_markdown(data: bytes) -> None:
    """Write a body as HTML, and hold that to what pages may contain."""
    body = data.decode("utf-8", "ignore")
    if read_issue(body).issue is not None:
        check_page(str(compose_body(body).html))


def measure_picture(data: bytes) -> None:
    """Read a picture's chunks; the process that decodes gets those with pixels, and its answer is read likewise."""
    try:
        measured = measure(data, "a.png")
    except UnreadableFileError:
        return
    assert measured.width * measured.height
    needed = measured.needed(data)
    again = measure(needed, "a.png")
    assert (again.width, again.height) == (measured.width, measured.height)
    has_only_pixels(needed)


def _seed_yaml() -> Iterator[bytes]:
    yield ISSUE.encode()
    yield from (path.read_bytes() for path in sorted((ROOT / "tests/golden").glob("*/*.yaml")))
    if SHARED.exists():
        yield from (base64.b64decode(row["bytes_b64"]) for row in shared_rows("hostile/attacks/yaml.jsonl"))
        for row in shared_rows("hostile/yaml-test-suite/cases.jsonl"):
            yield (row.get("yaml") or "").encode("utf-8", "ignore")


def _seed_bodies() -> Iterator[bytes]:
    yield b"Words [@nyt; see @daily, p. 3] and (NYT, May 10; BBC, 3 May 2019).\n\n> - `a` **b** [c](http://d.e/)\n"
    yield b"| a | b |\n|---|---|\n| [^n] | ~~c~~ |\n\n[^n]: A note.\n\n1. # x\n   ```\n   y\n   ```\n"
    if SHARED.exists():
        yield from (row["markdown"].encode() for row in shared_rows("hostile/commonmark/spec-31c0ca2.jsonl"))
        yield from (row["payload"].encode() for row in shared_rows("hostile/xss/h5sc.jsonl"))


def _seed_pictures() -> Iterator[bytes]:
    for kind in ("PNG", "JPEG", "WEBP"):
        for mode in ("RGB", "L", "RGBA" if kind != "JPEG" else "CMYK"):
            content = BytesIO()
            if kind != "WEBP" or mode != "L":
                Image.linear_gradient("L").resize((9, 7)).convert(mode).save(content, kind)
                yield content.getvalue()
    if SHARED.exists():
        files = sorted((SHARED / "hostile/images").iterdir())
        yield from (path.read_bytes() for path in files if path.stat().st_size < 4096)


TARGETS = {
    "yaml": Target(read_yaml, _seed_yaml),
    "citations": Target(scan_citations, _seed_bodies),
    "markdown": Target(render_markdown, _seed_bodies),
    "pictures": Target(measure_picture, _seed_pictures),
}
