"""An outlet that is not in the register.

Nothing can be checked about an unknown outlet: neither its address nor who owns it. The name may be misspelt, or the
outlet new; your own outlets go into `outlets.yaml`, next to the issues. The fix adds an entry there, with the name and
the hosts that your sources have. It is offered for the `outlet:` of a source, unless the name looks misspelt or the
address belongs to an outlet that is known. Complete the entry by hand: who owns the outlet, and what else it is called.
An issue that cites a list in its own text by years, as C102 tells, is left alone.

Bad:
    sources:
      scmp: {outlet: South Chna Morning Post, date: 2023-05-10}

Reports:
    2:18 “South Chna Morning Post” is not in the outlets register

Good:
    sources:
      scmp: {outlet: South China Morning Post, date: 2023-05-10}

Bad:
    sources:
      sand: {outlet: Port Survey, date: 2023-05-10, url: "https://survey.example.org/sand"}

Reports:
    2:18 “Port Survey” is not in the outlets register

Good:
    # outlets.yaml: [{id: port-survey, name: Port Survey, domains: [survey.example.org]}]
    sources:
      sand: {outlet: Port Survey, date: 2023-05-10, url: "https://survey.example.org/sand"}
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefgen.diagnostics import FileEdit, Finding, Fix, Severity
from briefgen.manuscript import Manuscript, Mention
from briefgen.model import Outlets, fold_name, nearest
from briefgen.rules.analysis.coverage import refers_to_own_list
from briefgen.rules.analysis.meant_sources import find_misspelt, find_near
from briefgen.rules.analysis.new_outlets import plan_outlets
from briefgen.rules.analysis.outlet_addresses import find_behind_address, host_written
from briefgen.rules.rule import Rule

_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "news", "daily", "times", "post", "de", "la"})


# A suggestion with fewer letters in common says nothing: `NBC` is not meant by `NRC`.
_FEWEST_COMMON_LETTERS = 4


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each unknown name once, at its first mention."""
    if not manuscript.outlets.entries:
        return
    unknown: dict[str, Mention] = {}
    for mention in manuscript.mentions:
        folded = "" if mention.outlets else fold_name(mention.name)
        if folded and not _is_reported_elsewhere(manuscript, mention):
            unknown.setdefault(folded, mention)
    # They are written as the list in the text has them, and of use to nobody else.
    if unknown and refers_to_own_list(manuscript):
        return
    known = _KnownNames.of(manuscript.outlets) if unknown else _KnownNames()
    close = {folded: known.closest(folded) for folded in unknown}
    new = [mention.name for folded, mention in unknown.items() if not close[folded]]
    entries = dict(zip(new, plan_outlets(manuscript, iter(new)), strict=True))
    for folded, mention in unknown.items():
        meant = close[folded]
        yield Finding(
            span=mention.span,
            message=f"“{mention.name}” is not in the outlets register",
            help=f"did you mean “{meant}”?" if meant else "correct the name, or add it to `outlets.yaml`",
            fix=_make_fix(mention.name, entries.get(mention.name, ())),
        )


def _is_reported_elsewhere(manuscript: Manuscript, mention: Mention) -> bool:
    """Return whether C102 reports an outlet that was written for another, or S016 an address in place of a name."""
    citation = None if mention.key else mention.citation
    if citation is None:
        lost = (each for _, _, each, found in manuscript.citations() if not found.keys and not each.key)
        return bool(host_written(manuscript, mention.name)) or any(
            find_misspelt(manuscript, each) == mention.key for each in lost
        )
    return bool(find_near(manuscript, citation) or find_behind_address(manuscript, citation))


def _make_fix(name: str, entry: tuple[FileEdit, ...]) -> Fix | None:
    return Fix(f"add “{name}” to `outlets.yaml`", (), is_safe=False, elsewhere=entry) if entry else None


class _KnownNames(Struct, frozen=True):
    """The names in the register, to find those that are near an unknown one."""

    written: Mapping[str, str] = {}
    """Each name as it is written, by its folded form."""
    by_word: Mapping[str, Sequence[str]] = {}
    """The folded names that have a word, without small words."""

    @classmethod
    def of(cls, outlets: Outlets) -> "_KnownNames":
        """Return the names of all outlets."""
        written = {fold_name(each): each for outlet in outlets.entries for each in (outlet.name, *outlet.aliases)}
        by_word: dict[str, list[str]] = {}
        for folded in written:
            for word in set(folded.split()) - _SMALL:
                by_word.setdefault(word, []).append(folded)
        return cls(written, by_word)

    def closest(self, folded: str) -> str:
        """Return the name that is spelt nearly so, or else shares most of its words; "" if none is near."""
        # Comparing letters is slow: only names of about the same length can be two slips away.
        spelt = nearest(folded, [each for each in self.written if abs(len(each) - len(folded)) <= 2])  # noqa: PLR2004
        if spelt is not None and _has_common_letters(spelt, folded):
            return self.written[spelt]
        words = set(folded.split()) - _SMALL
        alike = dict.fromkeys(each for word in sorted(words) for each in self.by_word.get(word, ()))
        shares = {each: len(words & set(each.split())) / len(words | set(each.split())) for each in alike}
        best = max(shares, key=lambda each: shares[each], default="")
        is_near = bool(best) and shares[best] >= 0.6  # noqa: PLR2004 - three of five words
        return self.written[best] if is_near and _has_common_letters(best, folded) else ""


def _has_common_letters(one: str, other: str) -> bool:
    """Return whether two names have at least four letters in common, wherever they stand."""
    letters = Counter(filter(str.isalpha, one)) & Counter(filter(str.isalpha, other))
    return letters.total() >= _FEWEST_COMMON_LETTERS


RULE = Rule("C402", "unknown-outlet", Severity.NOTE, check)
