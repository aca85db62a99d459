"""What all exports say of a source: on one line, its kind of work, its authors and addresses."""

import re
from typing import Literal
from urllib.parse import urlsplit

from briefgen.citations.bibliography import BibliographyEntry
from briefgen.model import Source, collapse_spaces
from briefgen.model.bibliographic import split_names

WorkKind = Literal["newspaper", "magazine", "journal", "web page", "post", "interview", "document"]

_PERIODICALS: dict[str, WorkKind] = {
    "wire": "newspaper",
    "paper": "newspaper",
    "broadcaster": "newspaper",
    "magazine": "magazine",
    "journal": "journal",
    "social": "post",
}
# Controls and noncharacters, which no format can hold. Halves of characters cannot be written at all.
_UNFIT = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"
_HALF = "[\ud800-\udfff]"
# A CI system obeys `##[…]` and `##vso[…]` wherever it stands in a log.
_COMMAND = r"##(?=\w*\[)"


def one_line(text: str) -> str:
    """Return a text without line breaks of any kind, controls, and what a log would obey."""
    whole = re.sub(_HALF, "\ufffd", re.sub(_UNFIT, " ", text))
    return re.sub(_COMMAND, "# #", collapse_spaces(whole))


def find_kind(entry: BibliographyEntry) -> WorkKind:
    """Return the kind of work that a source is, by what the issue and the register say of it."""
    if entry.source.interview:
        return "interview"
    known = _PERIODICALS.get(entry.outlet_kind or "")
    return known or ("web page" if entry.source.address else "document")


def list_authors(source: Source) -> tuple[str, ...]:
    """Return the names in a byline, each as written: which part is the family name, nobody has said."""
    author = one_line(source.author or "")
    return split_names(author) or ((author,) if author else ())


def find_archive(source: Source) -> tuple[str, str]:
    """Return the host and address of the copy in an archive; empty if there is none."""
    address = source.archived.url if source.archived else ""
    return (urlsplit(address).hostname or "", address) if address else ("", "")


def find_lost_address(source: Source) -> str:
    """Return the address at which a source was found, and is no longer; readers get that of the copy."""
    return source.url if source.url and source.address != source.url else ""
