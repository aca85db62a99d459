"""Finds inline markup of other systems, which Markdown shows literally."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix, plural
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, ItemText
from briefgen.markdown import blank
from briefgen.rules.analysis.body_keys import find_body_keys
from briefgen.rules.analysis.lone_marks import find_lone_marks
from briefgen.rules.analysis.loose_tables import find_loose_tables
from briefgen.rules.vocabulary.service_marks import SERVICE_TAGS
from briefgen.yamltext import Edit, Span

# Searched in the visible text, where parsed emphasis is gone and escapes are NULs.
# Compiled when a text first needs it.
_LEFT = (
    r"(?P<strong>\*\*|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w))"
    # A single one in mid-line before a capital may stand for any word: `*Options`.
    r"|(?<![\w*])(?P<emphasis>\*)(?:(?=[^\W\d_A-Z])|(?=[^\W\d_][^*\n]{0,200}\*)|(?m:(?<=^\*)(?=[^\W\d_])))"
    r"|(?<![~\w])(?P<struck>~(?=[^\W\d_])[^~\n\x00]{1,200}(?<=\S)~)(?![~\w])"
    r"|(?P<embed>!\[\[[^\[\]\n\x00]{1,200}\]\])"
    r"|(?P<picture>\[/(?:img|caption|gallery)\])"
    r"|(?P<code>\[/(?:b|i|u|s|url|quote|size|color|center)\]"
    r"|\\(?:emph|textbf|textit|underline|href|footnote|url|textsc)\{|\{\{[<%]?[^{}\n\x00]{1,200}\}\}"
    r"|\{%[^{}\n\x00]{1,200}%\})"
    r"|(?P<wiki>\[\[[^\[\]\n\x00]{1,200}\]\])"
)
# Emphasis with spaces inside its marks; `3 * 4 * 5` and `a 5 * hotel` are none.
_INNER = r"[^\W\d_](?:[^*_\n\x00]{0,100}[^\W\d_][.,;!?”’]?)?"
_SLACK = rf"(?<![\w*])(?<!\d )(?P<mark>\*{{1,3}}|_{{1,2}})(?P<words>[ ]+{_INNER}[ ]*|{_INNER}[ ]+)(?P=mark)(?![\w*])"
# CriticMarkup, the highlights of Obsidian, and what Pandoc, MediaWiki and TeX have for notes and emphasis.
_RARE = (
    r"(?P<change>\{(?:\+\+|--|~~|==|>>)[^{}\n\x00]{1,200}(?:\+\+|--|~~|==|<<)\})"
    r"|(?<![=\w])(?P<highlight>==(?=[^\s=])[^=\n\x00]{1,200}==)(?![=\w])"
    r"|(?P<inline>\^\[[^\[\]\n\x00]{1,200}\])"
    r"|(?<![\w'])(?P<quotes>'{2,3}(?=\w)[^'\n\x00]{1,200}'{2,3})(?![\w'])"
    r"|(?P<heading>(?m:^)={2,4}[ \t]*[^=\n\x00]{1,100}?[ \t]*={2,4}(?=[ \t]*(?:\x00|\n|$)))"
    r"|(?P<formula>\$[^$\s\x00][^$\n\x00]{0,60}?[\\^_][^$\n\x00]{0,60}\$)"
    r"|(?<=\w)(?P<raised>~\w{1,3}~|\^\w{1,3}\^)"
    r"|(?<![\w:])(?P<emoji>:[a-z][a-z_+-]{1,30}:)(?![\w:])"
    r"|(?m:^)[ \t]*(?P<remark>(?:%%|//)[ \t][^\n\x00]{1,200})"
    r"|(?<!\S)(?P<aside>%%[ ]?\w[^%\n\x00]{0,200}%%)"
    r"|(?<=\w )(?P<initials>\[[A-Z]{2}\d{1,2}\])(?=[ .,;])"
    r"|(?m:^)(?P<box>\[[ xX]?\])(?=[ \t]\S)"
    r"|(?m:^)(?P<comment>\[(?![bius]\])[a-z]{1,2}\])(?=[A-Z])"
    r"|(?<=[\w][.,;!?…”])(?P<remarked>\[[a-z]\])(?=[ \n“]|$)"
)
_NOTE_MARK = r"[^\W_]\x00?\*\*(?![\w*])"
# The characters with which the markup begins: most texts have none, and the pattern takes 2 ms for a long issue.
_SIGNS = frozenset("*_~\\{")
# Without any of these there is no rare mark either; most texts have `$` and `:`, but not these.
_TRACES = ("{", "==", "^", "~", "''", "%%", "// ")
# Where a program has written them, they stand before a capital or another one; `\textbf` is TeX.
_ESCAPED = r"(?:\\\*){1,2}(?P<words>\w[^*\\\n]{0,80})(?:\\\*){1,2}|(?:\\[nrt])+(?=[A-Z“\d]|\s|$)"
_EMOJI = r":[a-z][a-z_+-]{1,30}:"
_BOXES = r"(?m)(?:^|[.,;!?…”])\[[a-zX ]{0,2}\]|\w \[[A-Z]{2}\d{1,2}\]"
_TEX = r"``(?P<words>[^`'\n]{1,100})''"
# Around a URL, which is a run of NULs.
_SWAPPED = expression(r"\((?P<words>[^()\n\x00]{1,200})\)\[(?P<address>\x00+)\]")
_APART = expression(r"\[(?P<words>[^\[\]\n\x00]{1,200})\](?:[ \t]+|[ \t]*\n[ \t]*)\((?P<address>\x00+)\)")
_OTHER_MARKS = expression(
    r"\[(?P<words>[^\[\]\n\x00]{1,200})\](?:[ \t]*\[(?P<square>\x00+)\]|[ \t]*\{(?P<curly>\x00+)|(?P<angled>\x00+))"
    r"|\((?P<round>[^()\n\x00]{1,200})\)\((?P<second>\x00+)\)"
    # MediaWiki's, with the address first.
    r"|\[(?P<label>(?=\x00+[ \t]+(?P<behind>[^\[\]\n\x00]{1,200})\](?![(\[]))(?P<first>\x00+))[^\]\n\x00]*\]"
)
# An image with a slip in its marks; `[words](photo.png)` without the `!` is a link, which S009 reports by itself.
_IMAGE = expression(
    r"(?P<bang>!)?(?P<gap>[ \t]*)[\[(]{1,2}(?P<alt>[^\[\]()\n\x00]{0,200}?)[\])]{0,2}(?P<between>[ \t]*\n?[ \t]*)[\[(]?"
    r"(?P<path>[^\s\[\]()<>\x00](?:[^\[\]()<>\n\x00\"“”]{0,150}[^\s\[\]()<>\x00\"“”])?\.(?:png|jpe?g|webp|gif|svg))"
    r"(?P<title>[ \t]+[\"“][^\"“”\n]{0,200}[\"”])?[\])]{0,2}",
    re.IGNORECASE,
)
# A link whose address has a space in it: the URL up to there is a run of NULs.
_BROKEN = expression(
    r"(?<!!)\[(?P<words>[^\[\]\n\x00]{1,200})\]\((?P<address>(?:\x00+|https?:/{0,2})[ \t][^()\n\x00]{0,200}\x00*)\)"
)
_HELP = {
    "strong": "close it directly after a word, or write `\\**` for literal asterisks",
    "emphasis": "close it with `*`, or write `\\*` for a literal asterisk",
    "struck": "write `~~` on either side",
    "code": "write it in Markdown, or delete it",
    "picture": "delete it and the mark that opens it, and put the picture under `image:`",
    "embed": "write `![what it shows](images/NAME.jpg)`, or put it under `image:`",
    "wiki": "link with `[words](https://…)`",
    "change": "accept the change or reject it, and delete the marks",
    "highlight": "delete the marks, or write `**…**`",
    "inline": "write `[^1]`, and below the paragraph `[^1]: …`",
    "quotes": "write `*…*` or `**…**`",
    "heading": "write it as a heading: `## …`",
    "formula": "write it in words and signs: formulas are not set",
    "raised": "write the sign itself, such as ₂ or ²",
    "emoji": "write the sign itself",
    "remark": "delete it, or write `<!-- … -->`, which is not printed",
    "aside": "delete it, or write `<!-- … -->`, which is not printed",
    "initials": "delete what is left of a comment",
    "box": "say in words what is done and what is not",
    "comment": "delete what is left of a comment",
    "remarked": "delete what is left of a comment; a note is `[^1]`, and below the paragraph `[^1]: …`",
}


def find_foreign_marks(text: FieldText) -> Iterator[tuple[str, Finding]]:  # noqa: C901, PLR0912 - one branch for each kind
    """Yield a finding for each piece of foreign markup, with its kind."""
    shown = text.prose.body.shown
    words = shown.words
    is_marked = "[[" in words or "[/" in words or not _SIGNS.isdisjoint(words)
    is_rare = (
        any(trace in words for trace in _TRACES)
        or ("$" in words and ("\\" in words or "_" in words))
        or (":" in words and re.search(_EMOJI, words) is not None)
        or ("[" in words and re.search(_BOXES, words) is not None)
    )
    slack = [*re.finditer(_SLACK, words)] if "*" in words or "_" in words else []
    for match in slack:
        yield "slack", _tighten(text, shown.span(Span(*match.span())), match["mark"], match["words"].strip())
    words = blank(words, (Span(*match.span()) for match in slack))
    found = [*re.finditer(_LEFT, words)] if is_marked else []
    found += re.finditer(_RARE, words) if is_rare else ()
    has_note: bool | None = None
    for match in found:
        kind = match.lastgroup or ""
        span = shown.span(Span(*match.span(kind)))
        if text.malformed.meets(span):
            continue
        # S009 looks for the boxes of lists by itself.
        if kind == "box" and text.prose.text[max(0, span.start - 1) : span.start] not in {"", "\n"}:
            continue
        if kind == "emphasis" and _marks_footnote(words, match.start(kind)):
            continue
        if kind == "strong" and _marks_note(words, match.start(kind)):
            has_note = _has_note(words) if has_note is None else has_note
            if has_note:
                continue
        written = span.of(text.prose.text)
        # An editor's words in a quotation: “the [EU27] states”.
        if kind == "initials" and text.prose.is_quoted(span):
            continue
        # Once here and once below, it is a note made by hand.
        if kind == "remarked" and words.count(written) > 1:
            continue
        # S005 reports what a mailing service would have filled in.
        if kind in {"code", "wiki"} and next(SERVICE_TAGS.finditer(written), None):
            continue
        yield (
            kind,
            Finding(
                span=text.file_span(span),
                message=f"`{written[:40].rstrip()}` is shown as text",
                help=_help(kind, text.prose.text, span),
            ),
        )
    yield from find_lone_marks(text, blank(words, (Span(*match.span()) for match in found)))
    yield from find_loose_tables(text)
    for match in re.finditer(_TEX, text.prose.visible) if "``" in text.prose.visible else ():
        span, quoted = text.file_span(Span(*match.span())), f"“{match['words']}”"
        fix = Fix(f"write {quoted}", (Edit(span, quoted),), is_safe=False)
        yield "tex", Finding(span=span, message=f"`{match.group()}` is shown as text", help=f"write {quoted}", fix=fix)
    yield from _find_keys(text)
    for pattern, trace in ((_SWAPPED, ")[\0"), (_APART, "(\0")):
        for match in pattern.finditer(text.prose.visible) if trace in text.prose.visible else ():
            address = Span(*match.span("address")).of(text.prose.text)
            if _is_address(address):
                yield "link", _link(text, Span(*match.span()), match["words"], address)
    for match in (
        _OTHER_MARKS.finditer(text.prose.visible) if "]" in text.prose.visible or ")(" in text.prose.visible else ()
    ):
        address = Span(*match.span(match.lastgroup or 0)).of(text.prose.text)
        if _is_address(address) and not (match.lastgroup == "angled" and not address.startswith("<")):
            yield (
                "link",
                _link(
                    text, Span(*match.span()), match["words"] or match["round"] or match["behind"], address.rstrip("}")
                ),
            )
    yield from _find_images(text)
    for match in _BROKEN.finditer(text.prose.visible) if "](" in text.prose.visible else ():
        yield "link", _mend(text, Span(*match.span()), match["words"], Span(*match.span("address")))
    yield from _find_slack(text)
    yield from _find_escaped(text)


def _marks_footnote(words: str, start: int) -> bool:
    """Return whether a star at the head of a line belongs to one behind a word: `API*`, and below `*API is …`."""
    return words[:start].endswith("\n") and re.search(r"\w\*(?![\w*])", words) is not None


def _help(kind: str, body: str, span: Span) -> str:
    """Return what to do about a mark; two stars that one has closed are still open."""
    is_strong = kind == "emphasis" and body[span.end : span.end + 1] == "*"
    return "close it with `**`: here, `**` is closed with `*`" if is_strong else _HELP[kind]


def _marks_note(words: str, start: int) -> bool:
    """Return whether two stars stand where a note begins, or right behind a word; those of a link end with a NUL."""
    around = words[max(0, start - 2) : start + 3]
    return words[start - 1 : start] == "\n" or re.search(_NOTE_MARK, around) is not None


def _has_note(words: str) -> bool:
    """Return whether two stars are the mark of a note: `73** of them`, and one paragraph below begins with `** `."""
    return len(re.findall(r"(?m)^\*\*[ ]+\S", words)) == 1 and re.search(_NOTE_MARK, words) is not None


def _tighten(text: FieldText, span: Span, mark: str, words: str) -> Finding:
    """Return the finding for emphasis with spaces inside its marks."""
    written, place = f"{mark}{words}{mark}", text.file_span(span)
    return Finding(
        span=place,
        message=f"`{span.of(text.prose.text)[:60]}` is shown as text, because of the spaces inside `{mark}`",
        help=f"write `{written[:60]}`",
        fix=Fix("delete the spaces", (Edit(place, written),), is_safe=False),
    )


def _find_keys(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield keys of the file at the beginning of a paragraph, where they are text."""
    if not isinstance(text, ItemText):
        return
    for keys in find_body_keys(text):
        start = keys.span.start
        place = text.file_span(Span(start, start + len(keys.key) + 1))
        if keys.count == 1:
            message = f"`{keys.key}:` is a part of the text here, not a key"
            capital = keys.key.capitalize()
            where = f"so that it lines up with `body:`{_margin(text)}" if keys.ends_body else ""
            help_ = f"move it to the left, {where}" if where else "write it above `body:`, as far left"
            help_ += f"; if it is text, begin it with a capital: `{capital}:`"
        else:
            message = f"`{keys.key}:` and what follows it, {keys.count} lines, are a part of the text here, not keys"
            help_ = f"move these lines to the left, so that `{keys.key}:` lines up with `body:`{_margin(text)}"
        yield "key", Finding(span=place, message=message, help=help_)


def _margin(text: ItemText) -> str:
    """Return how far the keys of an item are indented, as words for a help."""
    key = text.document.key_span(*text.field)
    spaces = text.document.lines.position(key.start).column - 1 if key else 0
    return f": indent it by {spaces} {plural(spaces, 'space')}" if spaces else ""


def _is_address(words: str) -> bool:
    return words.strip("<>").startswith(("https://", "http://"))


def _find_images(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield images whose marks have a slip: `![words] (images/quay.jpg)`, `!(words)[images/quay.jpg]`."""
    visible = text.prose.visible
    for block in text.prose.blocks if "." in visible else ():
        words = block.span.of(visible)
        if block.kind == "paragraph" and re.fullmatch(r"[\w./-]{1,100}\.(?:png|jpe?g|webp|gif)", words):
            help_ = f"write `![what it shows]({words})`"
            message = f"`{words[:60]}` is printed as text"
            yield "image", Finding(span=text.file_span(block.span), message=message, help=help_)
    if not any(each in visible for each in ("![", "! [", "!(", "] (", "]\n")):
        return
    for match in _IMAGE.finditer(visible):
        written = match.group()
        if not (match["bang"] or ("[" in written and "](" in "".join(written.split()))) or written.startswith("![["):
            continue
        path = match["path"].replace(" ", "-")
        right = f"![{match['alt'].strip()}]({path}{(match['title'] or '').replace('“', chr(34)).replace('”', chr(34))})"
        place = text.file_span(Span(*match.span()))
        message = f"`{' '.join(written.split())[:60]}` is not an image"
        if not isinstance(text, ItemText):
            help_, fix = f"put it under `image:`: `file: {match['path']}`", None
        elif right == written:
            continue
        else:
            rename = ", and rename the file: its name must not have spaces" if " " in match["path"] else ""
            help_ = f"write `{right[:100]}` in a paragraph of its own{rename}"
            fix = Fix("make it an image", (Edit(place, right),), is_safe=False)
        yield "image", Finding(span=place, message=message, help=help_, fix=fix)


def _find_escaped(text: FieldText) -> Iterator[tuple[str, Finding]]:
    r"""Yield what a converter has escaped: `\*emphasis\*`, and `\n` where a line ended."""
    written = text.prose.text
    code = [each.span for each in text.prose.opaque if each.kind == "code"]
    for match in re.finditer(_ESCAPED, written) if "\\" in written else ():
        span = Span(*match.span())
        if any(each.start <= span.start < each.end for each in code):
            continue
        if match["words"]:
            instead = match.group().replace("\\*", "*")
            message, help_ = (
                f"`{match.group()[:40]}` shows its stars",
                f"write `{instead[:60]}`, unless you mean the stars",
            )
            fix = Fix("delete the backslashes", (Edit(text.file_span(span), instead),), is_safe=False)
            yield "escaped", Finding(span=text.file_span(span), message=message, help=help_, fix=fix)
        else:
            message, help_ = (
                f"`{match.group()}` is shown as text",
                "end the line, and leave an empty one between paragraphs",
            )
            yield "line end", Finding(span=text.file_span(span), message=message, help=help_)


def _find_slack(text: FieldText) -> Iterator[tuple[str, Finding]]:
    """Yield `<https://example.org|words>`."""
    for opaque in text.prose.opaque:
        if opaque.kind == "address" and "|" in opaque.address:
            address, _, words = opaque.address.partition("|")
            end = opaque.span.end
            behind = re.compile(r"[^<>\n]{0,100}>").match(text.prose.text, end)
            if text.prose.text[opaque.span.start - 1 : opaque.span.start] == "<" and behind is not None:
                # The words go on behind a space, where the address ends.
                span = Span(opaque.span.start - 1, behind.end())
                yield "link", _link(text, span, f"{words}{behind.group()[:-1]}", address)
                continue
            yield "link", _link(text, opaque.span, words, address)


def _mend(text: FieldText, span: Span, words: str, place: Span) -> Finding:
    """Return the finding for a link whose address has a space in it."""
    address = place.of(text.prose.text)
    # Behind the host, a space belongs to the name of a file; before it, it is a slip.
    joined = re.sub(r"(?<=[^/:]/)(\S+)\s+|\s+", lambda match: f"{match[1]}%20" if match[1] else "", address)
    is_file = re.search(r"\s\S*\.(?:pdf|html?|docx?|xlsx?|csv|png|jpe?g)$", address) is not None
    joined = "%20".join(address.split()) if is_file else joined
    if re.search(r"\S\s+\S+\s+\S", address) and not is_file:
        return Finding(
            span=text.file_span(span),
            message=f"`{span.of(text.prose.text)[:60]}` is not a link, because of the words behind its address",
            help=f"write `{f'[{words}]({address.split()[0]})'[:100]}`",
        )
    return replace(
        _link(text, span, words, joined),
        message=f"`{span.of(text.prose.text)[:60]}` is not a link, because of the space in its address",
    )


def _link(text: FieldText, span: Span, words: str, address: str) -> Finding:
    """Return the finding for a link in foreign syntax, with the Markdown form."""
    written = f"[{words}]({address.strip('<>')})"
    return Finding(
        span=text.file_span(span),
        message=f"`{span.of(text.prose.text)[:60]}` is not a link",
        help=f"write `{written[:100]}`",
        fix=Fix("make it a link", (Edit(text.file_span(span), written),), is_safe=False),
    )
