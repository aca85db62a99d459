"""Keys that YAML does not recognize: no colon, no space after it, or the wrong kind of dash before them."""

import re
from collections.abc import Callable
from itertools import takewhile

from briefgen.expressions import expression
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.sketch import NOISE, Line, Sketch
from briefgen.yamltext.slips.second_keys import FIELD_KEYS
from briefgen.yamltext.slips.types import Slip
from briefgen.yamltext.span import Span

_TIGHT = expression(r"(?P<key>[A-Za-z_][\w-]*):(?!//)(?=[^\s:])")
_TIGHT_DASH = expression(r"-(?=[A-Za-z_][\w-]*:(?:\s|$))")
_OTHER_COLON = expression(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*(?P<colon>：|﹕|∶|;|=|:=|->)[ \t]*(?=\S|$)")
_OTHER_DASH = expression(r"(?P<dash>[–—‐‑‒―−•*+·]|-{2,3}|\d{1,2}[.)])[ \t]*(?=[A-Za-z_][\w-]*:(?:\s|$))")
_CITED_KEY = expression(r"\[?@(?P<key>[A-Za-z0-9][\w.+/-]*)\]?:(?=\s|$)")
_MARKED_KEY = expression(r"(?P<open>\*\*|__|`)(?P<key>[A-Za-z_][\w-]*)(?:(?P=open):|:(?P=open))(?=\s|$)")
_TABLE = expression(r"\[{1,2}(?P<key>[a-z_][\w-]*)\]{1,2}")
_BARE_BAR = expression(r"(?P<key>[A-Za-z_][\w-]*)(?P<gap>[ \t]+)[|>][-+]?[ \t]*$")
_SHORTEST_KEY = 3
_WORD = expression(r"(?P<key>[a-z_][\w-]*)[ \t]+(?=\S)")


def find_key_slip(sketch: Sketch, number: int) -> Slip | None:
    """Return the slip that hides the key of a line from YAML, or None."""
    line = sketch.lines[number]
    if line.kind in {"blank", "comment"}:
        return None
    found = (recognize(sketch, line) for recognize in _RECOGNIZERS)
    return next((slip for slip in found if slip is not None), None)


def _dash(sketch: Sketch, line: Line) -> Slip | None:
    """Find `– title: …`, with a dash instead of a hyphen, and `-title: …`."""
    words = line.words
    tight = _TIGHT_DASH.match(line.text, words.start - line.start)
    if tight is not None:
        span = Span(words.start, words.start + 1)
        return Slip(span, "no space after the hyphen", "write `- `", (Edit(Span(span.end, span.end), " "),))
    found = _OTHER_DASH.match(sketch.text, words.start, words.end)
    if found is None:
        return None
    span = Span(found.start("dash"), found.end("dash"))
    name = "a number" if found["dash"][0].isdigit() else "an asterisk" if found["dash"] == "*" else f"`{found['dash']}`"
    return Slip(
        span,
        f"the entry of a list begins with {name} instead of a hyphen",
        "begin it with `- `",
        (Edit(Span(found.start(), found.end()), "- "),),
    )


def _other_colon(sketch: Sketch, line: Line) -> Slip | None:
    found = _OTHER_COLON.match(sketch.text, line.start + len(line.indent) + len(line.dashes), line.end)
    if found is None:
        return None
    sign = found["colon"]
    span = Span(found.start("colon"), found.end("colon"))
    message = f"`{found['key']}` is followed by `{sign}` instead of a colon"
    edit = Edit(Span(found.end("key"), found.end()), ": " if found.end() < line.end else ":")
    return Slip(span, message, f"write `{found['key']}: …`", (edit,))


def _tight_colon(sketch: Sketch, line: Line) -> Slip | None:
    if line.key:
        return None
    found = _TIGHT.match(sketch.text, line.start + len(line.indent) + len(line.dashes), line.end)
    if found is None:
        return None
    key, at = found["key"], found.end()
    inner = re.compile(r"([a-z_][\w-]*):[ \t]+\S").match(sketch.text, at, line.end)
    if inner is not None:
        message = f"`{inner[1]}` is on the same line as `{key}`"
        edit = Edit(Span(at, at), "\n" + " " * (line.column + 2))
        return Slip(Span(at, line.words.end), message, f"begin `{inner[1]}: …` on a line of its own", (edit,))
    message = f"no space after the colon of `{key}`"
    value = sketch.text[at : line.end].strip()
    shown = value if len(value) <= 40 else value[:39] + "…"  # noqa: PLR2004 - as much as fits next to `help:`
    return Slip(Span(found.start(), at), message, f"write `{key}: {shown}`", (Edit(Span(at, at), " "),))


def _marked_key(sketch: Sketch, line: Line) -> Slip | None:
    found = _MARKED_KEY.match(sketch.text, line.start + len(line.indent) + len(line.dashes), line.end)
    if found is None:
        return None
    key = found["key"]
    span = Span(found.start(), found.end())
    return Slip(span, f"the key `{key}` is written in Markdown", f"write `{key}: …`", (Edit(span, f"{key}:"),))


def _cited_key(sketch: Sketch, line: Line) -> Slip | None:
    """Find `[@canal]:`, a source listed the way it is cited."""
    found = _CITED_KEY.match(sketch.text, line.start + len(line.indent), line.end)
    if found is None:
        return None
    span, key = Span(found.start(), found.end() - 1), found["key"]
    message = f"a source is listed as `{span.of(sketch.text)}`, the way it is cited"
    return Slip(span, message, f"write `{key}:`", (Edit(span, key),))


def _table(sketch: Sketch, line: Line) -> Slip | None:
    """Find `[feature]` and `[[briefs]]`, table headers in TOML."""
    found = _TABLE.fullmatch(line.words.of(sketch.text))
    if found is None:
        return None
    message = f"`{found.group()}` is a TOML table header"
    way_out = f"write `{found['key']}:`, and everything that belongs to it below, indented"
    edit = Edit(line.words, f"{found['key']}:")
    return Slip(line.words, message, way_out, (edit,), is_safe=False)


def _bare_bar(sketch: Sketch, line: Line) -> Slip | None:
    """Find `body |`."""
    found = _BARE_BAR.match(sketch.text, line.start + len(line.indent) + len(line.dashes), line.end)
    if found is None:
        return None
    at, key = found.end("key"), found["key"]
    span = Span(found.start(), line.words.end)
    return Slip(span, f"no colon after `{key}`", f"write `{key}: |`", (Edit(Span(at, at), ":"),))


def _noise(sketch: Sketch, line: Line) -> Slip | None:
    """Find separator lines, stray punctuation, and comments in another language's syntax."""
    words = line.words.of(sketch.text)
    if words.startswith("{%") and words.endswith("%}"):
        return Slip(
            line.words, f"`{words[:60]}` is a template tag", "delete it", (Edit(line.words, ""),), is_safe=False
        )
    if words in {":", ",", "-:", ";"}:
        return Slip(
            line.words, f"`{words}` is on a line by itself among the keys", "delete it", (Edit(line.words, ""),)
        )
    found = NOISE.match(words)
    if found is None or line.dashes or line.key or words.startswith("#"):
        return None
    if found["rule"]:
        message = f"a line of `{words[:3]}` is among the keys"
        return Slip(line.words, message, "delete it, or begin it with `#`", (Edit(line.words, ""),))
    rest = words[found.end() :].strip().removesuffix("-->").rstrip()
    message = f"this comment begins with `{found.group()}`"
    return Slip(line.words, message, f"begin it with `#`: `# {rest}`", (Edit(line.words, f"# {rest}"),))


def find_unindented(sketch: Sketch, number: int) -> Slip | None:
    """Return the slip of a line that continues the value above it but is not indented."""
    line, above = sketch.lines[number], sketch.lines[number - 1] if number else None
    if above is None or line.key or line.dashes or line.kind != "text" or number - 1 not in sketch.outer:
        return None
    if above.kind != "entry" or not above.plain or above.opens_block or above.value[0] in "\"'[{":
        return None
    words = line.text.split()
    keys = {each.key for each in sketch.lines if each.kind == "entry"}
    # `summary Two ports` lacks a colon; `a dredger` and `agree to share one` continue a sentence.
    if len(words) == 1 or words[0] in keys:
        return None
    if len(words[0]) >= _SHORTEST_KEY and words[0].islower() and not words[1][0].islower():
        return None
    margin = above.column + 2
    edit = Edit(Span(line.start, line.start + len(line.indent)), " " * margin)
    message = f"this line continues the value of `{above.key}`, but is not indented"
    return Slip(line.words, message, f"indent it by {margin} spaces, or write both on one line", (edit,))


_GROUPS = frozenset({"feature", "briefs", "sources", "corrections", "images", "ignore", "email", "publication"})


def find_missing_colon(sketch: Sketch, number: int) -> Slip | None:
    """Return the slip of a line without a colon among the keys; called only where the parser gave up."""
    line = sketch.lines[number]
    if line.key or line.dashes or line.kind != "text":
        return None
    start = line.start + len(line.indent) + len(line.dashes)
    found = _WORD.match(sketch.text, start, line.end)
    message = "a line without a colon among the keys"
    if found is None:
        bare = re.fullmatch(r"[a-z_][\w-]*", sketch.text[start : line.words.end])
        if bare is None:
            return None
        edits = (Edit(Span(line.words.end, line.words.end), ":"),)
        below = sketch.next_words(number)
        is_group = below is not None and sketch.lines[below].margin > line.margin
        above = next((each for each in reversed(sketch.lines[:number]) if each.kind != "blank"), None)
        is_wrapped = above is not None and above.margin > line.margin and bool(above.key and above.plain)
        # The keys of the group above, once more, are those of a group of its own.
        is_wrapped = is_wrapped and not (below is not None and sketch.lines[below].key in _keys_above(sketch, number))
        if above is not None and is_wrapped and bare.group() not in FIELD_KEYS | _GROUPS:
            message = f"this line goes on the value of `{above.key}`, but is not indented"
            edits = (Edit(Span(above.value_span.start + len(above.plain), line.words.end), f" {bare.group()}"),)
            help_ = f"write it behind the line above: `…{above.plain[-20:]} {bare.group()}`"
            return Slip(line.words, message, help_, edits, is_safe=False)
        written = f"{bare.group()}:" if is_group else f"{bare.group()}: …"
        return Slip(line.words, message, f"write `{written}`", edits, is_safe=False)
    key = found["key"]
    edits = (Edit(Span(found.end("key"), found.end("key")), ":"),)
    return Slip(line.words, message, f"write `{key}: …` if `{key}` is meant as the key", edits, is_safe=False)


def _keys_above(sketch: Sketch, number: int) -> set[str]:
    """Return the keys of the group that ends above a line."""
    above = [sketch.lines[each] for each in reversed(sketch.entries) if each < number]
    return {line.key for line in takewhile(lambda line: line.margin == above[0].margin, above)}


_RECOGNIZERS: tuple[Callable[[Sketch, Line], Slip | None], ...] = (
    _dash,
    _other_colon,
    _tight_colon,
    _marked_key,
    _cited_key,
    _bare_bar,
    _table,
    _noise,
)
