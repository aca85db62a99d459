"""An issue that makes a longer email than Gmail shows.

Gmail hides everything after the first 102 KB behind a link that few readers follow, and the corrections and the link
to unsubscribe are at the end. briefgen counts the words of the issue and the addresses of its links, as UTF-8. Markup
and styles make the finished email longer, so an issue reported here is certainly too long, and one that is not
reported may be. In the example, ⟨…⟩ stands for repeated text.

Bad:
    briefs:
      - {title: Monday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Tuesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Wednesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Thursday, body: ⟨I knew deep down that it was wrong. × 800⟩}

Reports:
    6:1 text and links alone come to 107 KB; Gmail cuts mail at 102 KB

Good:
    briefs:
      - {title: Monday, body: ⟨I knew deep down that it was wrong. × 800⟩}
      - {title: Tuesday, body: ⟨I knew deep down that it was wrong. × 800⟩}
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import UrlError, parse_link
from briefgen.rules.rule import Rule

_KB = 1024
_MOST = 102 * _KB
# Words and what parts them: marks may be Markdown's, and tags and entities are not printed as they are written.
_UNPRINTED = r"<[^<>]{0,500}+>|&#?\w{1,10}+;"
_PRINTED = r"[^\W_]++|(?<=\w)\s(?=\w)"
_AROUND = frozenset({"title", "deck", "alt", "caption", "credit", "name", "bio", "text"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for an issue whose words and links alone are too many."""
    links = sum(map(_weight, _addresses(manuscript)))
    # The whole file is more than the words in it: most issues need no counting.
    if links + len(manuscript.document.text.encode()) <= _MOST:
        return
    total = links + sum(map(_weigh_words, _texts(manuscript)))
    if total > _MOST:
        yield Finding(
            span=manuscript.document.nearest_span("number"),
            message=f"text and links alone come to {_format(total)}; Gmail cuts mail at 102 KB",
            help="shorten it, or move an item to the next issue",
            label=f"{_format(links)} of this is addresses" if links > _KB else "",
        )


def _texts(manuscript: Manuscript) -> Iterator[str]:
    yield from (item.uncited for item in manuscript.items)
    for path, scalar in manuscript.texts:
        if path[-1] in _AROUND and path[0] != "sources":
            yield scalar.value


def _addresses(manuscript: Manuscript) -> Iterator[str]:
    """Yield the address of every link: notes may name a source once, groups in the text link each time."""
    for item in manuscript.items:
        for opaque in item.prose.opaque:
            if opaque.kind == "link":
                yield _parsed(opaque.address)
    if manuscript.publication.style.citations == "notes":
        keys = manuscript.cited_keys
    else:
        keys = tuple(key for *_, resolution in manuscript.citations() for key in resolution.keys[:1])
    sources = manuscript.read_issue.sources
    yield from (sources[key].address for key in keys)


def _parsed(address: str) -> str:
    try:
        return parse_link(address)
    except UrlError:
        # It is not linked, and another rule says so.
        return ""


def _weight(address: str) -> int:
    return len(address) + address.count("&") * len("amp;")


def _weigh_words(text: str) -> int:
    return sum(len(part.encode()) for part in re.findall(_PRINTED, re.sub(_UNPRINTED, "", text)))


def _format(size: int) -> str:
    return f"{-(-size // _KB)} KB"


RULE = Rule("M103", "email-clipped", Severity.WARNING, check)
