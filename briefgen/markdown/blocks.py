"""Parses blocks with CommonMark's algorithm: line by line, continue open blocks, then open new ones, then add text.

See https://spec.commonmark.org/0.31.2/#phase-1-block-structure.
"""

from typing import Literal

from briefgen.expressions import expression
from briefgen.markdown.definitions import find_definitions, fold_label
from briefgen.markdown.lines import TAB, Line
from briefgen.markdown.openings import Opening, find_opening
from briefgen.markdown.reading import MAX_DEPTH, MAX_LINES, Reading
from briefgen.markdown.tables import Piece, is_table, split_row
from briefgen.yamltext import Span

NodeKind = Literal[
    "body", "quote", "list", "item", "note", "paragraph", "heading", "table", "code", "comment", "rule", "definition"
]

_CONTAINERS = frozenset({"quote", "item", "note"})
_UNDERLINE = expression(r"(?:=+|-+)[ \t]*$")
_CLOSING_HASHES = expression(r"(?:^|[ \t])#+[ \t]*$")
_COMMENT_OR_CODE = expression(r"\\.|(`++).*?(?<!`)\1(?!`)|<!--")
# The end of a sentence or of a citation, and a colon, which headings have not.
_SENTENCE_END = expression(r"(?:[.;:,…]|\]|\d\))[”’\"'*_)]*\Z")
_LONGEST_HEADING = 14
_GAP = expression(r"\n[ \t>]*\n")
_DEEPEST_TEXT = 3
"""The maximum indent of a block marker; a line in a paragraph with a larger indent is always text."""


class Node:
    """A block under construction; its end is known only after the first line that does not belong to it."""

    __slots__ = ("children", "end", "indent", "key", "kind", "level", "lines", "number", "start")

    def __init__(self, kind: NodeKind, start: int, end: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.end = max(start, end)
        self.children: list[Node] = []
        self.lines: list[Piece] = []
        self.key = ""
        """Lists and items: their shared marker; code: its fence, until it is closed; notes: their label."""
        self.number = ""
        """Numbered lists: the first number."""
        self.level = 0
        self.indent = 0
        """Items: the indent of their content; code: the indent of the fence."""

    def is_loose(self, body: str) -> bool:
        """Return whether a list is loose: blank lines separate its items, or blocks within one."""
        pairs = [*zip(self.children, self.children[1:], strict=False)]
        pairs += [pair for item in self.children for pair in zip(item.children, item.children[1:], strict=False)]
        return any(_GAP.search(body, before.end, after.start) for before, after in pairs)


class BlockParser:
    """Parses the blocks of a body, and collects its link definitions and note labels."""

    def __init__(self, body: str, reading: Reading) -> None:
        self._body = body
        self._reading = reading
        self._open = [Node("body", 0, len(body))]
        self._comment_end = 0
        self._inline_comment_end = 0

    def parse(self) -> Node:
        """Return the root of the tree of blocks."""
        body, offset = self._open[0], 0
        for number, text in enumerate(self._body.split("\n")):
            if number == MAX_LINES:
                self._reading.exceed(offset, f"more than {MAX_LINES:,} lines in one body")
                break
            self._read(Line(offset, text))
            offset += len(text) + 1
        self._close(1)
        return body

    def _read(self, line: Line) -> None:
        if line.offset < self._inline_comment_end and self._open[-1].kind == "paragraph":
            self._add_line(line, line.offset, line.text)
            return
        depth = self._continue(line)
        if not depth:
            return
        is_lazy = self._open[-1].kind == "paragraph" and depth < len(self._open)
        while True:
            indent, rest = line.look()
            in_paragraph = self._open[-1].kind == "paragraph"
            if not rest or (in_paragraph and indent > _DEEPEST_TEXT):
                break
            can_continue = in_paragraph and not is_lazy
            if can_continue and self._convert_paragraph(self._open[-1], line, rest):
                return
            opening = self._find_opening(line, rest, in_paragraph=can_continue)
            if opening is None or self._is_too_deep(opening, depth, line):
                break
            self._close(depth - can_continue)
            is_lazy = False
            if self._begin(opening, line):
                return
            depth = len(self._open)
        self._add_text(line, depth, is_lazy=is_lazy)

    # Continuing open blocks.

    def _continue(self, line: Line) -> int:
        """Return how many of the open blocks the line continues; 0 if the line is consumed completely."""
        for depth, node in enumerate(self._open[1:], start=1):
            indent, rest = line.look()
            match node.kind:
                case "quote" if indent <= _DEEPEST_TEXT and rest.startswith(">"):
                    line.skip_indent()
                    self._skip_quote_marker(line)
                case "item" | "note" if indent >= node.indent if rest else node.children:
                    line.skip(node.indent)
                case "list":
                    pass
                case "paragraph" if rest:
                    pass
                case "code" | "comment" | "table" if self._consume(node, line):
                    return 0
                case _:
                    return depth
        return len(self._open)

    def _consume(self, node: Node, line: Line) -> bool:
        """Add a line to an open code, comment or table block, if it belongs to it; return whether it does."""
        indent, rest = line.look()
        match node.kind:
            case "code":
                fence = rest.rstrip()
                if indent <= _DEEPEST_TEXT and fence.startswith(node.key) and not fence.strip(node.key[0]):
                    self._open.pop()
                    node.key = ""
                else:
                    line.skip(min(indent, node.indent))
                    start = line.offset + line.at
                    node.lines.append((start, self._body[start : line.offset + len(line.text) + 1]))
            case "comment":
                if "-->" in rest:
                    self._open.pop()
            case _:
                if not rest or self._find_opening(line, rest, in_paragraph=True):
                    return False
                node.lines.append((line.skip_indent(), rest))
        node.end = line.end
        return True

    def _close(self, depth: int) -> None:
        """Close the open blocks at and above a depth of the stack."""
        while len(self._open) > depth:
            node = self._open.pop()
            if node.kind == "paragraph":
                self._take_definitions(node)
            elif node.kind == "code":
                span = Span(node.start, node.start + len(node.key))
                self._reading.report(span, "this code fence is never closed", f"add a line `{node.key}` after the code")
            self._open[-1].end = max(self._open[-1].end, node.end)
            if node.children:
                node.end = max(node.end, node.children[-1].end)

    def _take_definitions(self, paragraph: Node) -> None:
        """Turn link definitions at the start of a paragraph into blocks; if nothing is left, it is removed."""
        siblings, lines = self._open[-1].children, paragraph.lines
        text, done, place = "", 0, len(siblings) - 1
        if lines and lines[0][1].startswith("["):
            text = "".join(words for _, words in lines)
        for label, target, end in find_definitions(text):
            count = text.count("\n", done, end) + 1
            node = Node("definition", lines[0][0], lines[count - 1][0] + len(lines[count - 1][1].rstrip()))
            node.key = label
            self._reading.definitions.setdefault(label, target)
            siblings.insert(place, node)
            place, done = place + 1, end + 1
            del lines[:count]
        if lines:
            paragraph.start, paragraph.end = lines[0][0], lines[-1][0] + len(lines[-1][1].rstrip())
        else:
            siblings.remove(paragraph)

    # Opening new blocks.

    def _find_opening(self, line: Line, rest: str, *, in_paragraph: bool) -> Opening | None:
        """Return the opening of a block, or None; a comment is a block only if nothing follows it on its last line."""
        if not rest.startswith("<!--"):
            return find_opening(rest, in_paragraph=in_paragraph)
        inside = line.offset + len(line.text) - len(rest) + len("<!--")
        if 0 <= self._comment_end < inside:
            self._comment_end = self._body.find("-->", inside)
        after = self._comment_end + len("-->")
        is_block = self._comment_end >= 0 and not self._body[after : (self._body + "\n").index("\n", after)].strip()
        return Opening("comment", "<!--") if is_block else None

    def _is_too_deep(self, opening: Opening, depth: int, line: Line) -> bool:
        deepest = sum(node.kind in _CONTAINERS for node in self._open[:depth]) >= MAX_DEPTH
        if deepest and opening.kind in _CONTAINERS:
            message = f"lists or quotations nested more than {MAX_DEPTH} deep"
            self._reading.exceed(line.offset + line.at, message, "flatten them")
            return True
        return False

    def _begin(self, opening: Opening, line: Line) -> bool:
        """Open a block; return whether no other block can open on its line."""
        indent, _ = line.look()
        column = line.column
        start = line.skip_indent()
        if opening.kind == "item":
            self._find_list(opening, start)
        elif self._open[-1].kind == "list":
            self._close(len(self._open) - 1)
        node = self._add(Node(opening.kind, start, line.end))
        node.key, node.indent = opening.key, indent
        match opening.kind:
            case "quote":
                self._skip_quote_marker(line)
            case "item":
                self._begin_item(node, opening, line, column)
            case "note":
                node.key, node.indent = fold_label(opening.key), TAB
                self._reading.notes.add(node.key)
                line.take(len(opening.marker))
            case "heading":
                line.take(len(opening.marker))
                self._begin_heading(node, opening, line)
            case "code":
                node.key = opening.marker
            case "comment" if self._comment_end > line.end:
                pass
            case _:
                self._open.pop()
        return opening.kind not in _CONTAINERS

    def _add(self, node: Node) -> Node:
        self._open[-1].children.append(node)
        self._open.append(node)
        return node

    def _skip_quote_marker(self, line: Line) -> None:
        """Skip the marker of a block quotation and the one space that belongs to it."""
        line.take(1)
        line.skip(1)

    def _find_list(self, opening: Opening, start: int) -> None:
        """Continue the open list, or open a new one if the item has another marker."""
        if self._open[-1].kind == "list" and self._open[-1].key != opening.key:
            self._close(len(self._open) - 1)
        if self._open[-1].kind != "list":
            node = self._add(Node("list", start))
            node.key, node.number = opening.key, opening.number

    def _begin_item(self, node: Node, opening: Opening, line: Line, column: int) -> None:
        line.take(len(opening.marker))
        marked = line.column
        space, rest = line.look()
        line.skip(space if 0 < space <= TAB and rest else 1)
        node.indent = (line.column if rest else marked + 1) - column

    def _begin_heading(self, node: Node, opening: Opening, line: Line) -> None:
        node.level = len(opening.marker.strip())
        words = line.text[line.at :]
        node.lines.append((line.offset + line.at, _CLOSING_HASHES.sub("", words)))
        self._open.pop()

    def _convert_paragraph(self, paragraph: Node, line: Line, rest: str) -> bool:
        """Turn the open paragraph into a heading or a table if this line underlines it; return whether it does."""
        if _UNDERLINE.match(rest):
            self._open.pop()
            self._take_definitions(paragraph)
            if paragraph.lines:
                self._report_underline(paragraph, line, rest)
                paragraph.kind, paragraph.level, paragraph.end = "heading", 1 if rest[0] == "=" else 2, line.end
            return bool(paragraph.lines)
        if is_table(paragraph.lines[-1][1], rest):
            head = paragraph.lines.pop()
            self._open.pop()
            self._take_definitions(paragraph)
            table = self._add(Node("table", head[0], line.end))
            table.lines = [head, (line.skip_indent(), rest)]
            return True
        return False

    def _report_underline(self, paragraph: Node, line: Line, rest: str) -> None:
        """Report a line below a paragraph that makes a heading of it, if it reads as a text."""
        words = "".join(piece for _, piece in paragraph.lines).rstrip()
        if words.startswith("|") and words.endswith("|"):
            columns = len(list(split_row(0, paragraph.lines[-1][1])))
            help_ = f"write `|{' --- |' * columns}` below the first row of a table"
            self._reading.report(Span(line.end - len(rest), line.end), "no row of hyphens for each column", help_)
            return
        is_short = len(words.split()) <= _LONGEST_HEADING
        if len(paragraph.lines) == 1 and is_short and not _SENTENCE_END.search(words):
            return
        end = line.offset + len(line.text.rstrip())
        mark = rest.strip()
        message = f"`{mark[:10]}` makes a heading of the paragraph above it"
        self._reading.report(Span(end - len(mark), end), message, "leave an empty line above it, or delete it")

    def _add_text(self, line: Line, depth: int, *, is_lazy: bool) -> None:
        """Add a line to the open paragraph, or open one; `is_lazy` if it is a lazy continuation line.

        A lazy continuation line lacks the markers of the containers around its paragraph.
        """
        _, rest = line.look()
        if is_lazy and rest:
            depth = len(self._open)
        self._close(depth)
        if not rest:
            return
        if self._open[-1].kind == "list":
            self._close(len(self._open) - 1)
        start = line.skip_indent()
        if self._open[-1].kind != "paragraph":
            self._add(Node("paragraph", start))
        self._add_line(line, start, rest)

    def _add_line(self, line: Line, start: int, words: str) -> None:
        """Add text to the open paragraph; an inline comment continues to its end, even over blank lines."""
        self._open[-1].lines.append((start, words + "\n"))
        self._open[-1].end = line.end
        at = max(0, self._inline_comment_end - start)
        while "<!--" in words and (found := _COMMENT_OR_CODE.search(words, at)):
            at = found.end()
            if found.group() == "<!--":
                self._inline_comment_end = self._body.find("-->", start + at)
                at = self._inline_comment_end - start if self._inline_comment_end >= 0 else len(words)
