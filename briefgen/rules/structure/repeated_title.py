"""Two items of one issue with the same title.

Readers of the list of contents cannot tell them apart, nor can a correction that names its item by its title. The
second is mostly a copied brief whose title was never changed. Capitals, marks and spaces make no difference. Items of
different sections may share a title of up to three words, such as “Events”: the headings above tell them apart.

Bad:
    briefs:
      - {title: Harbour Opens, body: Kiel opened its harbour.}
      - {title: "Harbour opens!", body: Arnhem closed its port.}

Reports:
    3:13 two items are called “Harbour opens!”

Good:
    briefs:
      - {title: Harbour Opens, body: Kiel opened its harbour.}
      - {title: Port Closes, body: Arnhem closed its port.}
"""

from collections.abc import Iterator

from briefgen.diagnostics import Finding, Related, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.model import Brief
from briefgen.rules.rule import Rule

# A title of more words is no label that each section may have.
_LABEL = 3


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each title that an item above it has, too."""
    seen: dict[str, list[ItemText]] = {}
    for item in manuscript.items:
        folded = "".join(filter(str.isalnum, item.item.title.casefold()))
        alike = seen.setdefault(folded, [])
        first = next((each for each in alike if _stand_together(each, item)), None)
        if folded and first is not None:
            yield Finding(
                span=manuscript.document.value_span(*item.path, "title"),
                message=f"two items are called “{' '.join(item.item.title.split())}”",
                help="give one of the two another title",
                related=(Related(manuscript.document.value_span(*first.path, "title"), "first here"),),
            )
        alike.append(item)


def _stand_together(first: ItemText, second: ItemText) -> bool:
    """Return whether no heading tells two items with one title apart; a feature has none."""
    sections = (_section_of(first), _section_of(second))
    return None in sections or sections[0] == sections[1] or len(second.item.title.split()) > _LABEL


def _section_of(item: ItemText) -> str | None:
    """Return the folded name of a brief's section, "" without one; None for a feature."""
    return " ".join((item.item.section or "").casefold().split()) if isinstance(item.item, Brief) else None


RULE = Rule("S018", "repeated-title", Severity.WARNING, check)
