"""The attacks on YAML readers that are known, by the number that each kind has in the design."""

from collections.abc import Iterator
from typing import NamedTuple

DEEP = "nested more than 20 deep"


class Row(NamedTuple):
    """Bytes that are refused with certain words, or read as a value of the key `a`."""

    kind: str
    data: bytes
    said: str = ""
    value: str | None = None


def _levels(link: str) -> str:
    """Nine levels, each of which names the one before nine times."""
    return "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} {link.format(', '.join([f'*a{n - 1}'] * 9))}\n" for n in range(1, 9)
    )


def make_rows() -> Iterator[Row]:
    """Yield the rows; Y12 and its like are read, and stay text."""
    yield Row("Y1", _levels("[{}]").encode(), "anchor `&a0`")
    yield Row("Y2", _levels("{{<<: [{}], k: v}}").encode(), "anchor `&a0`")
    yield Row(
        "Y3",
        b"a: &a {" + b", ".join(b"k%d: v" % n for n in range(2000)) + b"}\nb: {<<: [" + b"*a, " * 2000 + b"]}",
        "anchor",
    )
    for opening in (b"[", b"- ", b"{a: ", b"? ", b"[{a: "):
        for count in (21, 500, 5000, 25_000, 50_000):
            yield Row("Y4" if count < 25_000 else "Y5", b"a: " * opening.startswith(b"[") + opening * count, DEEP)
    yield Row("Y4", b"a: " + b"[" * 5000 + b"]" * 5000, DEEP)
    yield Row("Y6", b"".join(b" " * n + b"a:\n" for n in range(1000)), DEEP)
    yield Row("Y7", b"".join(b"k%d: v\n" % n for n in range(20_000)), "more than 5000 values")
    yield Row("Y8", b"a: " + b"x" * 400_000, "64,000")
    yield Row("Y8", b"a: " + b"x" * 10_000_000, "512 KB")
    for number in (b"9" * 10_000, b"1" + b":59" * 10_000, b"0x" + b"f" * 10_000, b"1e" + b"9" * 10_000):
        yield Row("Y9", b"a: " + number, value=number.decode())
    yield Row("Y10", b"a: 1\nb: 2\na: 3\n", "`a` is written twice")
    yield Row("Y10", b"a: {x: 1, x: 2}", "`x` is written twice")
    for tag in (
        b"!!python/object/apply:os.system [id]",
        b"!foo x",
        b"!!binary aGVsbG8=",
        b"!!set {x}",
        b"!important x",
    ):
        yield Row("Y11", b"a: " + tag, "tag")
    yield Row("Y11", b"%TAG ! tag:yaml.org,2002:python/\n---\na: !name:os.system x", "%TAG")
    for word in (
        "no",
        "Yes",
        "0755",
        "0306406152",
        "10:30",
        "1.10",
        "2024-02-30",
        ".NaN",
        ".inf",
        "0x10",
        "1_000",
        "=",
    ):
        yield Row("Y12", f"a: {word}".encode(), value=word)
    yield Row("Y13", b"? [a]\n: x", "a key is a list or a mapping")
    yield Row("Y13", b"a: {? {b: c} : d}", "a key is a list or a mapping")
    yield Row("Y14", b"a: &a [*a]", "anchor `&a`")
    yield Row("Y14", b"a: &a {k: *a}", "anchor `&a`")
    yield Row("Y15", b"a: x\0y", "U+0000")
    yield Row("Y15", b"a: \x1b[31m", "U+001B")
    yield Row("Y15", b"a: \xc2\x9bx", "U+009B")
    yield Row("Y16", b'a: "x\\0y"', "U+0000")
    yield Row("Y16", b'a: "\\e[31m"', "U+001B")
    yield Row("Y16", b'a: "\\x9b"', "U+009B")
    yield Row("Y17", b'a: "\\ud800"', "backslash")
    yield Row("Y18", b'a: "\\U00110000"', "backslash")
    text = "a: é"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "latin-1"):
        yield Row("Y19", text.encode(encoding), "UTF-8")
    yield Row("Y19", b"a: \xc0\xaf", "UTF-8")
    yield Row("Y19", b"a: \xe2\x82", "UTF-8")
    yield Row("Y20", b"\xef\xbb\xbfa: x", value="x")
    yield Row("Y20", b"a: x\xef\xbb\xbfy", "U+FEFF")
    yield Row("Y21", b"a: x\r\nb: y\r\n", value="x")
    yield Row("Y22", b"a:\n\tb: 1", "tab")
    yield Row("Y23", b"a: 1\n---\na: 2\n", "second document")
    yield Row("Y23", b"---", "no keys")
    yield Row("Y23", b"", "empty")
    yield Row("Y23", b"words", "no keys")
    yield Row("Y23", b"- a", "a list")
    yield Row("Y25", b"a" * 200 + b": b", "200 characters")
    yield Row("Y24", b"a: Foo: bar", "quot")
    for character in b"@`%*&":
        yield Row("Y24", b"a: %cT x" % character, "quote it")
