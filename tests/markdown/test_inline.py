"""Inline content: code, escapes, entities, autolinks, links, emphasis, line breaks."""

import pytest

from briefgen.markdown import Element, parse_body
from tests.markdown.reading import Shape, inline, shapes


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("a `b *c*` d", ("a ", ("code", "b *c*"), " d")),
        ("`` a ` b ``", (("code", "a ` b"),)),
        ("`a ``b` c``", (("code", "a ``b"), " c``")),
        ("O`ahu", ("O`ahu",)),
        ("\\`a` \\*b\\* \\c", ("`a` *b* \\c",)),
        ("`a\\`", (("code", "a\\"),)),
        ("&copy; &#169; &#xa9; &nope; &amp;lt;", ("© © © &nope; &lt;",)),
        ("&#0; &#xfdd0; &#x1b;", ("\ufffd &#xfdd0; &#x1b;",)),
        ("<https://e.org/a_b*c*>", (("a", "https://e.org/a_b*c*"),)),
        ("<desk@e.org> <b>", (("a", "desk@e.org"), " <b>")),
        ("a <!-- b *c* --> d <!-- e", ("a  d <!-- e",)),
        ("a <!-- b\n\n- c --> d", ("a  d",)),
        (
            "Dear *|FNAME|*, *a* *|DATE:F j|**b* *|a b|*",
            ("Dear *|FNAME|*, ", ("em", "a"), " *|DATE:F j|*", ("em", "b"), " ", ("em", "|a b|")),
        ),
        ("a  \nb\\\nc\nd ", ("a", ("br",), "b", ("br",), "c\nd")),
    ],
)
def test_atoms(body: str, parts: Shape) -> None:
    assert inline(body) == parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("*a* __b__ ***c***", (("em", "a"), " ", ("strong", "b"), " ", ("em", ("strong", "c")))),
        ("**a *b** c*", (("em", ("em", "a ", ("em", "b")), " c"),)),
        ("*a **b *c* d** e*", (("em", "a ", ("strong", "b ", ("em", "c"), " d"), " e"),)),
        ("a_b_c *d", ("a_b_c *d",)),
        ("*a \\***b*\\* c", ("*a **", ("em", "b"), "* c")),
        ("~~a *b*~~ ~c~ ~~~d~~~", (("del", "a ", ("em", "b")), " ~c~ ~~~d~~~")),
        ("*a `*` [b*](c) d*", (("em", "a ", ("code", "*"), " ", ("a", "b*"), " d"),)),
        ("a**“b”**c", ("a**“b”**c",)),
        ("Leser*innen, jede*r", ("Leser*innen, jede*r",)),
        ("*Leser*in* *u*nter *5*n", (("em", "Leser*in"), " ", ("em", "u"), "nter ", ("em", "5"), "n")),
    ],
)
def test_emphasis(body: str, parts: Shape) -> None:
    assert inline(body) == parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("[a *b*](c)", (("a", "a ", ("em", "b")),)),
        ("[a [b](c) d](e)", ("[a ", ("a", "b"), " d](e)")),
        ("[![a](b)](c) ![d [e](f)](g)", (("a",), " ")),
        ("[a] [b][] [c][A] [d]\n\n[a]: x\n[B]: y", (("a", "a"), " ", ("a", "b"), " ", ("a", "c"), " [d]")),
        (
            "[the plan](https://e.org/plan 'draft (rev. 2) of [@a]",
            ("[the plan](https://e.org/plan 'draft (rev. 2) of [@a]",),
        ),
        ("[@a](as of May) [@a](https://e.org)", ("[@a](as of May) ", ("a", "@a"))),
        ("[a](`b`)", (("a", "a"),)),
        ("[a](b`c)`", ("[a](b", ("code", "c)"))),
        ("a[^1] [^2]\n\n[^1]: b", ("a", ("call", "1"), " [^2]")),
    ],
)
def test_brackets(body: str, parts: Shape) -> None:
    shown = [shape for shape in shapes(body) if shape]
    assert shown[0][0] == "p"
    assert inline(body.partition("\n\n")[0] if "[A]" not in body and "[^1]" not in body else body) == parts


@pytest.mark.parametrize(
    ("body", "address", "title"),
    [
        ("[a](<b c> 'd \"e\"')", "b c", 'd "e"'),
        (r"[a](b_\(c\) (d\)e))", "b_(c)", "d)e"),
        ("[a](b(c(d(e))) 'f\n g')", "b(c(d(e)))", "f\ng"),
        ('[a](/b?c&amp;d "&copy;")', "/b?c&d", "©"),
        ("[a]( )", "", ""),
        ("[a]\n\n[a]:\n  <b>\n  'c\n  d'", "b", "c\nd"),
        ("> [a](\n> b\n> 'c')", "b", "c"),
    ],
)
def test_where_a_link_leads(body: str, address: str, title: str) -> None:
    block = parse_body(body).parts[0]
    if block.tag == "blockquote":
        [block] = (part for part in block.children if isinstance(part, Element))
    [link] = (part for part in block.children if isinstance(part, Element))
    assert (link.attribute("href"), link.attribute("title")) == (address, title)
