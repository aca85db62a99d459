"""A line of a body, read from the left by columns, as tabs ask."""

TAB = 4


class Line:
    """A line and how far it has been read; `at` is a place in it, `column` the same on a screen."""

    __slots__ = ("at", "column", "offset", "text")

    def __init__(self, offset: int, text: str) -> None:
        self.offset = offset
        self.text = text
        self.at = 0
        self.column = 0

    @property
    def end(self) -> int:
        """Where the line ends in the body, without the spaces at its end."""
        return self.offset + max(self.at, len(self.text.rstrip()))

    def look(self) -> tuple[int, str]:
        """Return by how many columns what comes next is indented, and what comes next; nothing on a blank line."""
        ahead = self.text[self.at :]
        rest = ahead.lstrip(" \t")
        space, column = ahead[: len(ahead) - len(rest)], self.column
        if "\t" not in space:
            return len(space), rest
        for each in space:
            column += _width(each, column)
        return column - self.column, rest

    def skip(self, columns: int) -> None:
        """Pass over white space, not more than so many columns; a tab may be passed in part."""
        goal = self.column + columns
        while self.column < goal and self.text[self.at : self.at + 1] in {" ", "\t"}:
            after = self.column + _width(self.text[self.at], self.column)
            self.at += after <= goal
            self.column = min(after, goal)

    def skip_indent(self) -> int:
        """Pass over all white space, and return where in the body what comes next stands."""
        self.skip(self.look()[0])
        return self.offset + self.at

    def take(self, count: int) -> None:
        """Pass over so many characters that are no white space."""
        self.at += count
        self.column += count


def _width(space: str, column: int) -> int:
    return TAB - column % TAB if space == "\t" else 1
