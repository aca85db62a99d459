"""A source whose address belongs to another outlet.

Either the name or the address was copied from the wrong place. The host is compared with those listed for the outlet
in the register, subdomains included. Archives, and sites that republish the work of others, are not reported.

Bad:
    sources:
      kiel: {outlet: BBC, date: 2023-05-10, url: "https://edition.cnn.com/2023/05/10/kiel"}

Reports:
    2:46 source says BBC, address is at edition.cnn.com

Good:
    sources:
      kiel: {outlet: CNN, date: 2023-05-10, url: "https://edition.cnn.com/2023/05/10/kiel"}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.analysis.addresses import find_addresses, foreign_host, owner_of
from briefgen.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources whose host does not belong to their outlet."""
    for key, source, _ in find_addresses(manuscript):
        host = foreign_host(manuscript, source)
        if not host:
            continue
        owner = owner_of(manuscript, host)
        yield Finding(
            span=manuscript.document.value_span("sources", key, "url"),
            message=f"source says {source.outlet}, address is at {host}",
            label=f"this is {owner}" if owner else "",
            help="correct the outlet or the address",
            related=(Related(manuscript.document.value_span("sources", key, "outlet"), "the outlet"),),
        )


RULE = Rule("C403", "host-mismatch", Severity.WARNING, check)
