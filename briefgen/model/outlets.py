"""The register of outlets: who publishes the cited sources, under which names and domains."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct

from briefgen.model.fields import Country, Flag, Host, Language, Line, Url

OutletKind = Literal[
    "wire", "paper", "broadcaster", "magazine", "journal", "think-tank", "government", "company", "social",
    "tertiary", "aggregator", "website",
]  # fmt: skip
Ownership = Literal["state", "party", "public", "private", "nonprofit", "government", "unknown"]


class Outlet(Struct, frozen=True, kw_only=True):
    """Who published a source: facts only, no scores."""

    id: Annotated[Line, Meta(description="Its short name in the register: `nyt`; one that briefgen knows is replaced.")]
    name: Annotated[Line, Meta(description="As printed in a citation.")]
    aliases: Annotated[tuple[Line, ...], Meta(description="Other names that mean it: `[WSJ, The Journal]`.")] = ()
    domains: Annotated[
        tuple[Host, ...], Meta(description="Hosts, such as `wsj.com`; their subdomains belong to the outlet too.")
    ] = ()
    country: Annotated[Country | None, Meta(description="ISO 3166-1 alpha-2, or `INT`.")] = None
    languages: Annotated[tuple[Language, ...], Meta(description="The languages it publishes in: `[zh-Hans, en]`.")] = ()
    kind: Annotated[OutletKind | None, Meta(description="What sort of outlet it is.")] = None
    ownership: Annotated[
        Ownership | None, Meta(description="`state` and `party` control what is printed; `public` does not.")
    ] = None
    controlled_by: Annotated[
        Line | None, Meta(description="Which state or party controls it: `Chinese Communist Party`.")
    ] = None
    paywall: Annotated[
        Literal["none", "metered", "hard"], Meta(description="Whether readers must pay; has no effect yet.")
    ] = "none"
    volatile: Annotated[Flag, Meta(description="Pages vanish or change: archive at once.")] = False
    since: Annotated[Line | None, Meta(description="The year it began: `1944`.")] = None
    until: Annotated[Line | None, Meta(description="The year it ended.")] = None
    renamed_to: Annotated[Line | None, Meta(description="The name it goes by now.")] = None
    sources: Annotated[tuple[Url, ...], Meta(description="Where the ownership was read.")] = ()
    reviewed: Annotated[Line | None, Meta(description="When the entry was last looked at: `2026-11`.")] = None

    @property
    def is_controlled(self) -> bool:
        """Whether a state or a ruling party controls the content."""
        return self.ownership in {"state", "party"}


class OutletsFile(Struct, frozen=True, kw_only=True):
    """An `outlets.yaml`."""

    outlets: Annotated[tuple[Outlet, ...], Meta(description="Your own outlets, beside those that briefgen knows.")] = ()


def fold_name(name: str) -> str:
    """Normalize a name for comparison: ignores case, a leading `The`, kinds of apostrophe and spacing."""
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ") or folded


class Outlets(Struct, frozen=True, dict=True):
    """The register, searchable by name; a publication's own outlets precede the shipped ones."""

    entries: tuple[Outlet, ...] = ()

    def extended(self, own: Iterable[Outlet]) -> Self:
        """Return the register with a publication's outlets added; entries with the same `id` are replaced."""
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
        """Every name that refers to a controlled outlet and to no other outlet."""
        controlled = (outlet for outlet in self.entries if outlet.is_controlled)
        names = ((name, outlet) for outlet in controlled for name in (outlet.name, *outlet.aliases))
        return tuple((name, outlet) for name, outlet in names if self.named(name) == (outlet,))

    def named(self, name: str) -> tuple[Outlet, ...]:
        """Return the outlets with a name or alias: none, one, or several if it is shared."""
        return self._by_name.get(fold_name(name), ())

    def is_known(self, name: str) -> bool:
        """Return whether a name is in the register."""
        return fold_name(name) in self._by_name

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of the outlets a name may refer to; for an unknown name, the folded name itself."""
        return frozenset(outlet.id for outlet in self.named(name)) or frozenset({fold_name(name)})
