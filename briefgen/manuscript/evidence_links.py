"""Links as evidence: a link to a page that somebody else published is a citation of it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.model import Outlets
from briefgen.prose import Prose
from briefgen.yamltext import Span

# Social media and their shorteners, of which the register lists few: what anybody posts is no evidence by itself.
_SOCIAL = (
    "twitter.com", "x.com", "facebook.com", "fb.com", "youtube.com", "youtu.be", "linkedin.com", "t.me", "telegram.me",
    "truthsocial.com", "weibo.com", "weibo.cn", "mp.weixin.qq.com",
    "t.co", "fb.me", "fb.watch", "lnkd.in", "instagram.com", "instagr.am", "threads.net", "threads.com", "tiktok.com",
    "bsky.app", "bsky.social", "mastodon.social", "reddit.com", "redd.it", "pinterest.com", "pin.it", "snapchat.com",
    "tumblr.com", "vk.com", "vk.ru", "ok.ru", "whatsapp.com", "wa.me", "discord.com", "discord.gg", "twitch.tv",
    "t.cn", "douyin.com", "xiaohongshu.com", "xhslink.com", "bilibili.com", "b23.tv", "kuaishou.com", "zhihu.com",
    "gab.com", "parler.com", "gettr.com", "minds.com", "quora.com", "nitter.net", "line.me", "clubhouse.com",
)  # fmt: skip
_KINDS = frozenset({"link", "address"})
# Bare addresses may be malformed, so the host is read leniently.
_HOST = r"(?i)https?://(?:[^/?#@\s]{0,200}@)?(?P<host>[^/?#:@\s]+)"


class EvidenceLink(Struct, frozen=True):
    """A link to what somebody else published."""

    span: Span
    host: str
    outlets: frozenset[str]
    """The ids of the outlets with this domain; empty if the register does not list it."""


class LinkReader(Struct, frozen=True):
    """Tells the links of an issue that are evidence from those that are not."""

    outlets: Outlets
    own_host: str
    """The publication's own host; "" if it has none."""
    sources: frozenset[str]
    """The addresses of the issue's sources: a link to one is a citation, wherever it leads."""

    def find(self, prose: Prose) -> tuple[EvidenceLink, ...]:
        """Return the links of a body that are evidence: inline, by reference, or bare."""
        return tuple(self._find(prose))

    def _find(self, prose: Prose) -> Iterator[EvidenceLink]:
        for opaque in prose.opaque:
            match = re.match(_HOST, opaque.address) if opaque.kind in _KINDS else None
            if match is None:
                continue
            host = match["host"].casefold()
            found = self.outlets.at_host(host)
            is_social = _is_under(host, *_SOCIAL) or any(outlet.kind == "social" for outlet in found)
            if opaque.address in self.sources or not (is_social or self._is_own(host)):
                yield EvidenceLink(opaque.span, host, frozenset(outlet.id for outlet in found))

    def _is_own(self, host: str) -> bool:
        # Not what stands beside it: `docs.` or `shop.` of an organization is another site than its newsletter.
        return bool(self.own_host) and host.removeprefix("www.") == self.own_host.removeprefix("www.")


def _is_under(host: str, *domains: str) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
