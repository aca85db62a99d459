"""Writes a tree as HTML: all text is escaped, and all tags are from an allowlist."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from briefgen.expressions import expression
from briefgen.markdown.tree import Call, Cited, Element, Part, Tag, Text

_ATTRIBUTES = frozenset({"href", "title", "lang", "dir", "start"})
_CHILDLESS: dict[Tag, str] = {"br": "<br>\n", "hr": "<hr>"}
_OUTER = frozenset({"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"})
# A dash or a hyphen that belongs to the word behind it, `—dijo` or `-betrieb`, and a dash that closes an aside: lines
# would break on both sides of them. Longer words must be allowed to break.
_FIRM = expression(
    r"(?<![^\s(«“„‘¿¡])[—–-]\w[\w’'-]{0,24}(?!\w)(?:[.…?!»”]?—(?![\w—]))?"
    r"|(?<!\w)\w[\w’'-]{0,24}[.…?!»”]?—(?![\w—])"
)


class HtmlWriter:
    """Writes trees as HTML.

    `group`, `call` and `figure` return the HTML for a citation group, a footnote reference and a picture.
    """

    def __init__(
        self,
        group: Callable[[int], Markup] = Markup,
        call: Callable[[str], Markup] = Markup,
        figure: Callable[[Element], Markup] = lambda _: Markup(),
    ) -> None:
        self._group = group
        self._call = call
        self._figure = figure
        self._is_code = False

    def write(self, parts: Iterable[Part]) -> Markup:
        """Write parts one after the other."""
        return Markup("".join(map(self._part, parts)))  # noqa: S704 - text is escaped, and all tags come from `Tag`

    def _part(self, part: Part) -> str:
        match part:
            case Text(words=words):
                return escape(_unbroken(words)) if self._is_code else _write_words(_unbroken(words))
            case Cited(number=number):
                return self._group(number)
            case Call(label=label):
                return self._call(label)
            case Element(tag=tag) if tag in _CHILDLESS:
                return _CHILDLESS[tag]
            case Element(tag="figure"):
                return self._figure(part)
            case Element():
                return f"<{part.tag}{_attributes(part)}>{self._inside(part)}</{part.tag}>"

    def _inside(self, element: Element) -> str:
        match element:
            case Element(tag="code", children=children):
                return self._code(children).replace("\n", " ")
            case Element(tag="pre", children=(Element(children=lines),)):
                return f"<code>{self._code(lines)}</code>"
            case Element(tag="ul" | "ol", children=items) if element.attribute("tight"):
                return "\n".join(["", *map(self._tight_item, items), ""])
            case Element(tag=tag, children=children) if tag in _OUTER and children:
                return "\n".join(["", *map(self._part, children), ""])
            case _:
                return "".join(map(self._part, element.children))

    def _code(self, parts: Iterable[Part]) -> str:
        self._is_code = True
        written = "".join(map(self._part, parts))
        self._is_code = False
        return written

    def _tight_item(self, item: Part) -> str:
        """Write an item of a tight list, whose text is not wrapped in `<p>`."""
        children = item.children if isinstance(item, Element) else ()
        blocks = [
            "".join(map(self._part, child.children))
            if isinstance(child, Element) and child.tag == "p"
            else self._part(child)
            for child in children
        ]
        if len(blocks) > 1:
            blocks.append("")
        return "<li>" + "\n".join(blocks) + "</li>"


def _write_words(words: str) -> str:
    """Write words; what browsers must not part at a dash gets an element."""
    if "—" not in words and not any(f" {dash}" in words for dash in "-–"):
        return escape(words)
    written, done = [], 0
    for found in _FIRM.finditer(words):
        written += [escape(words[done : found.start()]), f'<span class="firm">{escape(found[0])}</span>']
        done = found.end()
    return "".join([*written, escape(words[done:])])


def _attributes(element: Element) -> str:
    attributes = [(name, value) for name, value in element.attributes if name in _ATTRIBUTES]
    if element.tag in {"th", "td"} and element.attribute("align"):
        attributes.append(("class", f"align-{element.attribute('align')}"))
    if element.tag == "th":
        attributes.append(("scope", "col"))
    return "".join(f' {name}="{escape(_unbroken(value))}"' for name, value in attributes)


def _unbroken(text: str) -> str:
    """Return a text without carriage returns, which readers of HTML take for other line ends."""
    return text.replace("\r", " ")
