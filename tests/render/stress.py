"""Editions of everything that is hard to lay out: words without spaces, wide and long tables, many of each thing."""

from collections.abc import Iterator, Sequence
from itertools import count

from markupsafe import Markup
from msgspec.structs import replace

from briefgen.edition.bylines import compose_byline
from briefgen.edition.edition import Author, Block, BlockKind, Edition, FormattedText, Item, Note
from briefgen.edition.text_context import TextContext
from briefgen.edition.words import format_words
from briefgen.model import AMERICAN, Person
from tests.render.sample import make_edition

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4
ADDRESS = f"https://www.example.org/{'very/long/path/' * 9}{'a' * 120}?x=1&amp;y=2"
HANZI = "北京市第十六届人民代表大会第二次会议关于北京市人民政府工作报告的决议" * 6
_TEXT = (
    "The harbour board of {0} has counted the dredgers that were promised, the dredgers that came, and the ones that "
    "nobody had asked for, and it has found {0} differences between the lists that were handed in by the three towns."
)


def make_words(number: int, sentences: int = 1) -> str:
    """Return a text with unique words."""
    return " ".join(_TEXT.format(f"w{number}x{each}") for each in range(sentences))


def paragraph(number: int, sentences: int = 1) -> tuple[BlockKind, str]:
    return "paragraph", f"<p>{make_words(number, sentences)}</p>"


def heading(number: int) -> tuple[BlockKind, str]:
    return "heading", f"<h3>Heading{number} of a part</h3>"


def table(number: int, rows: int, columns: int, cell: str = "{row}.{column}") -> tuple[BlockKind, str]:
    places = range(columns)
    head = "".join(f'<th scope="col" class="align-right">t{number}c{column}</th>' for column in places)
    lines = ("".join(_cell(cell.format(row=row, column=column)) for column in places) for row in range(rows))
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return "table", f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(words: str) -> str:
    return f'<td class="align-right">{words}</td>'


def nested(number: int, depth: int) -> tuple[BlockKind, str]:
    inside = f"<p>{make_words(number)}</p>"
    for level in range(depth):
        inside = f"<ul><li><p>level{number}d{level}</p>{inside}</li><li><p>after{number}d{level}</p></li></ul>"
    return "list", inside


def grid(*rows: Sequence[str]) -> tuple[BlockKind, str]:
    """Return a table; its first row is the head."""
    head, *body = (f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return "table", f"<table><thead>{head.replace('td>', 'th>')}</thead><tbody>{''.join(body)}</tbody></table>"


def _bodies() -> Iterator[tuple[tuple[BlockKind, str], ...]]:
    """Yield the body of an item for each kind of trouble."""
    number = count(1000)
    n = number.__next__
    yield tuple(
        each
        for sentences in (1, 2, 3)
        for each in (heading(n()), paragraph(n(), sentences), heading(n()), table(n(), 4 * sentences, 3))
    )
    yield (paragraph(n()), heading(n()), ("list", "<ul><li>one</li><li>two</li></ul>"), heading(n()), nested(n(), 6))
    quote = f"<blockquote><p>{make_words(n())}</p></blockquote>"
    yield (
        ("paragraph", f"<p>{LONG} and {LONG}</p>"),
        ("paragraph", f'<p>See <a href="https://example.org/">{ADDRESS}</a> or <code>{LONG}</code> here.</p>'),
        ("code", f"<pre><code>{'x' * 300}\n    if a:\n{' ' * 8}return {LONG}{' ' * 200}\n</code></pre>"),
        ("quote", f"<blockquote><p>{LONG}</p><ul><li>{quote}</li></ul></blockquote>"),
    )
    yield (
        paragraph(n()),
        heading(n()),
        grid((LONG, "b", "c"), ("x", LONG, ADDRESS), (HANZI, "Rockhampton", "y")),
        paragraph(n()),
        table(n(), 8, 14, "{row}{column}00"),
        paragraph(n()),
        table(n(), 5, 20, "wordlong{row}x{column}"),
        paragraph(n()),
    )
    listed = f"<ol><li>{grid(('in', 'list'), ('z' * 90, 'b'))[1]}</li><li>{make_words(6, 9)}</li></ol>"
    yield (
        paragraph(n()),
        heading(n()),
        grid(("head", "other"), ("a", make_words(4, 40)), (make_words(5, 9), "b")),
        ("list", listed),
    )
    yield (
        paragraph(n()),
        table(n(), 120, 4),
        heading(n()),
        table(n(), 12, 2, "{row} " + make_words(7)),
        paragraph(n(), 9),
    )


def make_long_edition() -> Edition:
    """Return an issue with a brief for each kind of trouble, and a feature that many have signed."""
    base = make_edition()
    people = tuple(
        Author(
            name=f"Author{each} von der Wüste-Longname",
            url="https://example.org/",
            bio=format_words(f"Author{each} covers silt.", TextContext()),
        )
        for each in range(40)
    )
    assert base.lead is not None
    feature = replace(
        base.feature,
        title=f"Twenty hands: {LONG}",
        title_html=Markup(f"Twenty hands: {LONG}"),  # noqa: S704 - our own text
        deck=Markup(f"A deck with {LONG} in it."),  # noqa: S704
        authors=people,
        byline=_byline(people),
        blocks=_blocks(tuple(each for number in range(9) for each in (heading(number), paragraph(number, 3)))),
        pictures=(replace(base.lead, caption=Markup(LONG), credit=LONG),),  # noqa: S704
    )
    briefs = [
        _brief(index, f"Brief {index} of many, {HANZI[:200]}" if index == 1 else f"Brief {index} of many", body)
        for index, body in enumerate(_bodies(), 1)
    ]
    signed = {"authors": people[:2], "byline": _byline(people[:2])}
    briefs[2] = replace(briefs[2], pictures=(base.lead,), title=LONG, title_html=Markup(LONG), **signed)  # noqa: S704
    return replace(base, feature=feature, briefs=tuple(briefs))


def _byline(authors: Sequence[Author]) -> FormattedText:
    people = tuple(Person(name=author.name, url=author.url) for author in authors)
    return compose_byline(people, AMERICAN, TextContext())


def make_many_edition(briefs: int) -> Edition:
    """Return an issue of many briefs, each of one to four paragraphs."""
    bodies = [tuple(paragraph(10 * index + each, 1 + each) for each in range(1 + index % 4)) for index in range(briefs)]
    made = (_brief(index, f"Brief {index} of many, of some length", body) for index, body in enumerate(bodies))
    return make_edition(briefs=tuple(made))


def make_noted_edition() -> Edition:
    """Return an issue with 80 notes, most of them in a few paragraphs."""
    base, notes = make_edition(), iter(range(1, 100))
    blocks = []
    for number, called in enumerate((1, 2, 14, 1, 0, 30, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2)):
        mine = tuple(_note(next(notes)) for _ in range(called))
        calls = " ".join(map(_call, mine))
        if number % 4 == 1:
            blocks.append(_block(*heading(number)))
        html = Markup(f"<p>{make_words(number)} {calls}</p>")  # noqa: S704
        blocks.append(Block(kind="paragraph", html=html, notes=mine))
    feature = replace(base.feature, blocks=tuple(blocks), notes=tuple(one for block in blocks for one in block.notes))
    return replace(base, feature=feature)


def make_turned_edition() -> Edition:
    """Return an issue whose feature has three tables for a sheet on its side, the first with a note."""
    base, note = make_edition(), _note(1)
    tables = [_block(*table(number, 3, 14, "word{row}{column}00")) for number in (1, 2, 3)]
    html = Markup(str(tables[0].html).replace("t1c0", f"t1c0 {_call(note)}"))  # noqa: S704 - our own text
    tables[0] = Block(kind="table", html=html, notes=(note,))
    blocks = (*_blocks((paragraph(1, 2),)), tables[0], *_blocks((paragraph(2), paragraph(3))), *tables[1:])
    return make_edition(feature=replace(base.feature, blocks=(*blocks, *_blocks((paragraph(4),))), notes=(note,)))


def _call(note: Note) -> str:
    return f'word<sup class="call"><a id="{note.call_id}" href="#{note.id}">{note.number}</a></sup>'


def _note(number: int) -> Note:
    html = Markup('<a href="https://example.org/">Gazette{0}, May 4</a>; <a href="https://e.org/">Ribao{0}</a>')
    html = html.format(number)
    return Note(
        id=f"note-{number}", call_id=f"call-{number}", number=str(number), html=html, back_label=f"Back to {number}"
    )


def _brief(index: int, title: str, body: Sequence[tuple[BlockKind, str]]) -> Item:
    return replace(
        make_edition().briefs[0],
        id=f"brief-{index}",
        title=title,
        title_html=Markup(title),  # noqa: S704 - our own text
        blocks=_blocks(body),
    )


def _blocks(body: Sequence[tuple[BlockKind, str]]) -> tuple[Block, ...]:
    return tuple(_block(*each) for each in body)


def _block(kind: BlockKind, html: str) -> Block:
    return Block(kind=kind, html=Markup(html))  # noqa: S704 - our own text
