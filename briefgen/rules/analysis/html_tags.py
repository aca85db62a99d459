"""HTML tags in a text, which are printed as they stand, with what to write in the place of each."""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding
from briefgen.expressions import expression
from briefgen.manuscript import FieldText
from briefgen.yamltext import Span

_TAG = expression(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_TAGS = frozenset({
    "abbr", "b", "blockquote", "body", "center", "cite", "code", "dd", "del", "details", "dl", "dt", "em", "embed",
    "figure", "figcaption", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "i", "iframe", "ins", "kbd", "li", "link", "main", "mark", "meta", "nav", "object", "ol", "pre", "q", "s",
    "script", "section", "small", "span", "strike", "strong", "style", "sub", "summary", "svg", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "video", "audio", "article", "aside", "source",
    "button", "form", "input", "label", "picture", "sup", "wbr",
})  # fmt: skip
_MARKDOWN_HELP = "use Markdown: *emphasis*, **strong**, lists, tables"
_NO_TAG_HELP = "delete it, or write `\\<` for the sign itself"
_NOTE_TAGS = frozenset({"ref", "cite", "footnote", "fn", "note", "references", "sup"})
_BREAK = "delete it, and leave an empty line where a paragraph ends"
_TAG_HELP = {
    "br": _BREAK,
    "p": _BREAK,
    "div": _BREAK,
    "img": "put the picture under `image:`, or write `![what it shows](images/NAME.jpg)` in a paragraph of its own",
    "a": "write it as a link: `[words](https://…)`",
    **dict.fromkeys(
        ("ref", "cite", "footnote", "fn", "note", "references"),
        "cite the source: `[@key]`, or `(Outlet, May 12)`; a remark is a note: `[^1]`, and below the text `[^1]: …`",
    ),
    "sup": "cite the source: `[@key]`; for a sign, write ² or ³ itself",
}


def find_tags(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield HTML tags, also in the words of links, each with its text; whoever writes `&lt;b>` means the signs."""
    shown = text.prose.body.shown
    for match in _TAG.finditer(shown.words) if "<" in shown.words else ():
        tag = shown.span(Span(*match.span()))
        written = tag.of(text.prose.text).splitlines()[0]
        is_code = any(code.covers(tag) for code in text.prose.unmarked_code)
        if written.startswith("<") and not is_code and not text.is_malformed_citation(tag):
            name = re.sub(r"\W", " ", written).split()[0].casefold()
            help_ = _TAG_HELP.get(name, _MARKDOWN_HELP if name in _TAGS else _NO_TAG_HELP)
            message = f"HTML is shown as text: `{written}`"
            # A citation of another system has two tags, which have one cure.
            kind = name if name in _NOTE_TAGS else written
            yield kind, Finding(span=text.file_span(tag), message=message, help=help_)
