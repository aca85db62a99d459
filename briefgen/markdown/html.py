"""A tree as HTML: every word escaped, every tag from the list of those there are."""

from collections.abc import Callable

from markupsafe import Markup, escape

from briefgen.markdown.tree import Call, Cited, Element, Part, Text

_ATTRIBUTES = ("href", "title", "lang", "start")
_OUTER = frozenset({"ul", "ol", "blockquote", "table", "thead", "tbody", "tr"})
_BLOCKS = frozenset({*_OUTER, "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "li"})


class HtmlWriter:
    """Writes trees; `group` and `call` give what stands in the place of a citation group and of a note's call."""

    def __init__(self, group: Callable[[int], Markup], call: Callable[[str], Markup]) -> None:
        self._group = group
        self._call = call

    def write(self, part: Part) -> Markup:  # noqa: PLR0911 - one for each kind
        """Return a part as HTML."""
        match part:
            case Text(words=words):
                return escape(words.replace("\r", " "))
            case Cited(number=number):
                return self._group(number)
            case Call(label=label):
                return self._call(label)
            case Element(tag="br"):
                return Markup("<br>\n")
            case Element(tag="hr"):
                return Markup("<hr>")
            case Element(tag="code", children=children):
                return self._wrapped(part, Markup(self.write_all(children).replace("\n", " ")))  # noqa: S704 - escaped above
            case Element(tag="pre", children=(Element(children=lines),)):
                return Markup("<pre><code>{}</code></pre>").format(self.write_all(lines))
            case Element(tag="ul" | "ol"):
                return self._list(part)
            case _:
                return self._wrapped(part, self._inside(part))

    def write_all(self, parts: tuple[Part, ...]) -> Markup:
        """Return parts one after the other."""
        return Markup("").join(map(self.write, parts))

    def _list(self, element: Element) -> Markup:
        """Write a list; in a tight one the words of an entry stand in no paragraph."""
        items = (child for child in element.children if isinstance(child, Element))
        if not element.attribute("tight"):
            return self._wrapped(element, Markup("\n{}\n").format(Markup("\n").join(map(self.write, items))))
        return self._wrapped(element, Markup("\n{}\n").format(Markup("\n").join(map(self._tight_item, items))))

    def _tight_item(self, item: Element) -> Markup:
        written = Markup("\n").join(
            self.write_all(child.children) if isinstance(child, Element) and child.tag == "p" else self.write(child)
            for child in item.children
        )
        return Markup("<li>{}{}</li>").format(written, "\n" if written.endswith(">") and len(item.children) > 1 else "")

    def _inside(self, element: Element) -> Markup:
        if element.tag in _OUTER or (element.tag == "li" and element.children):
            return Markup("\n{}\n").format(Markup("\n").join(map(self.write, element.children)))
        return self.write_all(element.children)

    def _wrapped(self, element: Element, inside: Markup) -> Markup:
        attributes = [(name, value) for name, value in element.attributes if name in _ATTRIBUTES]
        if element.attribute("align"):
            attributes.append(("class", f"align-{element.attribute('align')}"))
        if element.tag == "th":
            attributes.append(("scope", "col"))
        written = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes)
        return Markup("<{}{}>{}</{}>").format(element.tag, written, inside, element.tag)
