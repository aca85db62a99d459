"""An outlet that is not in the register.

Nothing can be checked about an unknown outlet: neither its address nor who owns it. The name may be misspelt, or the
outlet new; add your own outlets to `outlets.yaml`, next to the issues.

Bad:
    sources:
      scmp: {outlet: South Chna Morning Post, date: 2023-05-10}

Reports:
    2:18 “South Chna Morning Post” is not in the outlets register

Good:
    sources:
      scmp: {outlet: South China Morning Post, date: 2023-05-10}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.model import Outlets, fold_name, nearest
from briefgen.rules.rule import Rule

_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "news", "daily", "times", "post", "de", "la"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each unknown name once, at its first mention."""
    outlets = manuscript.outlets
    if not outlets.entries:
        return
    seen: set[str] = set()
    for mention in manuscript.mentions:
        folded = "" if mention.outlets else fold_name(mention.name)
        if not folded or folded in seen:
            continue
        seen.add(folded)
        close = _closest(mention.name, outlets)
        yield Finding(
            span=mention.span,
            message=f"“{mention.name}” is not in the outlets register",
            help=f"did you mean “{close}”?" if close else "correct the name, or add it to `outlets.yaml`",
        )


def _closest(name: str, outlets: Outlets) -> str:
    """Return the known name that is spelt nearly so, or else shares most of its words."""
    known = {fold_name(each): each for outlet in outlets.entries for each in (outlet.name, *outlet.aliases)}
    folded = fold_name(name)
    # Comparing letters is slow: only names of about the same length can be two slips away.
    spelt = nearest(folded, [each for each in known if abs(len(each) - len(folded)) <= 2])  # noqa: PLR2004
    if spelt is not None:
        return known[spelt]
    words = set(folded.split()) - _SMALL
    shares = {each: len(words & set(each.split())) / len(words | set(each.split())) for each in known} if words else {}
    best = max(shares, key=lambda each: shares[each], default="")
    return known[best] if best and shares[best] >= 0.6 else ""  # noqa: PLR2004 - three of five words


RULE = Rule("C402", "unknown-outlet", Severity.NOTE, check)
