"""A placeholder such as `TK` is still in the text.

`TK`, `TODO`, `(CHECK)` and the like mean that something is missing, and readers would see them in print.

Bad:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose TK percent in April.

Reports:
    4:20 “TK” left in the text

Good:
    briefs:
      - title: Exports Rise
        body: |
          Exports rose 4 percent in April.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.prose import Pattern
from briefgen.rules.rule import Rule

# Bare words count only in capitals: “todo” and “tk” are words of other languages.
PLACEHOLDER = Pattern(
    r"\$\{\w{1,40}\}"
    r"|\b(?:TK+|TODO|FIXME|XXX+)\b|\?{3,}|\[(?:citation needed|link|check|date|tk)\](?!\()|\blorem ipsum\b"
    # In brackets, a word in capitals is an instruction to the author, which the following words explain.
    r"|[(\[](?:CHECK|VERIFY|CONFIRM|CITE|SOURCE|INSERT|ADD|TBD|TBC|TBA|REWRITE|FACT-?CHECK|ASK|FIX)\b[^()\[\]\n]{0,60}[)\]](?!\()"
    r"|[(\[][A-Z][\w’' -]{0,40} (?:HERE|TO COME)[)\]](?!\()"
    r"|[(\[](?:source|cite|ref|reference|who|when|where|date|check|link)\?+[)\]]",
    literals=(
        "tk", "todo", "fixme", "xxx", "???", "needed]", "[link]", "[check]", "[date]", "lorem", "check", "verify",
        "confirm", "(cite", "[cite", "(source", "[source", "(insert", "[insert", "(add", "[add", "tbd", "tbc", "tba",
        "rewrite", "(ask", "[ask", "(fix", "[fix", "?)", "?]",
        "${", " here)", " here]", " to come)", " to come]",
    ),
    ignores_case=True,
)  # fmt: skip
# Fields that hold nothing but what someone left there for later.
_WHOLE = frozenset({"title", "deck", "name", "author", "caption", "credit", "section", "subject", "summary", "tagline"})
_NEEDED = frozenset({"title", "name", "author"})
_NOTHING = frozenset({
    "x", "xx", "tba", "tbc", "tbd", "n/a", "na", "none", "null", "title", "headline", "name", "author", "author name",
    "caption", "credit", "deck", "summary", "subject", "untitled", "new brief", "new issue", "new feature", "new item",
})  # fmt: skip
_BARE = re.compile(r"[A-Za-z]+")
_KNOWN = frozenset(
    ["citation needed", "link", "check", "date", "tk", "source", "cite", "ref", "reference", "who", "when", "where"]
)
_ORDER = re.compile(r"[(\[](?P<word>[A-Za-z-]+)")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield placeholders in everything that is printed."""
    for path, scalar in manuscript.texts:
        if path[-1] in _WHOLE and path[0] != "sources" and _is_nothing(scalar.value.strip()):
            message = f"“{scalar.value.strip()}” stands where `{path[-1]}` belongs"
            yield Finding(
                span=scalar.span,
                message=message,
                help="write it" if path[-1] in _NEEDED else "write it, or delete the key",
            )
    bodies = {(*item.path, "body"): item.prose.visible for item in manuscript.items}
    for path, scalar in manuscript.texts:
        for match in PLACEHOLDER.finditer(bodies.get(path, scalar.value)):
            word = match.group()
            is_attached = word.startswith("(") and bodies.get(path, scalar.value)[match.start() - 1 :][:1].isalnum()
            if not _is_meant(word) or (is_attached and match.start()):
                continue
            span = manuscript.document.span(path, match.start(), match.end())
            yield Finding(span=span, message=f"“{word}” left in the text", help="fill it in, or cut it")


def _is_nothing(words: str) -> bool:
    """Return whether a value only holds the place of another: `…`, `Title here`, `[headline]`."""
    small = words.casefold().removesuffix(" here")
    bare = next((small.removeprefix(start) for start in ("the ", "your ", "my ") if small.startswith(start)), small)
    is_bracketed = words.startswith("[") and words.endswith("]") and "](" not in words
    return bool(words) and (bare in _NOTHING or is_bracketed or not any(each.isalnum() for each in words))


def _is_meant(words: str) -> bool:
    """Return whether words are a placeholder, not text; bare words and instructions count only in capitals."""
    if _BARE.fullmatch(words):
        return words.isupper()
    if words.casefold().strip("()[]").endswith((" here", " to come")):
        return words.isupper()
    # An announced thing may be open.
    if words.casefold().strip("()[]") == "tba":
        return False
    order = _ORDER.match(words)
    is_known = words.casefold().strip("()[]?") in _KNOWN
    return order is None or is_known or order["word"].isupper()


RULE = Rule("S005", "placeholder-left", Severity.ERROR, check)
