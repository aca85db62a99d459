"""Templates are found, sandboxed and blamed; content is never one."""

from pathlib import Path

import pytest

from briefgen.compile.cache import Cache
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import BrokenTemplateError, Templates
from tests.render.sample import make_edition, make_pictures


def write(folder: Path, name: str, text: str) -> Templates:
    (folder / name).write_text(text, encoding="utf-8")
    return Templates(folder=folder)


def test_a_publication_extends_the_shipped_page(tmp_path: Path) -> None:
    own = '{% extends "briefgen/page.html.j2" %}{% block colophon %}<footer>{{ edition.slug }}</footer>{% endblock %}'
    page = render_html(make_edition(), make_pictures(), write(tmp_path, "page.html.j2", own)).content.decode()
    assert "<footer>7-a-dredger</footer>" in page
    assert "What the loan covers" in page
    assert "Compiled with" not in page


def test_a_publication_replaces_a_partial_and_a_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    write(tmp_path, "css/screen.css", "p{color:green}")
    templates = write(tmp_path, "colophon.html.j2", "<footer>Ours</footer>")
    page = render_html(make_edition(), make_pictures(), templates).content.decode()
    assert "<footer>Ours</footer>" in page
    assert "p{color:green}" in page
    assert "prefers-color-scheme" not in page


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("\n\n{{ edition.nothing }}", 3, "no attribute 'nothing'"),
        ("{% if %}", 1, "Expected an expression"),
        ("{% include 'absent.j2' %}", 0, "no such template"),
        ("\n{{ ().__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ edition.__struct_config__ }}", 2, "unsafe"),
        ("\n{{ edition.masthead.__class__ }}", 2, "unsafe"),
        ("\n{{ edition.feature.authors.append(1) }}", 2, "no attribute 'append'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{{ edition.masthead.name + 1 }}", 2, "concatenate"),
    ],
)
def test_a_faulty_template_is_named_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(BrokenTemplateError, match=message) as caught:
        write(tmp_path, "page.html.j2", text).render("page.html.j2", "html", edition=make_edition())
    assert caught.value.line == line
    assert caught.value.template == ("absent.j2" if line == 0 else "page.html.j2")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder, secret = tmp_path / "templates", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("secret", encoding="utf-8")
    (folder / "colophon.html.j2").symlink_to(secret)
    (folder / "inside.j2").write_text("inside", encoding="utf-8")
    (folder / "near.j2").symlink_to(folder / "inside.j2")
    templates = Templates(folder=folder)
    assert templates.render("near.j2", "html") == "inside"
    for name in ("colophon.html.j2", "../secret.txt", str(secret)):
        with pytest.raises(BrokenTemplateError):
            templates.render(name, "html")


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.svg", "a.txt", "a"])
def test_escaping_follows_the_format_and_not_the_name(tmp_path: Path, name: str) -> None:
    templates = write(tmp_path, name, "{{ value }}")
    assert templates.render(name, "html", value="<b>*") == "&lt;b&gt;*"
    assert templates.render(name, "markdown", value="<b>*") == "&lt;b>\\*"


@pytest.mark.parametrize("payload", ["{{ 7 * 7 }}", "{% include 'page.html.j2' %}", "{{ cycler.__init__ }}", "{#"])
def test_content_is_never_compiled(payload: str) -> None:
    edition = make_edition(title=payload, summary=payload)
    assert payload.replace("'", "&#39;") in render_html(edition, make_pictures(), Templates()).content.decode()
    assert "49" not in render_markdown(make_edition(slug=payload), Templates()).path


def test_compiled_templates_are_kept_and_give_the_same_page(tmp_path: Path) -> None:
    kept = Templates(cache=Cache(tmp_path))
    assert render_markdown(make_edition(), kept) == render_markdown(make_edition(), Templates())
    assert list((tmp_path / "templates").iterdir())
