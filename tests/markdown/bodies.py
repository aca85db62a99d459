"""Random bodies made of pieces of markup, for property tests."""

from hypothesis import strategies as st

PIECES = st.sampled_from([
    "[@a]", "[@a, *p. 3*]", "[@a,\n> p. 3]", "[@a; see @b, p. 3]", "(NYT, May 10)", "(*NYT*, May 10)",
    "(see BBC, May 3; NYT, May 1)", "[see [@a]](http://x.y)", "![alt [@a]](p.png)", "`` [@a] ``",
    '[t]: <http://w.x> "ti"\n', "[t][]", "][1]", "[1]", "[1]: http://z.de/q\n", "](http://x.y/z)", '](<u v> "t")',
    '](q "ti (NYT, May 3)")', "[^n]", "[^n]: ", "\n[^n]: note\n", "[^m]", "`", "``", "*", "**", "***", "_", "_x_",
    "~~", "~", "[", "]", "![", "!", "\\", "\\*", "\\[", "\\|", "\\\n", "  \n", "\n", "\n", "\n\n", "\n\n", " ",
    "  ", "    ", "\t", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "  - ", "    - ", "> ", ">", "|", " | ",
    "| --- | --- |\n", "|---|\n", "a | b\n-|-\nc \\| d | `e\\|f`\n", "# ", "## ", "```\n", "~~~ x\n", "====\n",
    "---\n", "<!--", "-->", "<http://q.de/r>", "<a@b.co>", "http://a.b/c_d(e)", "&amp;", "&#42;", "&nbsp;", "<b>",
    "word", "Two words", "O`ahu", "a_b", "2024", "é", "中文", '"', "“", "”", "'", "(", ")", ":", "\ue000",
    "\U000f0041",
])  # fmt: skip
BODIES = st.lists(PIECES | st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30).map("".join)
