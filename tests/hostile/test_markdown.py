"""The Markdown is inert in renderers that are Python packages; `tests/conformance/test_inert.py` asks the others."""

import pytest

from tests.hostile.elements import count_elements, parse
from tests.hostile.inertness import Batch, build, find_live
from tests.hostile.payloads import KINDS
from tests.hostile.renderers import PYTHON_RENDERERS
from tests.hostile.seeding import BODIES, PLACES, seed_fields

# A payload for each guard in `briefgen/markdown`, where a renderer fell for it.
HOLES = (
    *KINDS,
    *(
        PLACES[place](payload)
        for place, payload in (
            ("a block of code", "<img src=x onerror=alert(1)>"),
            ("a block of code", "[x](javascript:alert(1))"),
            ("a block of code", "x\r\r<b>"),
            ("code in a list", "<img src=x onerror=alert(1)>"),
            ("code in a list", "{onclick=alert(1)}"),
            ("code behind a list", "<img src=x onerror=alert(1)>"),
            ("code in a note", "<script>alert(1)</script>"),
            ("a note", "javascript:alert(1)"),
            ("a note", 'javascript:alert(1) "title"'),
            ("a note", "<javascript:alert(1)>"),
            ("a note", 'javascript:alert("a b")'),
            ("code in a note", "<a href='java&#115cript:alert(1)'>x</a>"),
            ("code in a note", '<<SCRIPT>alert("x");//\\<</SCRIPT>'),
            ("code in a note", "<SCRIPT SRC=//evil.example/.j>"),
            ("behind a note", ": javascript:alert(1)"),
            ("between words", "www"),
            ("the title of a link", '"><script>alert(1)</script>'),
        )
    ),
    "ww*w*.evil.example evil*.com* a*@*b.com x<*b onclick=alert(1)>y*",
)


@pytest.fixture(scope="module")
def bodies() -> list[Batch]:
    return build(BODIES["a body"], HOLES)


@pytest.mark.parametrize("name", PYTHON_RENDERERS)
def test_no_renderer_makes_more_of_a_body_than_briefgen_wrote(bodies: list[Batch], name: str) -> None:
    assert find_live(BODIES["a body"], bodies, PYTHON_RENDERERS[name]) == []


@pytest.fixture(scope="module")
def fields() -> list[Batch]:
    return build(seed_fields, KINDS[:12])


@pytest.mark.parametrize("name", PYTHON_RENDERERS)
def test_no_renderer_makes_more_of_a_field_than_briefgen_wrote(fields: list[Batch], name: str) -> None:
    assert find_live(seed_fields, fields, PYTHON_RENDERERS[name]) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>x <a href='mailto:a@b.co'>a@b.co</a></p>", []),
        ("<p onclick=x>x</p>", [("p onclick", "")]),
        ("<a href='javascript:x' onclick=y>x</a>", [("a onclick", "javascript:x")]),
        ("<a href='mailto:other@b.co'>a@b.co</a>", [("a", "mailto:other@b.co")]),
        ("<img src=x onerror=y>", [("img onerror", "x")]),
        ("<p><!-- x --></p>", [("comment", "")]),
        ("<section class=footnotes><ol><li id=a><p>x <b>y</b></p></li></ol></section>", [("b", "")]),
    ],
)
def test_elements_are_counted(html: str, found: list[tuple[str, str]]) -> None:
    assert list(count_elements(parse(html))) == found
