"""A line of a body with a read position in characters and in columns, since tabs align to columns."""

TAB = 4


class Line:
    """A line and how far it has been read: `at` in characters, `column` in columns."""

    __slots__ = ("at", "column", "offset", "text")

    def __init__(self, offset: int, text: str) -> None:
        self.offset = offset
        self.text = text
        self.at = 0
        self.column = 0

    @property
    def end(self) -> int:
        """The offset of the line's end in the body, without trailing space."""
        return self.offset + max(self.at, len(self.text.rstrip()))

    def look(self) -> tuple[int, str]:
        """Return the indent of the remaining text in columns, and that text; it is "" if the rest is blank."""
        ahead = self.text[self.at :]
        rest = ahead.lstrip(" \t")
        space, column = ahead[: len(ahead) - len(rest)], self.column
        if "\t" not in space:
            return len(space), rest
        for each in space:
            column += _width(each, column)
        return column - self.column, rest

    def skip(self, columns: int) -> None:
        """Skip up to `columns` columns of white space; a tab may be skipped in part."""
        goal = self.column + columns
        while self.column < goal and self.text[self.at : self.at + 1] in {" ", "\t"}:
            after = self.column + _width(self.text[self.at], self.column)
            self.at += after <= goal
            self.column = min(after, goal)

    def skip_indent(self) -> int:
        """Skip all white space; return the offset in the body of what follows."""
        self.skip(self.look()[0])
        return self.offset + self.at

    def take(self, count: int) -> None:
        """Skip `count` characters other than white space."""
        self.at += count
        self.column += count


def _width(space: str, column: int) -> int:
    return TAB - column % TAB if space == "\t" else 1
