"""The register of outlets: who publishes what we cite, under which names and addresses."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, Self

from briefgen.frozen import Frozen
from briefgen.model.fields import Flag, Language, Line, Url
from briefgen.model.record import Record

OutletKind = Literal[
    "wire", "paper", "broadcaster", "magazine", "journal", "think-tank", "government", "company", "social",
    "tertiary", "aggregator", "website",
]  # fmt: skip
Ownership = Literal["state", "party", "public", "private", "nonprofit", "government", "unknown"]


class Outlet(Record):
    """Who published a source: facts only, no scores."""

    id: Line
    name: Line
    """As printed in a citation."""
    aliases: tuple[Line, ...] = ()
    domains: tuple[Line, ...] = ()
    """Hosts; their subdomains belong to the outlet too."""
    country: Line | None = None
    """ISO 3166-1 alpha-2, or `INT`."""
    languages: tuple[Language, ...] = ()
    kind: OutletKind | None = None
    ownership: Ownership | None = None
    """`state` and `party` control what is printed; `public` does not."""
    controlled_by: Line | None = None
    paywall: Literal["none", "metered", "hard"] = "none"
    volatile: Flag = False
    """Pages vanish or change: archive at once."""
    since: Line | None = None
    until: Line | None = None
    renamed_to: Line | None = None
    sources: tuple[Url, ...] = ()
    """Where the ownership was read."""
    reviewed: Line | None = None

    @property
    def is_controlled(self) -> bool:
        """Say whether a state or a ruling party decides what is printed."""
        return self.ownership in {"state", "party"}


class OutletsFile(Record):
    """An `outlets.yaml`."""

    outlets: tuple[Outlet, ...] = ()


def fold_name(name: str) -> str:
    """Return the form under which names are compared: case, `The`, apostrophes and spacing do not count."""
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ") or folded


class Outlets(Frozen):
    """The register, by every name; a publication's own outlets stand before the shipped ones."""

    entries: tuple[Outlet, ...] = ()

    def extended(self, own: Iterable[Outlet]) -> Self:
        """Return the register with a publication's outlets laid over it: the same `id` replaces."""
        own = tuple(own)
        replaced = {outlet.id for outlet in own}
        return type(self)((*own, *(outlet for outlet in self.entries if outlet.id not in replaced)))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Outlet, ...]]:
        names: dict[str, list[Outlet]] = {}
        for outlet in self.entries:
            for name in dict.fromkeys(map(fold_name, (outlet.name, *outlet.aliases))):
                names.setdefault(name, []).append(outlet)
        return {name: tuple(found) for name, found in names.items()}

    @cached_property
    def controlled_names(self) -> tuple[tuple[str, Outlet], ...]:
        """Every name that means a controlled outlet and no other."""
        controlled = (outlet for outlet in self.entries if outlet.is_controlled)
        names = ((name, outlet) for outlet in controlled for name in (outlet.name, *outlet.aliases))
        return tuple((name, outlet) for name, outlet in names if self.named(name) == (outlet,))

    def named(self, name: str) -> tuple[Outlet, ...]:
        """Return every outlet that goes by a name or alias: none, one, or several when the name is shared."""
        return self._by_name.get(fold_name(name), ())

    def is_known(self, name: str) -> bool:
        """Say whether a name stands in the register."""
        return fold_name(name) in self._by_name

    def ids(self, name: str) -> frozenset[str]:
        """Return what a name may stand for: the ids of its outlets, or the folded name itself."""
        return frozenset(outlet.id for outlet in self.named(name)) or frozenset({fold_name(name)})
