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
from briefgen.model import host_of
from briefgen.rules.analysis.addresses import find_addresses, is_under
from briefgen.rules.analysis.hosts import ARCHIVES, PROXIES, SHORTENERS, SYNDICATES
from briefgen.rules.rule import Rule

# Reserved for documentation (RFC 2606): used in drafts and tests, but never by an outlet.
_RESERVED = ("example.org", "example.com", "example.net")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield sources whose host does not belong to their outlet."""
    for key, source, url in find_addresses(manuscript):
        domains = [domain for outlet in manuscript.outlets.named(source.outlet) for domain in outlet.domains]
        host = host_of(url)
        if not domains or is_under(host, *domains, *ARCHIVES, *PROXIES, *SHORTENERS, *SYNDICATES, *_RESERVED):
            continue
        owner = next((each.name for each in manuscript.outlets.entries if is_under(host, *each.domains)), "")
        yield Finding(
            span=manuscript.document.value_span("sources", key, "url"),
            message=f"source says {source.outlet}, address is at {host}",
            label=f"this is {owner}" if owner else "",
            help="correct the outlet or the address",
            related=(Related(manuscript.document.value_span("sources", key, "outlet"), "the outlet"),),
        )


RULE = Rule("C403", "host-mismatch", Severity.WARNING, check)
