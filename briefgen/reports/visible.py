"""Makes text from strangers safe to print: what a terminal, a log or a parser might obey is written in letters.

Names of files come from strangers as well: they may hold line breaks, escape sequences, and bytes that are not UTF-8,
which Python keeps as lone surrogates.
"""

import re
import unicodedata

from briefgen.expressions import expression

NO_BREAK_SPACE = "\u00a0"
SHOWN_SPACE = "⍽"

_PLANE_ENDS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
# Controls, marks that change the direction of text, separators of lines, lone surrogates, and what XML forbids.
_OBEYED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + _PLANE_ENDS
)
_LINE = f"[{_OBEYED}]|\r(?!\n)"
_LINES = expression(_LINE)
_OWN_COLOUR = r"(?P<colour>\x1b\[(?:0|1|34|1;3[1-6])m)"
_PAINTED_LINES = expression(f"{_OWN_COLOUR}|{_LINE}")
_FORMATS = (
    "\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_IN_JSON = expression(f"[{_OBEYED}{_FORMATS}]")
_OBEYED_CHARACTER = expression(f"[{_OBEYED}]")


# What GitHub, Azure and TeamCity obey wherever it stands in a line of a log: `##[error]`, `##vso[…]`, `##teamcity[…]`.
_COMMAND = expression(r"##(?=\w*\[)")


def show(text: str) -> str:
    """Return a text on one line, with control and invisible characters written as `U+` numbers in braces."""
    if not text.isprintable():
        text = "".join(map(_show, text))
    return _break_commands(text)


def show_path(path: str) -> str:
    """Return a path as it may begin a line: no name of a folder makes the line a command to a CI system."""
    shown = show(path)
    return shown if shown[:1].isalnum() or shown[:1] in {"/", "."} else f"./{shown}"


def show_diff_line(line: str) -> str:
    """Return a line of a diff that is no command to GitHub, which skips white space in front of `::`."""
    return re.sub(r"^(\s+):(?=:)", lambda match: match[1] + _spell(":"), line)


def show_lines(text: str, *, colour: bool = False) -> str:
    """Return a text with its lines as they are, and what might drive a terminal written as in `show`.

    With `colour`, the few sequences that paint reports stay.
    """
    if not text.replace("\n", "").isprintable():
        text = (_PAINTED_LINES if colour else _LINES).sub(_spell_out, text)
    return _break_commands(text)


def dump_json(value: object) -> str:
    """Return a value as JSON, in which characters that might be obeyed are written as escapes.

    Parsers disagree about lone surrogates, so these are spelled as `show` does.
    """
    from json import dumps  # noqa: PLC0415 - `--help` is never JSON

    return _COMMAND.sub(r"#\\u0023", _IN_JSON.sub(_escape_in_json, dumps(value, ensure_ascii=False, indent=2)))


def _break_commands(text: str) -> str:
    return _COMMAND.sub(lambda _: f"#{_spell('#')}", text) if "##" in text else text


def _show(character: str) -> str:
    if character == NO_BREAK_SPACE:
        return SHOWN_SPACE
    if character in "\t\n\r":
        return " "
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or _OBEYED_CHARACTER.match(character):
        return _spell(character)
    return character


def _spell(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


def _spell_out(match: "re.Match[str]") -> str:
    found = match[0]
    return found if match.groupdict().get("colour") else _spell(found)


def _escape_in_json(match: "re.Match[str]") -> str:
    found = match[0]
    if "\ud800" <= found <= "\udfff":
        # JSON doubles the backslash with which it is spelled.
        return "\\" + _spell(found)
    units = found.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
