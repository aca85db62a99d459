"""Renderers of Markdown, each with everything switched on that makes elements."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import cmarkgfm
import markdown
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

Renderer = Callable[[Sequence[str]], list[str]]
"""Renders documents as HTML."""

# The tag filter of GFM is left out: it would take the sting out of a script.
_GFM = ("table", "autolink", "strikethrough", "tasklist")


def _each(render: Callable[[str], object]) -> Renderer:
    return lambda texts: [str(render(text)) for text in texts]


PYTHON_RENDERERS: dict[str, Renderer] = {
    "cmark-gfm (PyPI)": _each(
        lambda text: cmarkgfm.markdown_to_html_with_extensions(
            text, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES, extensions=list(_GFM)
        )
    ),
    "cmark-gfm (PyPI), CommonMark only": _each(
        lambda text: cmarkgfm.markdown_to_html(text, Options.CMARK_OPT_UNSAFE),
    ),
    "markdown-it-py": _each(MarkdownIt("commonmark", {"html": True}).render),
    "markdown-it-py, html and linkify": _each(MarkdownIt("gfm-like", {"html": True, "linkify": True}).render),
    "Python-Markdown": _each(lambda text: markdown.Markdown().convert(text)),
    "Python-Markdown, extra": _each(lambda text: markdown.Markdown(extensions=["extra"]).convert(text)),
}


def _program(*command: str) -> Renderer:
    def render(texts: Sequence[str]) -> list[str]:
        return [
            subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()
            for text in texts
        ]

    return render


def program_renderers(node: Path) -> dict[str, Renderer]:
    """Return the renderers that are no Python packages; `node` is the folder of those that run on Node."""

    def run_node(name: str) -> Renderer:
        def render(texts: Sequence[str]) -> list[str]:
            with TemporaryDirectory() as folder:
                file = Path(folder) / "texts.json"
                file.write_text(json.dumps(list(texts)), encoding="utf-8")
                done = subprocess.run(["node", node / "markdown.mjs", name, file], capture_output=True, check=True)
            rendered = json.loads(done.stdout)
            assert isinstance(rendered, list)
            return rendered

        return render

    extensions = (word for name in _GFM for word in ("--extension", name))
    return {
        "cmark (Debian)": _program("cmark", "--unsafe"),
        "cmark-gfm (Debian)": _program("cmark-gfm", "--unsafe", "--extension", "footnotes", *extensions),
        "markdown-it (npm)": run_node("markdown-it"),
        "marked (npm)": run_node("marked"),
    }
