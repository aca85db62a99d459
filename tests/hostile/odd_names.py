"""Names of files and folders that nobody would choose, and that anybody can send."""

import unicodedata

_CONTROLS = [bytes([97, code, 98]) for code in (*range(1, 32), 127)]
_CHARACTERS = (
    "\u0080\u0085\u009b\u009d\u00a0\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u3000\ufdd0\ufeff\ufff9\ufffd\ufffe\uffff"
    "\U0001f600\U000e0041\U0001fffe\U0010ffff"
)
_WORDS = (
    "::error::pwned",
    "\r::error::pwned",
    "\n::add-mask::pwned",
    "a\n::error file=x::pwned",
    "##vso[task.setvariable variable=x]y",
    "\n##vso[task.complete]",
    "##[error]pwned",
    "\x1b]0;pwned\x07",
    "\x1b[2J\x1b[H",
    "\x1b[8m",
    "\x1b[31mred",
    "\x1bPq#0",
    "\x1b]8;;http:evil\x1b\\x",
    "%0A::error::pwned",
    "%0D%0A",
    "%s%n%d",
    "{0}{x}",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${IFS}",
    "$(id)",
    "`id`",
    ";id",
    "|id",
    "&id",
    ">x",
    "<x",
    "'",
    '"',
    "'\"'",
    "\\",
    "\\n",
    "\\u202e",
    "a b",
    " lead",
    "trail ",
    "   ",
    "-",
    "--",
    "-rf",
    "--help",
    "--output=x",
    "*",
    "?",
    "[a]",
    "[",
    "~",
    "~root",
    "#a",
    "!a",
    "@a",
    "a:b",
    "C:x",
    "a,b",
    "a=b",
    "...",
    "....",
    ".hidden",
    "..a",
    "a.",
    "a..b",
    ".git",
    "CON",
    "nul",
    "COM1.txt",
    "LPT9",
    "aux.yaml",
    "index.html",
    "publication.yaml",
    "<script>alert(1)<",
    "&amp;",
    "]]>",
    "<!--",
    "e\u0301",
    "é",
    "ẞß",
    "Ⅷ",
    "İi",
    "汉字",
    "אבג",
    "عربي",
    "ไทย",
    "👩‍👩‍👧",
    "a" + "\u0300" * 40,
    "x" * 230,
    "é" * 115,
    "汉" * 76,
    "1e309",
    "0x10",
    "٣",
    "NaN",
    "null",
    "-1",
    "00",
    "99999999",
)
_BYTES = (
    b"\xff",
    b"\xff\xfe",
    b"a\x80b",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\xc0\xaf",
    b"caf\xe9",
    b"\x9b2J",
)

ODD_NAMES: tuple[bytes, ...] = tuple(
    dict.fromkeys(
        (*_CONTROLS, *(f"a{each}b".encode() for each in _CHARACTERS), *(word.encode() for word in _WORDS), *_BYTES)
    )
)


def is_harmless(text: str) -> bool:
    """Return whether a text can be shown anywhere: of what is not printable, only spaces and line breaks."""
    return all(
        each.isprintable() or each in "\n\t" or unicodedata.category(each) in {"Zs", "Cn", "Co"} for each in text
    )
