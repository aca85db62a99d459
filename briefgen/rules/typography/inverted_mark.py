"""A Spanish question or exclamation without its opening mark, or without its end.

Readers of Spanish see only at the end that a sentence was a question. Each ? and ! needs ¿ or ¡ before it in its
paragraph; the two may differ (¡Qué dices?). Doubt in brackets (?), names such as *Yahoo!*, and quotations and titles
that are not in Spanish have none.

Bad:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          Quién lo paga? ¿Y mañana. ¿ Y después? El alcalde dijo: «?Y a mí qué?».

          ¿Y los barcos¿ Nadie lo sabe.

Reports:
    5:20 a question without ¿ before it
    5:22 opening ¿ is never closed
    5:33 a space behind ¿
    5:64 ? where ¿ belongs
    7:20 ¿ where ? belongs

Good:
    # publication.yaml: {language: es}
    briefs:
      - title: Abre el puerto
        body: |
          ¿Quién lo paga? ¿Y mañana? ¿Y después? El alcalde dijo: «¿Y a mí qué?».

          ¿Y los barcos? Nadie lo sabe.
"""

import re
from collections.abc import Iterator
from typing import Literal

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Block
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Span, SpanSet

_MARKS = expression(r"[¿¡]|[?!]+")
_BLOCKS = PROSE_BLOCKS | {"heading", "table"}
# What may stand before a word that begins a question, and behind one that ends it.
_BEFORE = " \n\u00a0(«“‘\"'[—–-¡¿*_|"
_BEHIND = frozenset(" \n\u00a0)»”’\"']—–,.;:…*_|\0")
_TURNED = {"?": "¿", "!": "¡", "¿": "?", "¡": "!"}
_NAMES = {"?": "question", "¿": "question", "!": "exclamation", "¡": "exclamation"}
# `Yahoo! anuncia`: a name in a sentence that goes on.
_NAME_BEFORE, _GOES_ON = r"(?<!\w)[A-Z][\w-]*\Z", r" [a-záéíóúñ]"
_NAMES_WITH_MARK = ("Jeopardy", "Joomla", "Kahoot", "Yahoo")
_NEAR, _FAR = 40, 300
# Words that Portuguese, Italian, French and English do not have, or seldom together.
_SPANISH_WORDS = frozenset({
    "al", "aquí", "con", "del", "el", "ellos", "eso", "esto", "está", "hay", "las", "lo", "los", "mi", "muy", "más",
    "nosotros", "pero", "porque", "sin", "su", "sus", "un", "una", "usted", "y", "ya", "yo",
})  # fmt: skip
_ENGLISH_WORDS = frozenset({"and", "are", "can", "do", "how", "is", "of", "the", "to", "we", "what", "who", "you"})
_FEWEST_WORDS = 2
_ASKING = frozenset({"cuál", "cuándo", "cuánta", "cuánto", "cómo", "dónde", "qué", "quién"})
_WORD = expression(r"[^\W\d_]+")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield questions and exclamations with one mark, or with a wrong one."""
    for field in manuscript.fields:
        text = field.prose.visible
        if any(mark in text for mark in "?!¿¡"):
            verbatim = SpanSet(field.verbatim)
            for block in field.prose.blocks:
                if block.kind in _BLOCKS:
                    yield from _check_block(field, verbatim, block)


def _check_block(field: FieldText, verbatim: SpanSet, block: Block) -> Iterator[Finding]:
    text = field.prose.visible
    opened: list[Span] = []
    for match in _MARKS.finditer(text, *block.span):
        span, mark = Span(*match.span()), match.group()
        role = _role(text, block, span)
        if role == "opening":
            opened.append(span)
            if mark not in "¿¡":
                yield _turned(field, span, mark)
            elif text[span.end] == " ":
                yield _spaced(field, span, mark)
        elif role == "closing" and opened:
            del opened[-min(len(opened), len(mark)) :]
            if mark in "¿¡":
                yield _turned(field, span, mark)
        elif role == "closing" and mark not in "¿¡" and not _is_meant(field, verbatim, block, span):
            yield _unopened(field, span, mark[0])
    for span in opened:
        mark = span.of(text)
        if mark in "¿¡":
            help_ = f"write {_TURNED[mark]} where the {_NAMES[mark]} ends"
            yield Finding(span=field.file_span(span), message=f"opening {mark} is never closed", help=help_)


def _role(text: str, block: Block, span: Span) -> Literal["opening", "closing", "none"]:
    """Return what a mark does at its place: one that is turned round does the opposite of what it should."""
    before = text[max(block.span.start, span.start - 1) : span.start]
    behind = text[span.end : min(span.end + 1, block.span.end)]
    if text[span.start] in "¿¡":
        if before.isalnum() and (not behind or behind in _BEHIND):
            return "closing"
        is_followed = behind == " " and text[span.end + 1 : span.end + 2].isalnum()
        return "opening" if is_followed or behind.strip(" \n»”\"')") else "none"
    if span.end - span.start == 1 and (not before or before in _BEFORE) and behind.isalnum():
        return "opening"
    return "closing" if before.strip() and (not behind or behind in _BEHIND or behind in "¿¡") else "none"


def _unopened(field: FieldText, span: Span, mark: str) -> Finding:
    name, needed = _NAMES[mark], _TURNED[mark]
    return Finding(
        span=field.file_span(span),
        message=f"{'a question' if mark == '?' else 'an exclamation'} without {needed} before it",
        help=f"write {needed} where the {name} begins",
    )


def _turned(field: FieldText, span: Span, mark: str) -> Finding:
    place, right = field.file_span(span), _TURNED[mark]
    fix = Fix(f"write {right}", (Edit(place, right),), is_safe=False)
    return Finding(span=place, message=f"{mark} where {right} belongs", help=f"write {right}", fix=fix)


def _spaced(field: FieldText, span: Span, mark: str) -> Finding:
    place = field.file_span(Span(span.end, span.end + 1))
    fix = Fix("delete it", (Edit(place, ""),), is_safe=True)
    return Finding(span=field.file_span(span), message=f"a space behind {mark}", help="delete it", fix=fix)


def _is_meant(field: FieldText, verbatim: SpanSet, block: Block, span: Span) -> bool:
    """Return whether a mark without an opening one is right: doubt, part of a name or an address, or not Spanish."""
    text = field.prose.visible
    before = text[max(block.span.start, span.start - _NEAR) : span.start]
    behind = text[span.end : span.end + 2]
    is_doubt = before.endswith(("(", "[", "\0")) or before[-1:] in "?!.¿¡"
    is_name = text[span.start] == "!" and re.search(_NAME_BEFORE, before) and re.match(_GOES_ON, behind)
    is_address = "/" in before.rsplit(maxsplit=1)[-1] if before.strip() else False
    is_factorial = text[span.start] == "!" and before[-1:].isdigit()
    if is_doubt or is_name or is_address or is_factorial or before.endswith(_NAMES_WITH_MARK):
        return True
    if block.kind == "quote" or verbatim.covers(span):
        # The words around it tell the language of a quotation.
        start = text.rfind("\n\n", 0, span.start) if block.kind == "quote" else _start_of(text, span.start)
        near = text[max(block.span.start, start, span.start - _FAR) : span.start]
        words = {word.casefold() for word in _WORD.findall(near)}
        return len(words & _SPANISH_WORDS) < _FEWEST_WORDS and words.isdisjoint(_ASKING)
    sentence = re.split(r"[.?!:¿¡\n] ", text[max(block.span.start, span.start - _FAR) : span.start])[-1]
    return len(_ENGLISH_WORDS.intersection(sentence.casefold().split())) >= _FEWEST_WORDS


def _start_of(text: str, end: int) -> int:
    """Return where the quotation or emphasis begins that a mark stands in, as far as its opening mark is near."""
    return max(text.rfind(mark, max(0, end - _FAR), end) for mark in "“„«\"*_‘'")


RULE = Rule("T145", "inverted-mark", Severity.WARNING, check, languages=("es",))
