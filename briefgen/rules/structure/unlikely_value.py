"""A short field that holds more than its value, such as two names in one `author:` or a comma at its end.

It is printed as it stands. Reported are several names, a mail address, or the “By” that the byline adds, in the name of
one author; a full stop or a closing bracket at the end of an address; an address in place of the name of an outlet; the
name of the outlet at the end of a source's title; curly quotation marks around a whole name; and what other formats
leave at the end: `,` and `;` of JSON, `<br>` of HTML, a backslash. So are a text of which nothing is printed (an error
where it is a title or a section, since its heading would be empty), another key on the line of the first, and a
correction dated before its issue. A note tells a bio that begins with another name than its author's.

Bad:
    feature:
      title: Kiel Waits,
      author: Anna Lind and Bo Ek
      body: |
        Kiel stalled the plan.

Reports:
    2:20 `title` ends with `,`
    3:11 `author` holds 2 names

Good:
    feature:
      title: Kiel Waits
      authors: [Anna Lind, Bo Ek]
      body: |
        Kiel stalled the plan.

Bad:
    feature:
      title: Kiel Waits
      author: Anna Lind
      body: |
        <!-- Anna sends it on Monday. -->

Reports:
    4:9 nothing of `body` is printed

Good:
    feature:
      title: Kiel Waits
      author: Anna Lind
      body: |
        Kiel stalled the plan. <!-- Anna sends more on Monday. -->

Bad:
    feature:
      title: Kiel Waits
      author: “Anna Lind”
      body: |
        Kiel stalled the plan.

Reports:
    3:11 `author` has quotation marks around it

Fixed:
    feature:
      title: Kiel Waits
      author: Anna Lind
      body: |
        Kiel stalled the plan.

Bad:
    feature:
      title: Kiel Waits
      author: By Anna Lind
      body: |
        Kiel stalled the plan.

Reports:
    3:11 “By” at the start of `author`, which the byline adds

Fixed:
    feature:
      title: Kiel Waits
      author: Anna Lind
      body: |
        Kiel stalled the plan.

Bad:
    feature:
      title: Kiel Waits
      author: {name: Ana Lind, bio: Anna Lind covers harbors.}
      body: |
        Kiel stalled the plan.

Reports:
    3:33 the bio names “Anna Lind”, the author is “Ana Lind”

Good:
    feature:
      title: Kiel Waits
      author: {name: Anna Lind, bio: Anna Lind covers harbors.}
      body: |
        Kiel stalled the plan.

Bad:
    sources:
      kiel: {outlet: "https://www.bbc.com", date: 2023-05-10}

Reports:
    2:18 `outlet` holds an address

Fixed:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10}

Bad:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, url: "https://www.bbc.com/kiel)."}

Reports:
    2:71 the address ends with `).`

Fixed:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, url: "https://www.bbc.com/kiel"}

Good:
    sources:
      fire: {outlet: Wikipedia, date: 2023-05-10, url: "https://en.wikipedia.org/wiki/Fire_(band)"}
      apple: {outlet: Wikipedia, date: 2023-05-09, url: "https://en.wikipedia.org/wiki/Apple_Inc."}

Bad:
    sources:
      kiel:
        outlet: "BBC, date: 2023-05-10"
        title: Kiel stalls the plan

Reports:
    3:19 `outlet` holds another key, `date:`

Good:
    sources:
      kiel:
        outlet: BBC
        date: 2023-05-10
        title: Kiel stalls the plan

Bad:
    date: 2023-05-12
    corrections:
      - date: 2023-05-02
        text: The basin holds 2 tons of silt, not 20.

Reports:
    3:11 the correction is dated 10 days before the issue

Good:
    date: 2023-05-12
    corrections:
      - date: 2023-05-22
        text: The basin holds 2 tons of silt, not 20.

Bad:
    date: 2023-05-12
    briefs:
      - title: Harbour Opens
        deck: Harbour opens
        body: |
          It opened (BBC, May 10).
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, accessed: 2023-05-08}
    corrections:
      - date: 2032-05-22
        text: The basin holds 2 tons of silt, not 20.

Reports:
    4:11 the deck repeats the title
    8:51 the source was accessed 2 days before its date
    10:11 the correction is dated 9 years after the issue

Good:
    date: 2023-05-12
    briefs:
      - title: Harbour Opens
        deck: The first ship came at night.
        body: |
          It opened (BBC, May 10).
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, accessed: 2023-05-11}
    corrections:
      - date: 2023-05-22
        text: The basin holds 2 tons of silt, not 20.

Bad:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, title: Kiel stalls the plan - BBC News}

Reports:
    2:71 `title` ends with the outlet, “BBC News”

Fixed:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, title: Kiel stalls the plan}
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.addresses import stray_end
from briefgen.rules.analysis.byline_slips import find_byline_slip
from briefgen.rules.analysis.contradictions import find_contradictions
from briefgen.rules.analysis.empty_texts import find_empty_texts
from briefgen.rules.analysis.outlet_addresses import host_written
from briefgen.rules.rule import Rule
from briefgen.yamltext import Document, Edit, Path, Scalar, Span, quote_if_needed

_SHORT = frozenset({
    "title", "deck", "author", "authors", "name", "section", "credit", "caption", "outlet", "translated_title",
    "subject",
})  # fmt: skip
_ADDRESS = r"(?:https?://|www\.)\S+"
_LONGEST = 500
"""A longer value, in characters, is no name or line; to look for slips in it would take long."""
# Keys whose values are names, which no one quotes.
_NAMES = frozenset({"author", "authors", "name", "section", "credit", "outlet"})
_ENDING = expression(r"(?P<gap>\s*)(?P<mark>[,;]|<br ?/?>|\\|(?<=\w)\")\Z")
# Strings, so that `re` compiles them on first use: few fields have their signs.
_QUOTED = r"[“„«](?P<words>[^“”„«»]+)[”“»]"
_SITE = r".*\S(?P<gap>\s+(?:[-–—|·•»]|--)\s+)(?P<site>[^-–—|·•»\s][^–—|·•»]{0,60})"
_BETWEEN = frozenset({*"-–—|·•»", "--"})
_OF_SITE = r"(?i)\s+(?:news|online|\.com|world|international)\Z|\.com\Z"
# A key behind a comma, or one whose value no text has.
_KEYS = (
    *("author", "authors", "bio", "body", "caption", "credit", "date", "deck", "name", "outlet", "section", "title"),
    *("url", "accessed"),
)
_SECOND = (
    rf"(?:[,;|/][ \t]*(?P<key>{'|'.join(_KEYS)})"
    r"|[ \t](?P<alone>url|date|accessed)):[ \t]*(?P<rest>\S.*)"
)
_LIKE = {"url": r"https?://", **dict.fromkeys(("date", "accessed"), r"\d{4}-\d|undated\b")}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield fields that hold more than their value."""
    document = manuscript.document
    for path, scalar in document.walk():
        key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        if key == "url" and isinstance(scalar, Scalar):
            yield from _check_address(document, path, scalar)
        if not isinstance(scalar, Scalar) or key not in _SHORT or scalar.style in {"literal", "folded"}:
            continue
        if len(scalar.value) > _LONGEST:
            continue
        is_byline = path[0] != "sources" and (key in {"author", "authors"} or (key == "name" and len(path) > 1))
        is_source = path[0] == "sources" and key == "author"
        found = find_byline_slip(manuscript, path, scalar, key) if is_byline or is_source else None
        if key == "outlet":
            found = _check_outlet(manuscript, scalar)
        if key == "credit" and re.fullmatch(_ADDRESS, scalar.value.strip()):
            help_ = "write who made it; that may be a link: `[Name](https://…)`"
            found = Finding(span=scalar.span, message="`credit` holds an address", help=help_)
        if path[0] == "sources" and key in {"title", "translated_title"}:
            found = _check_site(manuscript, path, scalar, key)
        found = (
            _check_second(document, path, scalar, key)
            or found
            or _check_ending(document, path, scalar, key)
            or _check_marks(document, path, scalar, key)
        )
        if found is not None:
            yield found
    if manuscript.issue is not None:
        yield from find_empty_texts(manuscript)
        yield from find_contradictions(manuscript)


def _check_second(document: Document, path: Path, scalar: Scalar, key: str) -> Finding | None:
    """Return the finding for a value with another key and its value behind it; S001 reports it where YAML sees it."""
    has_key = any(words.endswith(_KEYS) for words in scalar.value.split(":")[:-1])
    found = re.search(_SECOND, scalar.value) if has_key else None
    other = (found["key"] or found["alone"]) if found else ""
    if found is None or not other or other == key:
        return None
    # A text may hold any word; a name and a day do not.
    if not re.match(_LIKE.get(other, "" if key in _NAMES else r"(?!)"), found["rest"]):
        return None
    at = found.start("key") if found["key"] else found.start("alone")
    return Finding(
        span=document.span(path, at, at + len(other) + 1),
        message=f"`{key}` holds another key, `{other}:`",
        help=f"begin `{other}: …` on a line of its own",
    )


def _check_outlet(manuscript: Manuscript, scalar: Scalar) -> Finding | None:
    """Return the finding for an address in place of a name; the register may know whose it is."""
    host = host_written(manuscript, scalar.value)
    if not host:
        return None
    names = [outlet.name for outlet in manuscript.outlets.at_host(host)]
    fix = Fix(f"write `{names[0]}`", (Edit(scalar.span, quote_if_needed(names[0])),), is_safe=False) if names else None
    help_ = (
        f"write its name: `outlet: {names[0]}`" if names else "write its name, and the address of the page as `url:`"
    )
    return Finding(span=scalar.span, message="`outlet` holds an address", help=help_, fix=fix)


def _check_site(manuscript: Manuscript, path: Path, scalar: Scalar, key: str) -> Finding | None:
    """Return the finding for the title of a browser's tab: the page's, and the name of its outlet."""
    if _BETWEEN.isdisjoint(scalar.value.split()):
        return None
    outlet = manuscript.document.node(*path[:-1], "outlet")
    found = re.fullmatch(_SITE, scalar.value.rstrip()) if isinstance(outlet, Scalar) else None
    if found is None or not isinstance(outlet, Scalar) or not _is_same(manuscript, found["site"], outlet.value):
        return None
    edit = Edit(manuscript.document.span(path, found.start("gap"), len(scalar.value)), "")
    return Finding(
        span=manuscript.document.span(path, *found.span("site")),
        message=f"`{key}` ends with the outlet, “{found['site']}”",
        help=f"delete “{found['gap'].strip()} {found['site']}”, which the page adds in the tab of a browser",
        fix=Fix("delete it", (edit,), is_safe=False),
    )


def _is_same(manuscript: Manuscript, site: str, outlet: str) -> bool:
    """Return whether the name of a site is that of an outlet, such as “BBC News” of the BBC."""
    names = {site, re.sub(_OF_SITE, "", site)} - {""}
    hosts = {each.id for each in manuscript.outlets.at_host(site)} if "." in site else set()
    ids = manuscript.outlets.ids(outlet.strip())
    return any(ids & manuscript.outlets.ids(name) for name in names) or bool(ids & hosts)


def _check_address(document: Document, path: Path, scalar: Scalar) -> Iterator[Finding]:
    """Yield the finding for an address with marks of the text around it at its end; S003 reports other slips."""
    address = scalar.value.strip()
    marks = stray_end(address) if address.startswith(("https://", "http://")) else ""
    bare = address[: len(address) - len(marks)]
    # S003 reports marks right behind the host.
    if not marks or "/" not in bare.partition("://")[2]:
        return
    at = scalar.value.find(address) + len(bare)
    span = document.span(path, at, at + len(marks))
    yield Finding(
        span=span,
        message=f"the address ends with `{marks}`",
        help=f"delete it: `{bare}`, unless the page is at the longer address",
        fix=Fix("delete it", (Edit(span, ""),), is_safe=False),
    )


def _check_ending(document: Document, path: Path, scalar: Scalar, key: str) -> Finding | None:
    found = _ENDING.search(scalar.value, max(0, len(scalar.value) - 8))
    # T101 reports a lone quotation mark in a text.
    is_text = key not in _NAMES or scalar.value.count('"') != 1
    if found is None or (found["mark"] == '"' and is_text):
        return None
    span = document.span(path, *found.span("mark"))
    edit = Edit(document.span(path, found.start("gap"), found.end()), "")
    fix = Fix("delete it", (edit,), is_safe=False)
    return Finding(span=span, message=f"`{key}` ends with `{found['mark']}`", help="delete it", fix=fix)


def _check_marks(document: Document, path: Path, scalar: Scalar, key: str) -> Finding | None:
    found = re.fullmatch(_QUOTED, scalar.value.strip()) if scalar.value.strip()[:1] in "“„«" else None
    if found is None or key not in _NAMES:
        return None
    lead = len(scalar.value) - len(scalar.value.lstrip())
    words = Span(lead + found.start("words"), lead + found.end("words"))
    edits = (
        Edit(document.span(path, words.start - 1, words.start), ""),
        Edit(document.span(path, words.end, words.end + 1), ""),
    )
    message = f"`{key}` has quotation marks around it"
    fix = Fix("delete them", edits, is_safe=False)
    return Finding(span=scalar.span, message=message, help=f"delete them: `{key}: {found['words']}`", fix=fix)


RULE = Rule("S016", "unlikely-value", Severity.WARNING, check)
