"""The tree of a body as CommonMark with GFM tables, which any renderer turns into the words of the page."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from briefgen.edition.tree import Cited, Element, Part, Text

Group = Callable[[int], str]

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BANG = re.compile(r"!(?=\\?\[|$)")
_LINE_START = re.compile(r"^(?:(?P<mark>[#+=-])|(?P<number>\d{1,9})(?=[.)](?:\s|$)))")
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"[^\s<>()\\&_*\[\]`]+")
_CLOSING_HASHES = re.compile(r"(#+)$")
_BARE_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = "\\\n"


def format_markdown(parts: tuple[Part, ...], group: Group) -> str:
    """Return a body as CommonMark; `group` gives the finished Markdown of a citation group by its number."""
    return "\n\n".join(block for part in parts if (block := _block(part, group)))


def escape_markdown(text: str) -> str:
    """Return a text on one line such that a renderer prints it as it stands, wherever a line may begin with it."""
    return _at_line_start(_escape(_SPACE.sub(" ", text).strip()))


def format_link(words: str, address: str) -> str:
    """Return a link; `words` is finished Markdown, `address` as `parse_link` gives it."""
    return f"[{words}]({format_address(address)})"


def format_address(address: str) -> str:
    """Return the target of a link, in angle brackets where it holds characters that mean something."""
    if _ADDRESS.fullmatch(address):
        return address
    safe = re.sub(r"[\s<>\\]", lambda found: quote(found[0]), address)
    return f"<{_ENTITY.sub('&amp;', safe)}>"


def _escape(text: str) -> str:
    """Escape what means something inside a line."""
    return _BANG.sub(r"\\!", _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", text)))


def _at_line_start(line: str) -> str:
    found = _LINE_START.match(line)
    if found is None:
        return line
    if found["mark"]:
        return "\\" + line
    return f"{found['number']}\\{line[found.end() :]}"


def _block(part: Part, group: Group) -> str:
    if isinstance(part, Element) and part.tag in _WRITERS:
        return _WRITERS[part.tag](part, group)
    return _paragraph(_inline((part,), group))


def _paragraph(words: str) -> str:
    """Return a paragraph, none of whose lines can be read as the start of something else."""
    lines = [_at_line_start(line.strip()) for line in words.split(_BREAK)]
    return _BREAK.join(line for line in lines if line)


def _escape_first(match: re.Match[str]) -> str:
    return "\\" + match.group()


def _blocks_of(element: Element) -> tuple[Part, ...]:
    """Return the blocks inside a list item or quotation: loose words between them are a paragraph."""
    blocks: list[Part] = []
    words: list[Part] = []
    for child in (*element.children, None):
        is_block = isinstance(child, Element) and child.tag in _BLOCKS
        if (child is None or is_block) and any(not _is_space(word) for word in words):
            blocks.append(Element("p", (), tuple(words)))
        if child is None or is_block:
            words = []
        if is_block and child is not None:
            blocks.append(child)
        elif child is not None:
            words.append(child)
    return tuple(blocks)


def _is_space(part: Part) -> bool:
    return isinstance(part, Text) and not part.words.strip()


def _heading(element: Element, group: Group) -> str:
    words = _inline(element.children, group).replace(_BREAK, " ").strip()
    return f"{'#' * int(element.tag[1])} {_CLOSING_HASHES.sub(_escape_first, words)}" if words else ""


def _quote(element: Element, group: Group) -> str:
    inside = format_markdown(_blocks_of(element), group)
    return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))


def _list(element: Element, group: Group) -> str:
    items = [child for child in element.children if isinstance(child, Element)]
    start = int(element.attribute("start") or 1)
    is_loose = any(child.tag == "p" for item in items for child in item.children if isinstance(child, Element))
    written = []
    for number, item in enumerate(items, start=start):
        marker = f"{number}. " if element.tag == "ol" else "- "
        blocks = [block for part in _blocks_of(item) if (block := _block(part, group))]
        inside = ("\n\n" if is_loose else "\n").join(blocks)
        written.append(
            marker + inside.replace("\n", "\n" + " " * len(marker)).replace("\n" + " " * len(marker) + "\n", "\n\n")
        )
    return ("\n\n" if is_loose else "\n").join(written)


def _code_block(element: Element, group: Group) -> str:
    del group  # Code holds no citations.
    code = "".join(_raw(element.children))
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code.rstrip(chr(10))}\n{fence}"


def _rule(element: Element, group: Group) -> str:
    del element, group
    return "---"


def _table(table: Element, group: Group) -> str:
    rows = [row for section in _elements(table) for row in _elements(section)]
    lines = ["| " + " | ".join(_cell(cell, group) for cell in _elements(row)) + " |" for row in rows]
    rule = "| " + " | ".join(_alignment(cell) for cell in _elements(rows[0])) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cell(cell: Element, group: Group) -> str:
    return _BARE_PIPE.sub(r"\\|", _SPACE.sub(" ", _inline(cell.children, group).replace(_BREAK, " "))).strip()


def _alignment(cell: Element) -> str:
    return {"left": ":--", "right": "--:", "center": ":-:"}.get(cell.attribute("align"), "---")


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _raw(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Text(words=words):
                yield words
            case Element(children=children):
                yield from _raw(children)
            case _:
                yield "("  # With which a citation begins.


def _inline(parts: tuple[Part, ...], group: Group, before: str = "") -> str:
    """Write what stands in a line; `before` is the character before it."""
    written = ""
    for index, part in enumerate(parts):
        match part:
            case Element(tag="em" | "strong" as tag):
                after = next((words[0] for words in _raw(parts[index + 1 :]) if words), "")
                last = (before + written)[-1:]
                inner = _inline(part.children, group, last)
                written += _emphasised("*" if tag == "em" else "**", inner, before=last, after=after)
            case Element(tag="code") if written.endswith("`") and not written.endswith("\\`"):
                # Two spans of code side by side would be read as one: the second goes without its marks.
                written += _escape("".join(_raw(part.children)))
            case _:
                written += _span(part, group)
    return written


def _span(part: Part, group: Group) -> str:
    match part:
        case Text(words=words):
            return _escape(_SPACE.sub(" ", words))
        case Cited(number=number):
            return group(number)
        case Element(tag="br"):
            return _BREAK
        case Element(tag="code"):
            return _code_span("".join(_raw(part.children)))
        case Element(tag="a"):
            return format_link(_inline(part.children, group), part.attribute("href"))
        case _:
            return _inline(part.children, group)


def _emphasised(mark: str, words: str, *, before: str, after: str) -> str:
    """Put marks around words, spaces outside them, where a renderer would read them as marks.

    A mark between a letter and a punctuation mark opens or closes nothing (CommonMark, section 6.2); the
    words then go without.
    """
    if words.strip(" ").startswith(_BREAK) or words.strip(" ").endswith(_BREAK):
        return words
    inner = words.strip()
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    opens = inner and (inner[0].isalnum() or not (lead or before)[-1:].isalnum())
    closes = inner and (inner[-1].isalnum() or not (trail or after)[:1].isalnum())
    doubles = before.endswith("*") or inner.startswith("*") or inner.endswith("*")
    return f"{lead}{mark}{inner}{mark}{trail}" if opens and closes and not doubles else words


def _code_span(code: str) -> str:
    code = _SPACE.sub(" ", code)
    if not code.strip():
        return code
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
    return f"{fence}{pad}{code}{pad}{fence}"


_WRITERS: dict[str, Callable[[Element, Group], str]] = {
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _code_block,
    "table": _table,
    "hr": _rule,
}
_BLOCKS = frozenset({"p", *_WRITERS})
