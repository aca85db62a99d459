"""Parses bytes into a tree: a strict subset of YAML where all scalars are text, without anchors, aliases or tags.

The tree is built from parser events, never by PyYAML's constructor: merge keys, aliases and deep
nesting are refused before they can expand (436 bytes of them keep `yaml.safe_load` busy for 12 seconds).
"""

import re
from collections.abc import Iterator

import yaml

from briefgen.expressions import expression
from briefgen.yamltext.characters import find_forbidden, format_character
from briefgen.yamltext.document import Document, Fault
from briefgen.yamltext.edits import Edit
from briefgen.yamltext.formats import SAVE_AS_TEXT, name_format
from briefgen.yamltext.garbled import find_garbled, name_encoding
from briefgen.yamltext.nodes import Entry, Mapping, Node, Scalar, ScalarStyle, Sequence
from briefgen.yamltext.odd_keys import find_odd_key
from briefgen.yamltext.quotation_marks import show, wrap
from briefgen.yamltext.shared_values import read_shared
from briefgen.yamltext.span import Span
from briefgen.yamltext.structure import LIST_NAMES, ONE, advise_second, advise_twin, find_shallow, name_list

# An issue with 30 briefs has about 400 nodes and 40 KB; these limits allow ten times that size. Files are limited in
# bytes, values in characters: a text in Chinese has three bytes per character.
MAX_BYTES = 512 * 1024
MAX_NODES = 5_000
MAX_REGISTER_NODES = 25_000
MAX_DEPTH = 20
MAX_KEY = 128
MAX_SCALAR = 64_000
MAX_FAULTS = 50

# libyaml is ten times as fast as the pure Python parser, and every PyYAML wheel includes it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STYLES: dict[str | None, ScalarStyle] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_BYTE_ORDER_MARK = "\ufeff"
_BLOCK_WORDS = expression("(?s:.*)[^ \t\r\n\x85\u2028\u2029][ \t]*")
# A value up to the end of its line, or up to a trailing comment.
_VALUE = expression("[^\r\n]*?(?=[ \t]*(?:[ \t]#|[\r\n]|\\Z))")
_SIGNS = {"&": "an anchor", "*": "an alias", "!": "a tag"}


def parse_document(data: bytes, *, max_nodes: int = MAX_NODES) -> Document:
    """Parse an issue, publication or outlets file; reasons why it cannot be read become faults.

    `max_nodes` limits the number of keys and values; a register of outlets needs more than an issue.
    """
    if len(data) > MAX_BYTES:
        fault = Fault(
            Span(0, 0),
            f"the file is {-(-len(data) // 1024)} KB; the limit is {MAX_BYTES // 1024} KB",
            "split it, or take pasted data out of the issue",
        )
        return Document("", None, (fault,))
    named = name_format(data)
    if named:
        return Document("", None, (Fault(Span(0, 0), f"this is {named}, not an issue or settings", SAVE_AS_TEXT),))
    if data[1:40:2].count(0) > len(data[1:40:2]) // 2 or data[:40:2].count(0) > len(data[:40:2]) // 2:
        fault = Fault(Span(0, 0), "the file is not UTF-8: UTF-16", "save the file as UTF-8 in your editor")
        return Document("", None, (fault,))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _parse_undecodable(data, error)
    return parse_text(text, max_nodes=max_nodes)


def parse_text(text: str, *, max_nodes: int = MAX_NODES) -> Document:
    """Parse decoded text; a leading byte order mark is removed and recorded."""
    has_mark = text.startswith(_BYTE_ORDER_MARK)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    forbidden = [_forbidden_fault(text, span) for span in find_forbidden(text)]
    if forbidden:
        return Document(text, None, tuple(forbidden[:MAX_FAULTS]), has_mark)
    reader = _Reader(text, max_nodes)
    root = reader.read()
    usable = root if not reader.faults else None
    faults = sorted(reader.faults, key=lambda fault: fault.span)[:MAX_FAULTS]
    return Document(text, usable, tuple(faults), has_mark)


def find_missing_headings(text: str) -> tuple[Fault, ...]:
    """Return a fault for each key that is missing above a group that must be its own, such as `sources:`.

    They are found by the keys of the groups, so the text may be valid YAML in which the groups are misplaced.
    """
    from briefgen.yamltext.sketch import Sketch  # noqa: PLC0415 - only needed for files with faults
    from briefgen.yamltext.slips import headings  # noqa: PLC0415 - only needed for files with faults

    sketch = Sketch(text)
    slips = headings.find_missing_headings(sketch, sketch.entries)
    return tuple(Fault(slip.span, slip.message, slip.help, slip.related, slip.edits) for slip in slips)


def _parse_undecodable(data: bytes, error: UnicodeDecodeError) -> Document:
    readable = data[: error.start].decode("utf-8")
    text = readable.removeprefix(_BYTE_ORDER_MARK) + data[error.start :].decode("utf-8", errors="replace")
    at = len(readable.removeprefix(_BYTE_ORDER_MARK))
    seen = name_encoding(data, error.start)
    fault = Fault(Span(at, at + 1), f"the file is not UTF-8: {seen}", "save the file as UTF-8 in your editor")
    return Document(text, None, (fault,))


_BREAKS = frozenset("\x0b\x0c")
"""What word processors put between two lines or pages."""


def _forbidden_fault(text: str, span: Span) -> Fault:
    garbled = find_garbled(text, span.start)
    if garbled is not None:
        place, original = garbled
        message = f"“{place.of(text)}” is {original}, garbled by the wrong encoding"
        return Fault(place, message, f"write {original}", edits=(Edit(place, original),))
    name = format_character(span.of(text))
    message = f"not valid YAML: the character {name} cannot be printed"
    if span.of(text) in _BREAKS:
        return Fault(span, message, "write a space in its place", edits=(Edit(span, " "),))
    return Fault(span, message, "delete it")


def _recovered_faults(text: str, error: yaml.YAMLError, max_nodes: int) -> Iterator[Fault]:
    """Yield the mistakes that stop the parser, and those found in the rest of the text."""
    from briefgen.yamltext.recover import recover  # noqa: PLC0415 - only needed for invalid YAML

    done = recover(text, error, _find_error)
    for slip in done.slips:
        edits = slip.edits if slip.is_safe else ()
        yield Fault(slip.span, f"not valid YAML: {slip.message}", slip.help, slip.related, edits)
    if _find_error(done.text) is None:
        rest = _Reader(done.text, max_nodes)
        rest.read()
        for fault in rest.faults:
            related = tuple((done.original_span(span), words) for span, words in fault.related)
            yield Fault(done.original_span(fault.span), fault.message, fault.help, related)


def _find_error(text: str) -> yaml.YAMLError | None:
    """Return the parser's error, or None if the text parses."""
    try:
        for _ in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.YAMLError as error:
        return error
    return None


class _Open:
    """A mapping or list whose end event has not been read yet."""

    def __init__(self, start: int, *, is_mapping: bool) -> None:
        self.start = start
        self.is_mapping = is_mapping
        self.nodes: list[Node] = []


class _Reader:
    """Builds the tree from parser events; refuses constructs that can expand or surprise the author."""

    def __init__(self, text: str, max_nodes: int) -> None:
        self.text = text
        self.has_tabs = "\t" in text
        self.max_nodes = max_nodes
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.nodes = 0
        self.is_over = False

    def read(self) -> Node | None:
        """Return the root mapping, or None; the reasons are in `faults`."""
        try:
            for event in self._events():
                self._take(event)
                if self.is_over:
                    return None
        except yaml.YAMLError as error:
            found = list(_recovered_faults(self.text, error, self.max_nodes))
            # Drop earlier faults on the same lines: recovery reports them again, or they are part of the same mistake.
            lines = {self.text.count("\n", 0, fault.span.start) for fault in found}
            early = [fault for fault in self.faults if self.text.count("\n", 0, fault.span.start) not in lines]
            self.faults = [*early, *found]
            return None
        if self.root is None:
            self._fault(Span(0, 0), "the file is empty", "`briefgen new` writes an issue to start from")
        elif not isinstance(self.root, Mapping) and not self.faults:
            self._fault(self.root.span, *_without_keys(self.root))
        return self.root if isinstance(self.root, Mapping) else None

    def _events(self) -> Iterator[yaml.Event]:
        yield from yaml.parse(self.text, Loader=LOADER)

    def _fault(
        self, span: Span, message: str, help_: str, *related: tuple[Span, str], edits: tuple[Edit, ...] = ()
    ) -> None:
        self.faults.append(Fault(span, message, help_, related, edits))
        self.is_over = self.is_over or len(self.faults) >= MAX_FAULTS

    def _stop(self, span: Span, message: str, help_: str) -> None:
        self._fault(span, message, help_)
        self.is_over = True

    def _take(self, event: yaml.Event) -> None:
        # In the order of how many there are.
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._add(self._scalar(event))
            case yaml.CollectionStartEvent():
                self._refuse_extras(event)
                self._open(event)
            case yaml.CollectionEndEvent():
                self._close(_end(event))
            case yaml.DocumentStartEvent():
                self._take_document(event)
            case yaml.AliasEvent():
                span = _span(event)
                if not _is_merged(self.text, span.start):
                    self._refuse_sign(span.start)
                self._add(Scalar(span, "", "plain"))

    def _take_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.tags:
            self._fault(Span(0, 0), "a %TAG line", "delete it: briefgen does not support tags")
        if self.documents > 1:
            span = _span(event)
            self._stop(span, "a second document begins at `---`", advise_second(self.text, span.start, span.end))

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        start = _start(event)
        if event.anchor is None and event.tag is None:
            pass
        elif (
            isinstance(event, yaml.ScalarEvent)
            and (event.anchor or event.tag)
            and event.style not in _STYLES
            and not (event.tag or "").startswith("tag:yaml.org")
        ):
            self._refuse_sign(start)
        elif event.anchor is not None:
            span = Span(start, start + 1 + len(event.anchor))
            uses = f"*{event.anchor}"
            help_ = f"delete it, and repeat this value wherever `{uses}` is" if uses in self.text else ""
            self._fault(span, f"anchor `&{event.anchor}`", help_ or "delete it: briefgen does not support it")
        elif event.tag is not None:
            word = re.compile(r"\S*").match(self.text, start)
            span = Span(start, word.end() if word else start + 1)
            self._fault(span, f"tag `{span.of(self.text)}`", "delete it: briefgen does not support it")
        if not self.has_tabs:
            return
        begin = self.text.rfind("\n", 0, start) + 1
        before = self.text[begin:start]
        gap = Span(begin + len(before.rstrip(" \t")), start)
        if gap.start > 0 and "\t" in gap.of(self.text):
            self._fault(
                gap, "a tab, which not every YAML parser accepts here", "write a space", edits=(Edit(gap, " "),)
            )

    def _refuse_sign(self, start: int) -> None:
        """Refuse a value that starts with `&`, `*` or `!`; authors hardly mean an anchor, alias or tag."""
        words = _VALUE.match(self.text, start)
        span = Span(start, words.end()) if words else Span(start, start + 1)
        shared = read_shared(self.text, span)
        if shared is not None:
            self._fault(span, shared.message, shared.help, edits=shared.edits)
            return
        value, sign = span.of(self.text), self.text[start]
        if re.fullmatch(r"![\w-]+[ \t]+\S+\.[a-z]{2,5}", value):
            self._fault(span, f"`{value.split()[0]}` cannot read another file", "write the contents of that file here")
            return
        quoted = wrap(value)
        message = f"an unquoted value begins with `{sign}`, which makes {_SIGNS[sign]} of it"
        in_brackets = any(self.text[opened.start] in "[{" for opened in self.stack)
        edits = () if in_brackets else (Edit(span, quoted),)
        self._fault(span, message, f"quote it: `{show('', quoted)}`", edits=edits)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = _STYLES.get(event.style, "plain")
        span = _span(event)
        if style in {"literal", "folded"}:
            # The parser's end mark is the next non-blank line, but blank lines before it are not part of the text.
            words = _BLOCK_WORDS.match(self.text, span.start, span.end)
            span = Span(span.start, words.end() if words else span.end)
        if len(event.value) > MAX_SCALAR:
            message = f"this text has {len(event.value):,} characters; the limit is {MAX_SCALAR:,}"
            self._stop(Span(span.start, span.start + 1), message, "split it")
        bad = next(find_forbidden(event.value), None) if style == "double" else None
        if bad is not None:
            name = format_character(bad.of(event.value))
            self._fault(span, f"not valid YAML: an escape means {name}, which cannot be printed", "delete it")
        return Scalar(span, event.value, style)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._stop(_span(event), f"nested more than {MAX_DEPTH} deep", "an issue needs no more than five levels")
            return
        self.stack.append(_Open(_start(event), is_mapping=isinstance(event, yaml.MappingStartEvent)))

    def _close(self, end: int) -> None:
        opened = self.stack.pop()
        span = Span(opened.start, opened.start + len(self.text[opened.start : end].rstrip()))
        if opened.is_mapping:
            self._add(Mapping(span, tuple(self._entries(opened.nodes))))
        else:
            self._add(Sequence(span, tuple(opened.nodes)))

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > self.max_nodes:
            self._stop(
                Span(node.span.start, node.span.start + 1),
                f"more than {self.max_nodes} values",
                "split the file",
            )
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _is_list_without_dashes(self, nodes: list[Node]) -> bool:
        """Report a list whose entries have no dashes, so that their keys are repeated; return whether it is one."""
        above = self.stack[-1].nodes[-1] if self.stack and self.stack[-1].nodes else None
        if not isinstance(above, Scalar) or above.value not in LIST_NAMES or not self.stack[-1].is_mapping:
            return False
        heads = [key for key in nodes[::2] if isinstance(key, Scalar) and _is_same(key, nodes[0])]
        if len(heads) < 2 or len(self.stack[-1].nodes) % 2 == 0:  # noqa: PLR2004 - one is no twin
            return False
        first, *others = heads
        starts = [head.span.start for head in heads]
        is_indented = all(self.text[start - 2 : start] == "  " for start in starts)
        edits = tuple(Edit(Span(start - 2, start), "- ") for start in starts) if is_indented else ()
        self._fault(
            first.span,
            f"`{above.value}` is a list, but its {len(heads)} entries have no dashes",
            f"begin each with `- `: `- {first.value}: …`",
            (others[0].span, "the next entry"),
            edits=edits,
        )
        return True

    def _entries(self, nodes: list[Node]) -> Iterator[Entry]:
        seen: dict[str, Entry] = {}
        head: Entry | None = None
        is_twin = False
        if self._is_list_without_dashes(nodes):
            # A whole entry of the list would be lost otherwise.
            nodes = nodes[: 2 * next(at for at in range(1, len(nodes)) if _is_same(nodes[2 * at], nodes[0]))]
        shallow = find_shallow(nodes)
        if shallow is not None:
            above, below = shallow
            message = f"`{above.value}` is indented as far as `{below.value}` below it"
            self._fault(
                above.span, message, f"indent it less, or indent everything that belongs to `{above.value}` more"
            )
            return
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            odd = find_odd_key(self.text, key)
            if odd is not None:
                self.faults.append(odd)
            elif not isinstance(key, Scalar):
                self._fault(key.span, "a key is a list or a mapping", "keys are words: `title: …`")
            elif key.value == "<<":
                self._fault(key.span, "merge key `<<`", "write the keys out here")
            elif len(key.value) > MAX_KEY:
                self._fault(key.span, f"this key has {len(key.value)} characters", f"use at most {MAX_KEY}")
            elif key.value in seen:
                first = seen[key.value]
                is_root, in_list = not self.stack, any(not opened.is_mapping for opened in self.stack)
                help_ = advise_twin(first, value, is_root=is_root, in_list=in_list, is_first=first is head)
                # The keys of an entry whose dash is missing are all twins; the first says so.
                if not (is_twin and in_list):
                    self._fault(key.span, f"`{key.value}` is written twice", help_, (first.key.span, "first here"))
                is_twin = True
            else:
                is_twin = False
                seen[key.value] = entry = Entry(key, value)
                head = head or entry
                yield entry


def _is_same(one: Node, other: Node) -> bool:
    return isinstance(one, Scalar) and isinstance(other, Scalar) and one.value == other.value


def _is_merged(text: str, at: int) -> bool:
    """Return whether an alias follows `<<:`, for which another fault is reported."""
    return re.search(r"<<[ \t]*:[ \t]*\[?[^\]\n]*\Z", text[max(0, at - 200) : at]) is not None


def _without_keys(root: Node) -> tuple[str, str]:
    """Return message and help for a file whose root is not a mapping."""
    if not isinstance(root, Sequence):
        return "the file has no keys", "write keys with a colon: `name: …`"
    name = name_list(root)
    if name == ONE:
        return "the file is a list", "delete the `- ` at the beginning, and line up the keys below it"
    if not name:
        return (
            "the file is a list without a key",
            "write the name of the list and a colon on a line above it: `outlets:`",
        )
    return "the file is a list without a key", f"write `{name}:` on a line above it"


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _span(event: yaml.Event) -> Span:
    return Span(_start(event), max(_start(event), _end(event)))
