"""When two sources are one: by their addresses, or else by outlet, date and headline."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from briefgen.model import Outlets, Source, fold_name
from briefgen.model.same_address import normalised

_DIGITS = 12
"""Of a digest: among 100,000 works, two would share one in one archive of 50,000."""


class Identity(NamedTuple):
    """What identifies a source, in one issue or several; fields are empty where the source says too little."""

    address: str
    """Its normalized address; for a front page, whose content changes daily, with the date."""
    description: str
    """Its outlet, date and headline; "" without a headline."""


def identify(address: str, outlet: str, date: str, title: str) -> Identity:
    """Return what identifies a source with an address, an outlet, a date and a headline, each "" if there is none.

    `outlet` is its id in the register, or a name in small letters, so that all names of an outlet are one.
    """
    normal = normalised(address) if address else ""
    dated = normal if is_article(normal) or not normal else f"{normal} {date}"
    words = fold_title(title)
    return Identity(dated, f"{outlet} {date} {words}" if words else "")


def identify_source(source: Source, outlets: Outlets) -> Identity:
    """Return what identifies a source of an issue; a page that is gone is what it was."""
    address = source.url or (source.archived.url if source.archived else "")
    return identify(address, "|".join(sorted(outlets.ids(source.outlet))), str(source.date or ""), source.title or "")


def name_work(identity: Identity, otherwise: str = "") -> str:
    """Return the name of a work on the site, `w-0123456789ab`, from what its oldest listing says.

    `otherwise` tells a work that says too little from all others.
    """
    words = identity.address or identity.description or otherwise
    return f"w-{sha256(words.encode()).hexdigest()[:_DIGITS]}"


def group_alike(identities: Iterable[Identity]) -> list[str]:
    """Return a key for each source, in order: sources that are one have the same.

    Two sources with addresses are one if these are the same. A source without an address is one with that of the same
    outlet, date and headline; if several with different addresses are, only with those that have none either. A source
    with neither address nor headline is like no other, and its key is its place in the list.
    """
    identities = list(identities)
    addresses: dict[str, set[str]] = {}
    for each in identities:
        if each.address and each.description:
            addresses.setdefault(each.description, set()).add(each.address)
    return [_key(each, addresses.get(each.description, set()), place) for place, each in enumerate(identities)]


def _key(identity: Identity, alike: set[str], place: int) -> str:
    if identity.address or len(alike) == 1:
        return identity.address or next(iter(alike))
    return identity.description or f"#{place}"


def is_article(address: str) -> bool:
    """Return whether a normalized URL has more than a host: the content of a front page changes daily."""
    return "/" in address or "?" in address


def fold_title(title: str) -> str:
    """Normalize a headline for comparison: letters and digits only."""
    return " ".join(re.findall(r"\w+", fold_name(title).replace("'", "")))
