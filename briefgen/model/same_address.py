"""Whether two URLs lead to the same page: without the parameters that only track, and the host's usual prefixes."""

from urllib.parse import urlsplit

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


def normalised(url: str) -> str:
    """Normalize a URL so that different URLs of the same article compare equal."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    kept = [part for part in parts.query.split("&") if part and not is_tracking(part, host)]
    host = next((host.removeprefix(prefix) for prefix in _PREFIXES if host.startswith(prefix)), host)
    path, _, last = parts.path.rpartition("/")
    path = path if not last or _is_index(last) else parts.path
    return host + path + ("?" + "&".join(sorted(kept)) if kept else "")


def is_tracking(parameter: str, host: str) -> bool:
    """Return whether a `name=value` query parameter is only for tracking."""
    name = parameter.partition("=")[0].casefold()
    return (
        name in TRACKING
        or name.startswith(TRACKING_PREFIXES)
        or any(name in names for domain, names in TRACKING_BY_HOST.items() if is_under(host, domain))
    )


def is_under(host: str, *domains: str) -> bool:
    """Return whether a host equals one of the domains or is a subdomain; `gov.uk` is treated like any domain."""
    return f".{host}".endswith(tuple(f".{domain}" for domain in domains))


def _is_index(name: str) -> bool:
    stem, _, extension = name.partition(".")
    return stem == "index" and 2 <= len(extension) <= 5 and extension.isalnum()  # noqa: PLR2004 - `js` to `shtml`
