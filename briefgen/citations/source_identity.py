"""When two sources are one: by their addresses, or else by outlet, date and headline."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from briefgen.model import Outlets, Source, fold_name, is_under

# Parameters that only track on any host; in lower case.
TRACKING = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "igshid", "igsh",
    "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_anon_id", "oly_enc_id", "wickedid",
    "ml_subscriber",
    "smid", "smtyp", "cmp", "cmpid", "ocid", "ref_src", "ref_url", "spm", "s_cid", "ns_campaign", "ns_mchannel",
    "ns_source", "ns_linkname", "wt_mc", "xtor", "trk", "mibextid", "_ga", "sharetype", "rss_id",
})  # fmt: skip
TRACKING_PREFIXES = ("utm_", "at_", "pk_", "mtm_", "hsa_", "__cft__", "__tn__")

# Parameters that track on some hosts and have a meaning on others.
TRACKING_BY_HOST: dict[str, frozenset[str]] = {
    "twitter.com": frozenset({"s", "t", "cxt"}),
    "x.com": frozenset({"s", "t", "cxt"}),
    "youtube.com": frozenset({"feature", "si", "pp", "ab_channel"}),
    "youtu.be": frozenset({"feature", "si"}),
    "mp.weixin.qq.com": frozenset({"from", "scene", "isappinstalled", "nettype", "subscene", "clicktime", "enterid"}),
    "weibo.com": frozenset({"from", "wvr", "refer_flag"}),
    "scmp.com": frozenset({"module", "pgtype", "campaign"}),
    "nytimes.com": frozenset({
        "referringsource", "campaign_id", "emc", "instance_id", "segment_id", "nl", "regi_id", "te", "user_id", "src",
    }),
    "washingtonpost.com": frozenset({"itid", "wpisrc", "wpmm", "tid"}),
    "wsj.com": frozenset({"mod", "reflink"}),
    "bloomberg.com": frozenset({"srnd", "leadsource"}),
    "reuters.com": frozenset({"taid", "rpc"}),
    "ft.com": frozenset({"ftcamp", "segmentid", "sharetoken"}),
    "aljazeera.com": frozenset({"traffic_source"}),
    "spiegel.de": frozenset({"sara_ref"}),
    "linkedin.com": frozenset({"trackingid", "lipi", "rcm"}),
    "tiktok.com": frozenset({"is_from_webapp", "sender_device", "_r", "_t"}),
    "substack.com": frozenset({"r", "triedredirect"}),
    # Not `sk`, which lets readers past the paywall.
    "medium.com": frozenset({"source"}),
}  # fmt: skip

_PREFIXES = ("www.", "m.", "mobile.", "amp.")


class Identity(NamedTuple):
    """What identifies a source, in one issue or several; fields are empty where the source says too little."""

    address: str
    """Its normalized address; for a front page, whose content changes daily, with the date."""
    description: str
    """Its outlet, date and headline; "" without a headline."""


def identify(source: Source, outlets: Outlets) -> Identity:
    """Return what identifies a source; `outlets` decides which names mean the same outlet."""
    written = source.url or (source.archived.url if source.archived else "")
    address = normalised(written) if written else ""
    title = fold_title(source.title or "")
    outlet = "|".join(sorted(outlets.ids(source.outlet)))
    dated = address if is_article(address) or not address else f"{address} {source.date or ''}"
    return Identity(dated, f"{outlet} {source.date or ''} {title}" if title else "")


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


def normalised(url: str) -> str:
    """Normalize a URL so that different URLs of the same article compare equal.

    It loses what does not tell articles apart: the scheme, `www.`, the fragment, the slash at the end, and tracking
    parameters.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    kept = [part for part in parts.query.split("&") if part and not is_tracking(part, host)]
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    path, _, last = parts.path.rpartition("/")
    path = path if not last or _is_index(last) else parts.path
    return host + path + ("?" + "&".join(sorted(kept)) if kept else "")


def is_article(address: str) -> bool:
    """Return whether a normalized URL has more than a host: the content of a front page changes daily."""
    return "/" in address or "?" in address


def is_tracking(parameter: str, host: str) -> bool:
    """Return whether a `name=value` query parameter is only for tracking."""
    name = parameter.partition("=")[0].casefold()
    return (
        name in TRACKING
        or name.startswith(TRACKING_PREFIXES)
        or any(name in names for domain, names in TRACKING_BY_HOST.items() if is_under(host, domain))
    )


def fold_title(title: str) -> str:
    """Normalize a headline for comparison: letters and digits only."""
    return " ".join(re.findall(r"\w+", fold_name(title).replace("'", "")))


def _is_index(name: str) -> bool:
    stem, _, extension = name.partition(".")
    return stem == "index" and 2 <= len(extension) <= 5 and extension.isalnum()  # noqa: PLR2004 - `js` to `shtml`
