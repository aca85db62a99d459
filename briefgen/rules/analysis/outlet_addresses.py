"""Sources whose `outlet:` is an address or host, `https://www.bbc.com`, and not a name; S016 reports them."""

import re

from briefgen.citations import Citation
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.new_sources import read_date

# A string, so that `re` compiles it on first use.
_ADDRESS = r"(?:(?P<scheme>https?://)?(?P<www>www\.)?(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,}))(?::\d+)?(?:[/?#]\S*)?"


def host_written(manuscript: Manuscript, outlet: str) -> str:
    """Return the host that stands where the name of an outlet belongs, or "".

    A host with neither `https://` nor `www.` may be a name, as `vox.com`: it counts only if the register knows whose
    it is, and does not have it as a name.
    """
    found = re.fullmatch(_ADDRESS, outlet.strip()) if "." in outlet else None
    if found is None or manuscript.outlets.named(outlet):
        return ""
    is_plain = found["scheme"] or found["www"]
    return found["host"] if is_plain or manuscript.outlets.at_host(found["host"]) else ""


def find_behind_address(manuscript: Manuscript, citation: Citation) -> str:
    """Return the one uncited source with an address as its outlet that a typed citation refers to by day; or "".

    A source whose address the register knows must be of the outlet that is cited.
    """
    wanted = read_date(manuscript, citation) if citation.date else None
    if wanted is None:
        return ""
    ids = manuscript.outlets.ids(citation.outlet)
    found = []
    for key, source in manuscript.uncited_sources.items():
        host = host_written(manuscript, source.outlet) if source.date == wanted else ""
        owners = {each.id for each in manuscript.outlets.at_host(host)} if host else set()
        if host and (not owners or ids & owners):
            found.append(key)
    return found[0] if len(found) == 1 else ""
