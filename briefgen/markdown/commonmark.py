"""Writes a tree as CommonMark with GFM tables and footnotes, such that every renderer shows the same text."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from briefgen.expressions import expression
from briefgen.markdown.code import HALF_REFERENCE, fence, write_code
from briefgen.markdown.inert import AROUND, escape_text
from briefgen.markdown.tree import Call, Cited, Element, Part, Tag, Text

_SPACE = expression(r"[ \t\r\n]+")
_LINE_START = expression(r"[>#+=:-]|\d{1,9}(?=[.)](?:\s|$))")
_ADDRESS = expression(r"[^\s<>()\\&_*\[\]`|]+")
_BARE = expression(r"[a-z]+:[^\s<>|]+")
# What renderers without footnotes may take for the target of a link, alone or with a title. A no-break space does not
# end it, and Python-Markdown needs no space before the title.
_TARGET = r"\A(?:<[^<>\n]*>(?=[ \n]|\Z)|[^ \t\n]+)"
_ALONE = r" *\\?(?:\n|\Z)"
_TITLE_START = r" *[\"'(]"
_TITLE_END = r"[\"')] *\\?(?:\n|\Z)"
_BREAK = "\\\n"
_MARKS: dict[Tag, str] = {"em": "*", "strong": "**", "del": "~~"}
# Blocks that may follow the text of a tight item without a blank line.
_CLOSE = frozenset({"ul", "ol", "pre", "blockquote"})


class MarkdownWriter:
    """Writes trees as Markdown; `group` and `call` return the text for a citation group and a footnote reference."""

    def __init__(self, group: Callable[[int], str], call: Callable[[str], str]) -> None:
        self._group = group
        self._call = call
        self._in_table = False
        """Inside a table, a pipe separates cells even in code."""
        self._in_link = False
        self._is_inside = False
        """Inside a list item or a note."""

    def write(self, parts: tuple[Part, ...]) -> str:
        """Write blocks; two adjacent lists get different markers, which keeps them separate."""
        written, before, follows_list = [], "", False
        for part in parts:
            tag = part.tag if isinstance(part, Element) else ""
            is_second = tag in {"ul", "ol"} and before == tag
            before = "" if is_second else tag
            written.append(
                self._list(part, is_second=is_second)
                if isinstance(part, Element) and tag in {"ul", "ol"}
                else self._block(part, can_indent=not follows_list)
            )
            follows_list = tag in {"ul", "ol"}
        return "\n\n".join(written)

    def write_note(self, label: str, note: tuple[Part, ...]) -> str:
        """Write a footnote definition in GFM syntax."""
        with self._inside():
            written = self.write(note)
        tag = note[0].tag if note and isinstance(note[0], Element) else ""
        # Code without fences is a paragraph.
        is_text = tag in {"p", "figure"} or (tag == "pre" and not written.startswith("```"))
        return f"[^{label}]: " + indent(_keep_from_targets(written, is_text=is_text), 4)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        """Write what is indented, where more spaces do not make code."""
        before, self._is_inside = self._is_inside, True
        yield
        self._is_inside = before

    def _block(self, part: Part, *, can_indent: bool = True) -> str:
        match part:
            case Element(tag="h1" | "h2" | "h3" | "h4" | "h5" | "h6" as tag, children=children):
                words = self._inline(children).replace(_BREAK, " ").strip()
                return "#" * int(tag[1]) + " " + re.sub(r"(#+)$", r"\\\1", words)
            case Element(tag="blockquote", children=children):
                return "\n".join(f"> {line}".rstrip() for line in self.write(children).split("\n"))
            case Element(tag="figure"):
                return _figure(part)
            case Element(tag="pre", children=children):
                return _write_code(_words_in(children), can_indent=can_indent and not self._is_inside)
            case Element(tag="table"):
                self._in_table = True
                written = self._table(part)
                self._in_table = False
                return written
            case _:
                return "---" if isinstance(part, Element) and part.tag == "hr" else _paragraph(self._inline((part,)))

    def _list(self, element: Element, *, is_second: bool) -> str:
        items = [child for child in element.children if isinstance(child, Element)]
        numbers = range(int(element.attribute("start") or 1), 10**10)
        bullet, dot = ("*", ")") if is_second else ("-", ".")
        marks = [
            f"{number}{dot} " if element.tag == "ol" else f"{bullet} "
            for number, _ in zip(numbers, items, strict=False)
        ]
        is_tight = bool(element.attribute("tight"))
        written = [
            mark + indent(self._item(item, is_tight=is_tight), len(mark))
            for mark, item in zip(marks, items, strict=True)
        ]
        return ("\n" if is_tight else "\n\n").join(written)

    def _item(self, item: Element, *, is_tight: bool) -> str:
        """Write the content of a list item."""
        first, *rest = item.children
        # `- ---` would itself be a thematic break.
        with self._inside():
            written = "***" if isinstance(first, Element) and first.tag == "hr" else self.write((first,))
            for part in rest:
                block, tag = self.write((part,)), part.tag if isinstance(part, Element) else ""
                is_close = is_tight and tag in _CLOSE and not (isinstance(part, Element) and part.attribute("start"))
                # Code without fences is a paragraph.
                is_close = is_close and (tag != "pre" or block.startswith("```"))
                written += ("\n" if is_close else "\n\n") + block
        return written

    def _table(self, table: Element) -> str:
        rows = [row for section in table.children if isinstance(section, Element) for row in section.children]
        lines = [
            "| " + " | ".join(self._cell(cell) for cell in row.children) + " |"
            for row in rows
            if isinstance(row, Element)
        ]
        head = rows[0].children if isinstance(rows[0], Element) else ()
        marks = {"left": ":--", "right": "--:", "center": ":-:"}
        rule = (marks.get(cell.attribute("align"), "---") for cell in head if isinstance(cell, Element))
        return "\n".join([lines[0], "| " + " | ".join(rule) + " |", *lines[1:]])

    def _cell(self, cell: Part) -> str:
        return self._inline((cell,)).replace(_BREAK, " ").strip(" ")

    def _inline(self, parts: tuple[Part, ...], before: str = "", after: str = "", *, is_nested: bool = False) -> str:
        """Write inline content; `before` and `after` are the text around it, with which it may form markup."""
        written: list[str] = []
        parts = tuple(_joined(parts))
        for part, follows in zip(parts, _followers(parts, after), strict=True):
            match part:
                case Element(tag="code", children=children):
                    written.append(self._code(_SPACE.sub(" ", _words_in(children)), after=before))
                case Element(tag="em" | "strong" | "del" as tag, children=children):
                    inner = self._inline(children, before, follows, is_nested=True)
                    first = follows[:1]
                    written.append(_emphasise(_MARKS[tag], inner, before=before[-1:], after=first, is_nested=is_nested))
                case _:
                    written.append(self._span(part, before, follows))
            # Nobody looks further back.
            before = (before + written[-1])[-AROUND:]
        return "".join(written)

    def _span(self, part: Part, before: str, after: str) -> str:
        match part:
            case Text(words=words):
                return escape_text(_SPACE.sub(" ", words), before, after, in_link=self._in_link)
            case Cited(number=number):
                return self._group(number)
            case Call(label=label):
                return self._call(label)
            case Element(tag="br"):
                return _BREAK
            case Element(tag="a"):
                return self._link(part)
            case Element(children=children):
                return self._inline(children, before, after)

    def _link(self, link: Element) -> str:
        address, title = link.attribute("href"), link.attribute("title")
        if _words_in(link.children) == address and _BARE.fullmatch(address) and not title:
            return f"<{address}>"
        self._in_link = True
        shown = self._inline(link.children)
        self._in_link = False
        return format_link(shown, address, title)

    def _code(self, code: str, *, after: str) -> str:
        """Write a code span, or plain text where none can be: directly after another one, both would merge."""
        is_second = after.endswith("`") and not after.endswith("\\`")
        if is_second or not code.strip(" ") or re.search(HALF_REFERENCE, code):
            return escape_text(code, in_link=self._in_link)
        ticks = fence(code, shortest=1)
        pad = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
        return ticks + pad + (code.replace("|", r"\|") if self._in_table else code) + pad + ticks


def _write_code(code: str, *, can_indent: bool) -> str:
    """Write a block of code, or its lines as plain text where even code is not left alone."""
    if re.search(HALF_REFERENCE, code):
        return _BREAK.join(map(escape_markdown, filter(str.strip, code.splitlines())))
    return write_code(code, can_indent=can_indent)


def _figure(figure: Element) -> str:
    alt = escape_markdown(figure.attribute("alt"), in_link=True)
    image = f"![{alt}]({format_address(figure.attribute('src'))})"
    return "\n\n".join(filter(None, [image, escape_markdown(figure.attribute("title"))]))


def escape_markdown(text: str, *, in_link: bool = False) -> str:
    """Escape a text, on one line, so that renderers show it literally, even at the start of a line."""
    return _paragraph(escape_text(_SPACE.sub(" ", text), in_link=in_link))


def format_link(words: str, address: str, title: str = "") -> str:
    """Format a link; `words` is Markdown, `address` as returned by `parse_link`."""
    # Python-Markdown ends the link at a parenthesis in the title, even in quotation marks.
    shown = re.sub(r'["()]', r"\\\g<0>", escape_text(_SPACE.sub(" ", title), in_link=True))
    return f'[{words}]({format_address(address)} "{shown}")' if title else f"[{words}]({format_address(address)})"


def format_address(address: str) -> str:
    """Format the target of a link, in angle brackets if it contains special characters."""
    if _ADDRESS.fullmatch(address):
        return address
    safe = re.sub(r"[\s<>\\|]", lambda found: quote(found[0]), address)
    return "<" + re.sub(r"&(?=#|\w+;)", "&amp;", safe) + ">"


def _paragraph(words: str) -> str:
    """Escape the line starts of a paragraph that would open another block."""
    lines = (line.strip(" ") for line in words.split(_BREAK) if line.strip())
    return _BREAK.join(map(_escape_start, lines))


def _escape_start(line: str) -> str:
    found = _LINE_START.match(line)
    if found is None:
        return line
    number = found.group() if found.group().isdigit() else ""
    return f"{number}\\{line[len(number) :]}"


def _emphasise(mark: str, words: str, *, before: str, after: str, is_nested: bool) -> str:
    """Wrap text in emphasis marks, with spaces outside, if a renderer would parse them as such.

    A delimiter between a letter and punctuation neither opens nor closes (CommonMark, section 6.2), next to another
    one they merge, and between two letters it may close an outer emphasis; in these cases the marks are left out.
    """
    inner = words.strip()
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if not inner or inner.startswith(_BREAK) or "\n" in trail:
        return words
    before, after = (lead or before)[-1:], (trail or after)[:1]
    opens = not _may_be_letter(before) or (_is_letter(inner[0]) and not is_nested)
    closes = not _may_be_letter(after) or _is_letter(inner[-1])
    doubles = mark[0] in {before, inner[0], inner[-1]}
    return f"{lead}{mark}{inner}{mark}{trail}" if opens and closes and not doubles else words


def _is_letter(character: str) -> bool:
    """Return whether a character is neither white space nor punctuation in every version of CommonMark."""
    return bool(character.strip()) and unicodedata.category(character)[0] not in "PS"


def _may_be_letter(character: str) -> bool:
    """Return whether some versions treat it as a letter: non-ASCII symbols are punctuation only since 0.31."""
    is_symbol = bool(character) and not character.isascii() and unicodedata.category(character)[0] == "S"
    return is_symbol or _is_letter(character)


def _joined(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Merge adjacent texts: together they may contain syntax that neither contains alone."""
    words = ""
    for part in parts:
        if isinstance(part, Text):
            words += part.words
            continue
        if words:
            yield Text(words)
        words = ""
        yield part
    if words:
        yield Text(words)


def _followers(parts: tuple[Part, ...], after: str) -> list[str]:
    """Return the plain text behind each part, as far as it counts."""
    followers = [after[:AROUND]]
    for part in reversed(parts[1:]):
        followers.append((_words_in((part,))[:AROUND] + followers[-1])[:AROUND])
    return followers[: len(parts)][::-1]


def _words_in(parts: tuple[Part, ...]) -> str:
    """Return the plain text of parts; a citation or call counts as an opening parenthesis."""
    return "".join(
        "(" if isinstance(part, Cited | Call) else part.words if isinstance(part, Text) else _words_in(part.children)
        for part in parts
    )


def indent(text: str, columns: int) -> str:
    """Indent all lines except the first and blank ones."""
    return re.sub(r"\n(?!\n|$)", "\n" + " " * columns, text)


def _keep_from_targets(note: str, *, is_text: bool) -> str:
    """Return a note whose start no renderer without footnotes takes for the target of a link with its title.

    Two spaces written as entities are a target that no title follows; in a block, its mark is such a target.
    """
    word = re.match(_TARGET, note)
    if word is None:
        return note
    after = note[word.end() :]
    starts = re.search(r"[\"'(]", word[0]) or re.match(_TITLE_START, after)
    if not re.match(_ALONE, after) and not (starts and re.search(_TITLE_END, note)):
        return note
    return f"&#32; &#32; {note}" if is_text else f"{word[0]} &#32;{after}"
