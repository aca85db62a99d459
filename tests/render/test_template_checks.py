"""Faults of a publication's templates that Jinja passes over: each has a place and a way out."""

from pathlib import Path

import pytest

from briefgen.model import nearest
from briefgen.render.template_checks import check_templates
from briefgen.render.templates import BrokenTemplateError

PAGE = '{% extends "briefgen/page.html.j2" %}\n'


def check(folder: Path, files: dict[str, str | bytes]) -> tuple[str, ...]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return check_templates(folder, nearest)


@pytest.mark.parametrize(
    ("files", "said", "hint"),
    [
        (
            {"page.html.j2": PAGE + "\n{% block footnotes %}x{% endblock %}"},
            "page.html.j2:3: there is no block `footnotes` in `briefgen/page.html.j2`",
            "it has head, masthead, contents, feature, briefs, corrections, sources, around, colophon",
        ),
        (
            {"page.html.j2": PAGE + "{% block feetures %}x{% endblock %}"},
            "page.html.j2:2: there is no block `feetures` in `briefgen/page.html.j2`",
            "did you mean `feature`?",
        ),
        (
            {"page.html.j2": '{% extends "ours.j2" %}{% block had %}{% endblock %}', "ours.j2": PAGE},
            "page.html.j2:1: there is no block `had` in `ours.j2`",
            "did you mean `head`?",
        ),
        (
            {"page.html.j2": '\n{% extends "page.html.j2" %}'},
            "page.html.j2:2: extends itself",
            'write `{% extends "briefgen/page.html.j2" %}`',
        ),
        (
            {"a.j2": '{% extends "b.j2" %}', "b.j2": '{% extends "a.j2" %}', "page.html.j2": '{% extends "a.j2" %}'},
            "a.j2:1: extends `b.j2`, which extends it again",
            "let one of them extend nothing",
        ),
        (
            {"page.html.j2": '\n\n{% include "colofon.html.j2" %}'},
            "page.html.j2:3: there is no template `colofon.html.j2`",
            "did you mean `colophon.html.j2`?",
        ),
        (
            {"page.html.j2": '{% extends "briefgen/pag.html.j2" %}'},
            "page.html.j2:1: there is no template `briefgen/pag.html.j2`",
            "did you mean `page.html.j2`?",
        ),
        (
            {"page.html.j2": b"<p>\n<p>caf\xe9"},
            "page.html.j2:2: not UTF-8: byte 0xE9 stands here",
            "save the file as UTF-8 in your editor",
        ),
        (
            {"css/screen.css": b"/* caf\xe9 */"},
            "css/screen.css:1: not UTF-8: byte 0xE9 stands here",
            "save the file as UTF-8 in your editor",
        ),
    ],
)
def test_a_fault_has_a_place_and_a_way_out(tmp_path: Path, files: dict[str, str | bytes], said: str, hint: str) -> None:
    with pytest.raises(BrokenTemplateError) as caught:
        check(tmp_path, files)
    assert (str(caught.value), caught.value.hint) == (said, hint)


@pytest.mark.parametrize(
    "files",
    [
        {"page.html.j2": PAGE + "{% block feature %}{{ super() }}{% endblock %}"},
        # A block of one's own, in a block that is printed, or printed by hand.
        {"page.html.j2": PAGE + "{% block feature %}{% block mine %}x{% endblock %}{% endblock %}"},
        {"page.html.j2": PAGE + "{% block foot %}x{% endblock %}{% block feature %}{{ self.foot() }}{% endblock %}"},
        {"page.html.j2": "{% block whatever %}x{% endblock %}"},
        {"page.html.j2": "{% extends edition.slug %}{% block whatever %}x{% endblock %}"},
        {"page.html.j2": '{% include "maybe.j2" ignore missing %}{% include ["a.j2", "colophon.html.j2"] %}'},
        {"page.html.j2": '{% from "ours/macros.j2" import x %}', "ours/macros.j2": "{% macro x() %}{% endmacro %}"},
        # What cannot be parsed is reported when it is run, at its line.
        {"page.html.j2": "{% if %}"},
        {"css/print.css": "p { color: red }"},
        {"README.md": "ours", ".gitkeep": "", "page.html.j2~": "old", ".git/x": "y"},
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    assert check(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("page.html.js2", "templates/page.html.js2 is used by nothing; did you mean `page.html.j2`?"),
        ("Page.html.j2", "templates/Page.html.j2 is used by nothing; did you mean `page.html.j2`?"),
        ("css/sreen.css", "templates/css/sreen.css is used by nothing; did you mean `css/screen.css`?"),
        ("notes.txt", "templates/notes.txt is used by nothing"),
    ],
)
def test_a_file_that_nothing_uses_is_named(tmp_path: Path, name: str, said: str) -> None:
    assert check(tmp_path, {name: "x"}) == (said,)


def test_a_style_sheet_of_the_house_may_lie_there(tmp_path: Path) -> None:
    (tmp_path / "house.css").write_text("p { color: red }", encoding="utf-8")
    assert check_templates(tmp_path, nearest, known=["house.css"]) == ()
