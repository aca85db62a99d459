"""Words that template engines would run are words in an issue; a template cannot leave its sandbox."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from briefgen.compile.newsroom import load_newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import compile_issue
from briefgen.render.templates import BrokenTemplateError, Templates
from briefgen.yamltext import find_forbidden, quote
from tests.cli.conftest import ISSUE
from tests.hostile.conftest import Start
from tests.render.sample import make_edition
from tests.shared import shared_rows

SETS = ("payloadsallthethings-ssti", "python-md-fences")
ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ edition.__class__.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ joiner['__init__'].__globals__ }}",
    "{{ ()|attr('__class__')|attr('__base__') }}",
    "{{ (''|attr('format'))('{0.__class__.__mro__}', '') }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(edition) }}",
    "{{ ''.format_map({'a': ''}.__class__) }}",
    "{{ (edition|map('x')).gi_frame.f_globals }}",
    "{% set x = [] %}{{ x.append(1) }}{{ x.__class__.__mro__ }}",
    "{{ edition.masthead.__setattr__('name', 'x') }}",
    "{% include '/etc/passwd' %}",
    "{% include '../issues/publication.yaml' %}",
    "{% import 'os' as os %}{{ os.popen('id') }}",
)


def read_payloads() -> list[str]:
    return [row["payload"] for name in SETS for row in shared_rows(f"hostile/ssti/{name}.jsonl")]


@pytest.mark.attacks
def test_what_engines_would_run_is_printed_as_it_stands(tmp_path: Path) -> None:
    payloads = read_payloads()
    typable = [each for each in payloads if next(find_forbidden(each), None) is None and "\n" not in each]
    assert len(typable) >= 220
    (tmp_path / "issues").mkdir()
    inert = 0
    for start in range(0, len(typable), 80):
        briefs = "".join(
            f"  - title: {quote('T ' + each)}\n    author: {quote(each)}\n    body: {quote('Words. ' + each)}\n"
            for each in typable[start : start + 80]
        )
        path = tmp_path / "issues/7-two-ports.yaml"
        path.write_text(ISSUE.replace("briefs:\n", f"briefs:\n{briefs}"), encoding="utf-8")
        options = CompileOptions(("html", "markdown"), is_draft=True)
        built = compile_issue(load_newsroom(tmp_path), path, options)
        page, text = (output.content.decode() for output in built.outputs)
        # ` -c` has an element, at which no line breaks.
        page = re.sub(r'<span class="firm">([^<]*)</span>', r"\1", page)
        for each in typable[start : start + 80]:
            assert str(escape(each.strip())) in page, each
            inert += 1
        assert page.count("{{") >= sum(each.count("{{") for each in typable[start : start + 80])
        assert "<built-in" not in page + text
        assert not re.search(r" at 0x[0-9a-f]{6}", page + text)
    print(f"G3: {inert} of {len(typable)} payloads for template engines inert")


def write(folder: Path, text: str) -> Templates:
    (folder / "page.html.j2").write_text(text, encoding="utf-8")
    return Templates(folder=folder)


@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_cannot_leave_its_sandbox(tmp_path: Path, text: str) -> None:
    try:
        made = write(tmp_path, text).render("page.html.j2", "html", edition=make_edition())
    except BrokenTemplateError:
        return
    assert not re.search(r"root:|uid=|&lt;class|&lt;module|Harbor", made), made


def test_a_template_that_includes_itself_or_wants_too_much_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BrokenTemplateError, match="itself without end"):
        write(tmp_path, "{% include 'page.html.j2' %}").render("page.html.j2", "html")
    with pytest.raises(BrokenTemplateError, match="Range too big"):
        write(tmp_path, "{% for n in range(10 ** 9) %}x{% endfor %}").render("page.html.j2", "html")
    with pytest.raises(BrokenTemplateError, match="memory"):
        write(tmp_path, "{{ 'a' * 10 ** 15 }}").render("page.html.j2", "html")


@pytest.mark.parametrize(
    "text", ["{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{% if 1 %}" * 3000 + "{% endif %}" * 3000]
)
def test_a_template_that_is_too_deep_is_a_fault(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenTemplateError, match="too deep"):
        write(tmp_path, text).render("page.html.j2", "html")


def test_a_template_of_the_house_that_is_too_deep_is_said_so(newsroom: Path, start: Start) -> None:
    (newsroom / "templates").mkdir()
    (newsroom / "templates/page.html.j2").write_text("{% if 1 %}" * 3000 + "{% endif %}" * 3000, encoding="utf-8")
    done = start("build", "--format", "html")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 2), done.stderr
    assert b"too deep" in done.stderr
