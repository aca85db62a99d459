"""The only scanner for citations: outputs, rules and editors all use its result."""

import re
from collections.abc import Collection, Iterator

from msgspec.structs import replace

from briefgen.citations.citation import Group, Malformed, Scan
from briefgen.citations.foreign import ForeignCitations
from briefgen.citations.keyed import find_keyed
from briefgen.citations.numbered import find_numbered
from briefgen.citations.typed import find_bracketed, find_typed
from briefgen.citations.wrapped import with_brackets
from briefgen.expressions import expression
from briefgen.markdown import Body, Shown, blank
from briefgen.model import Outlets
from briefgen.yamltext import Span

# Strings, so that `re` compiles them on first use.
_PAGE = r"\s?(?P<open>[\[(])(?P<page>(?:pp?|ch|chap|sec|vol|S)\.\s?\d[^\[\]()@;\x00]{0,40})[\])]"
# Behind the bracket without one of its own: `[@key] p. 12`, `[@key], p. 12`.
_BARE_PAGE = r",?\s(?P<page>(?:pp?|S)\.\s?\d+(?:\s?[–-]\s?\d+)?)(?![\w–-])"
_ESCAPED = r"(?<!\\)\[\\@(?P<key>[\w.:/+-]+)\]"
_TICKED = r"`+\s*(?P<group>\[@(?P<key>[\w.:/+-]+)[^\[\]`]*\])\s*`+"
_WORDLESS = frozenset({"source", "link", "here", "ref", "cite", "see", "quelle"})
_LINKED = expression(r"\[{1,2}@(?P<key>[\w.:/+-]+)\]{1,2}[(\[]")


def find_citations(  # noqa: PLR0913 - what the issue says about it
    body: Body,
    outlets: Outlets,
    cited: frozenset[str] = frozenset(),
    keys: Collection[str] = (),
    language: str = "en",
    *,
    year: int = 0,
) -> Scan:
    """Find all citations in a body, well-formed and malformed.

    Only text that readers see is searched: code, escapes and comments are skipped, and emphasis marks are ignored.
    Inside a link, typed citations are plain text, and keyed ones are malformed.

    Args:
        body: The body to search.
        outlets: The register of known outlets.
        cited: Folded names of the outlets of the issue's own sources.
        keys: Keys of the issue's sources.
        language: The tag of the body's language, whose months and marks typed citations may use.
        year: The year of the issue, if it is known.
    """
    shown, foreign = body.shown, ForeignCitations(keys)
    keyed = [_repaired(_outside(each, shown), foreign) for each in find_keyed(shown.words)]
    keyed = [_with_second(each, shown.words, foreign) for each in keyed]
    keyed = [_with_page(each, shown.words) for each in keyed]
    # In `([@key])` only the bracket is the group; the author's parenthesis stays.
    rest = blank(shown.words, [*(each.span for each in keyed), *shown.links])
    typed = [_with_page(each, rest) for each in find_typed(rest, outlets, cited, language, year)]
    typed += find_bracketed(rest, outlets, cited, language)
    rest = blank(rest, (each.span for each in typed))
    linked = list(_find_linked(body, keys))
    others = list(foreign.find(rest)) if keys else []
    if keys:
        others += find_numbered(blank(rest, (each.span for each in others)))
    found = [with_brackets(_located(each, shown), body.text) for each in (*keyed, *typed, *others)]
    # Report a link around a key only once.
    found = [
        each
        for each in found
        if not any(each.span.start < link.span.end and link.span.start < each.span.end for link in linked)
    ]
    found += [*linked, *_find_hidden(body, keys)]
    found.sort(key=lambda each: each.span)
    groups = tuple(each for each in found if isinstance(each, Group))
    return Scan(groups, tuple(each for each in found if isinstance(each, Malformed)))


def _find_linked(body: Body, keys: Collection[str]) -> Iterator[Malformed]:
    """Yield links whose text is the key of a source; a citation creates the link by itself."""
    for opaque in body.opaque:
        is_link_to_key = opaque.kind == "link" and opaque.span.of(body.text).startswith(("[@", "[[@"))
        found = _LINKED.match(opaque.span.of(body.text)) if is_link_to_key else None
        if found is not None and found["key"] in keys:
            suggestion = f"[@{found['key']}]"
            yield Malformed(
                opaque.span,
                opaque.span.of(body.text),
                f"write `{suggestion}`, which becomes a link by itself",
                suggestion,
            )
        elif opaque.kind == "link" and (key := opaque.address.lstrip("#@")) in keys:
            suggestion = _unlinked(opaque.span.of(body.text).partition("](")[0].lstrip("["), key)
            yield Malformed(opaque.span, opaque.span.of(body.text), f"write `{suggestion}`", suggestion)


def _unlinked(words: str, key: str) -> str:
    """Return the words of a link with the citation after them; words that only name the source are left out."""
    is_named = words.casefold().strip(" @#") in {key.casefold(), *_WORDLESS}
    return f"[@{key}]" if is_named else f"{words} [@{key}]"


def _find_hidden(body: Body, keys: Collection[str]) -> Iterator[Malformed]:
    """Yield citations of known keys that are hidden by a backslash or by backticks."""
    if "[@" not in body.text and "[\\@" not in body.text:
        return
    for match in re.finditer(_ESCAPED, body.text) if "[\\@" in body.text else ():
        if match["key"] in keys:
            suggestion = f"[@{match['key']}]"
            yield Malformed(Span(*match.span()), match.group(), f"write `{suggestion}`", suggestion)
    for opaque in body.opaque:
        found = re.fullmatch(_TICKED, opaque.span.of(body.text)) if opaque.kind == "code" else None
        if found is not None and found["key"] in keys:
            help_ = f"write it without backticks: {found['group']}"
            yield Malformed(opaque.span, opaque.span.of(body.text), help_, found["group"])


def _with_page(found: Group | Malformed, words: str) -> Group | Malformed:
    """Return a group; one with the page in brackets of its own behind it is malformed."""
    following = {*words[found.span.end : found.span.end + 3]}
    if not following & {"[", "(", "p", "S"}:
        return found
    page = re.compile(_PAGE).match(words, found.span.end) or re.compile(_BARE_PAGE).match(words, found.span.end)
    if page is None or not isinstance(found, Group) or len(found.citations) > 1 or found.citations[0].locator:
        return found
    # A typed outlet alone may be anything: `the courts (BBC) p. 4`.
    if found.form == "typed" and found.citations[0].date is None:
        return found
    group = found.span.of(words)
    suggestion = f"{group[:-1].rstrip()}, {page['page'].strip()}{group[-1]}"
    span = Span(found.span.start, page.end())
    return Malformed(span, span.of(words), f"write `{suggestion}`", suggestion)


def _outside(found: Group | Malformed, shown: Shown) -> Group | Malformed:
    """Return a keyed group; inside the text of a link it is malformed."""
    if not any(link.start <= found.span.start < link.end for link in shown.links):
        return found
    return Malformed(found.span, found.span.of(shown.words), "write it after the link, not inside it")


def _repaired(found: Group | Malformed, foreign: ForeignCitations) -> Group | Malformed:
    """Return a keyed group; a malformed one gets a suggestion if its keys are known."""
    if not isinstance(found, Malformed):
        return found
    suggestion = foreign.repair(found.text)
    if suggestion:
        return replace(found, help=f"write `{suggestion}`", suggestion=suggestion)
    meant = foreign.guess(found.text)
    return replace(found, help=f"did you mean `{meant}`?") if meant else found


def _with_second(found: Group | Malformed, words: str, foreign: ForeignCitations) -> Group | Malformed:
    """Return a keyed group; one whose locator is the key of another source is malformed: `[@one, two]`."""
    if not isinstance(found, Group) or not any(each.locator for each in found.citations):
        return found
    suggestion = foreign.repair_locator(found.span.of(words))
    return Malformed(found.span, found.span.of(words), f"write `{suggestion}`", suggestion) if suggestion else found


def _located(found: Group | Malformed, shown: Shown) -> Group | Malformed:
    """Translate the spans of a group from shown text to the body."""
    if isinstance(found, Malformed):
        return replace(found, span=shown.span(found.span))
    citations = tuple(
        replace(
            each,
            span=shown.span(each.span),
            outlet_span=shown.span(each.outlet_span),
            date_span=shown.span(each.date_span),
        )
        for each in found.citations
    )
    remarks = tuple(map(shown.span, found.remarks))
    return replace(found, span=shown.span(found.span), citations=citations, remarks=remarks)
