"""Validates the Markdown: cmark-gfm must render the words of the page, and markdownlint must find nothing."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import Built
from tests.conformance.words import find_words, parse_page, read_text


def find_markdownlint_findings(node: Path, files: Sequence[Path]) -> list[str]:
    """Run markdownlint-cli2 with the configuration in this folder."""
    program = node / "node_modules/.bin/markdownlint-cli2"
    # A leading colon marks a literal file name, which might otherwise be read as a pattern.
    names = [f":{file}" for file in files]
    done = run(program, "--no-globs", "--config", node / ".markdownlint.jsonc", *names)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stderr.splitlines()


def render_markdown(path: Path) -> Element:
    """Render with cmark-gfm, without the colophon after the last thematic break; the author's notes come last."""
    extensions = (word for name in ("table", "strikethrough", "footnotes") for word in ("--extension", name))
    done = run("cmark-gfm", "--unsafe", *extensions, path)
    assert done.returncode == 0, done.stderr
    rendered, start, notes = done.stdout.partition('<section class="footnotes"')
    text, _, _ = rendered.rpartition("<hr />")
    tree = html5lib.parse((text or rendered) + start + notes, namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def read_words(body: Element, calls: str, notes: str, returns: str) -> list[str]:
    """Return the words in order, with brackets around the calls of notes, and the notes at the end.

    Renderers put notes in different places. `calls` and `returns` are the paths of links to and from notes, `notes`
    those of lists of notes, which may have a label.
    """
    for call in body.iterfind(calls):
        call.text = f"[{call.text}]"
    for link in body.iterfind(returns):
        link.text = ""
    listed = [find_words(read_text(note)) for note in body.iterfind(f"{notes}/ol/li")]
    for note in body.iterfind(notes):
        note.clear()
    return find_words(read_text(body)) + [word for words in listed for word in words]


def find_word_differences(page: Path, markdown: Path) -> list[str]:
    """Compare the words of the page's body with those of the rendered Markdown, in order."""
    body = parse_page(page).find("body")
    assert body is not None
    rendered = render_markdown(markdown)
    has_notes = rendered.find(".//a[@data-footnote-ref]") is not None
    notes = ".//div[@role='doc-endnotes']" if has_notes else ".//none"
    shown = read_words(body, ".//a[@role='doc-noteref']", notes, ".//a[@role='doc-backlink']")
    written = read_words(
        rendered, ".//a[@data-footnote-ref]", ".//section[@data-footnotes]", ".//a[@data-footnote-backref]"
    )
    for index, (one, other) in enumerate(zip_longest(shown, written)):
        if one != other:
            around = slice(max(0, index - 6), index + 6)
            both = " ".join(shown[around]), " ".join(written[around])
            return ["{}: page “{}”, Markdown “{}”".format(markdown.name, *both)]
    return []


def test_words(publication: Built, verdict: Verdict) -> None:
    assert publication.issues
    for issue in publication.issues:
        verdict("words", find_word_differences(issue / "index.html", issue / f"{issue.name}.md"))


def test_markdownlint(publication: Built, node: Path, verdict: Verdict) -> None:
    files = [issue / f"{issue.name}.md" for issue in publication.issues]
    verdict("markdownlint", find_markdownlint_findings(node, files))


PAGE = """<!doctype html><html lang="en"><head><title>A page</title></head><body><a class="skip">Skip</a>
<main><h1>A title</h1>
<p>Some <em>words</em> (<a href="https://example.org/">NYT</a>,
May&nbsp;10)<sup><a role="doc-noteref" href="#n">1</a></sup>.</p>
<table><tr><td>4</td></tr></table></main>
<footer class="colophon"><p>Set in type.</p></footer></body></html>"""
SAME = "# A title\n\nSome *words* ([NYT](https://example.org/), May 10)[1].\n\n| 4 |\n|---|\n\n---\n\nEnd\n"


@pytest.mark.parametrize(
    ("markdown", "is_same"),
    [
        (SAME, True),
        (SAME.replace("words", "word"), False),
        (SAME.replace("[1]", "[2]"), False),
        (SAME.replace("A title", "A title\n\nMore"), False),
    ],
)
def test_words_are_compared(tmp_path: Path, markdown: str, *, is_same: bool) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "x.md").write_text(markdown, encoding="utf-8")
    assert bool(find_word_differences(tmp_path / "index.html", tmp_path / "x.md")) != is_same


def test_markdownlint_detects_faults(node: Path, tmp_path: Path) -> None:
    broken, sound = tmp_path / "broken.md", tmp_path / "sound.md"
    broken.write_text("#No space\n\n\n\n* a\n- b\n", encoding="utf-8")
    sound.write_text("# A title\n\nWords.\n", encoding="utf-8")
    found = "\n".join(find_markdownlint_findings(node, [broken, sound]))
    assert "MD018" in found
    assert "sound.md" not in found
