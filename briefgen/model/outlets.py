"""The register of outlets: who publishes the cited sources, under which names and domains."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct

from briefgen.model.fields import Country, Flag, Host, Language, Line, Url

OutletKind = Literal[
    "wire", "paper", "broadcaster", "magazine", "journal", "think-tank", "university", "ngo", "government", "company",
    "social", "tertiary", "aggregator", "website",
]  # fmt: skip
Ownership = Literal["state", "party", "public", "private", "nonprofit", "government", "unknown"]


class Outlet(Struct, frozen=True, kw_only=True):
    """A publisher of sources: facts only, no ratings."""

    id: Annotated[
        Line,
        Meta(description="A short name for the register: `nyt`. If briefgen has such an entry, yours replaces it."),
    ]
    name: Annotated[Line, Meta(description="The name, as printed in citations.")]
    aliases: Annotated[tuple[Line, ...], Meta(description="Other names for it: `[WSJ, The Journal]`.")] = ()
    domains: Annotated[tuple[Host, ...], Meta(description="Its hosts, subdomains included: `[wsj.com]`.")] = ()
    country: Annotated[Country | None, Meta(description="A two-letter country code (ISO 3166-1): `US`; or `INT`.")] = (
        None
    )
    languages: Annotated[tuple[Language, ...], Meta(description="The languages it publishes in: `[zh-Hans, en]`.")] = ()
    kind: Annotated[OutletKind | None, Meta(description="The kind of outlet.")] = None
    ownership: Annotated[
        Ownership | None,
        Meta(description="Who owns it; a `state` or `party` owner controls what is printed, a `public` one does not."),
    ] = None
    controlled_by: Annotated[
        Line | None, Meta(description="Which state or party controls it: `Chinese Communist Party`.")
    ] = None
    paywall: Annotated[
        Literal["none", "metered", "hard"], Meta(description="Whether readers must pay; has no effect yet.")
    ] = "none"
    volatile: Annotated[Flag, Meta(description="Its pages tend to change or vanish, so archive them at once.")] = False
    since: Annotated[Line | None, Meta(description="The year it began: `1944`.")] = None
    until: Annotated[Line | None, Meta(description="The year it ended.")] = None
    renamed_to: Annotated[Line | None, Meta(description="The name it has now.")] = None
    sources: Annotated[tuple[Url, ...], Meta(description="Evidence for the ownership.")] = ()
    reviewed: Annotated[Line | None, Meta(description="When the entry was last checked: `2026-11`.")] = None

    @property
    def is_controlled(self) -> bool:
        """Whether a state or a ruling party controls the content."""
        return self.ownership in {"state", "party"}


class OutletsFile(Struct, frozen=True, kw_only=True):
    """An `outlets.yaml`."""

    outlets: Annotated[
        tuple[Outlet, ...], Meta(description="Your own outlets, in addition to those that briefgen knows.")
    ] = ()


# Names of outlets in capitals that are words or abbreviations in small letters.
_WORDS = frozenset({
    "abs", "ani", "app", "bis", "cri", "mas", "mit", "ons", "rand", "sana", "sec", "time", "un", "who",
})  # fmt: skip


def fold_name(name: str) -> str:
    """Normalize a name for comparison: ignores case, a leading `The`, kinds of apostrophe and spacing."""
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ") or folded


class Outlets(Struct, frozen=True, dict=True):
    """The register, searchable by name; a publication's own outlets precede the shipped ones."""

    entries: tuple[Outlet, ...] = ()

    def extended(self, own_outlets: Iterable[Outlet]) -> Self:
        """Return the register with a publication's outlets added; entries with the same `id` are replaced."""
        own_outlets = tuple(own_outlets)
        replaced = {outlet.id for outlet in own_outlets}
        return type(self)((*own_outlets, *(outlet for outlet in self.entries if outlet.id not in replaced)))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Outlet, ...]]:
        names: dict[str, tuple[Outlet, ...]] = {}
        for outlet in self.entries:
            for name in dict.fromkeys(map(fold_name, (outlet.name, *outlet.aliases))):
                names[name] = (*names[name], outlet) if name in names else (outlet,)
        return names

    @cached_property
    def controlled_names(self) -> tuple[tuple[str, Outlet], ...]:
        """Every name that refers to a controlled outlet and to no other outlet."""
        controlled = (outlet for outlet in self.entries if outlet.is_controlled)
        names = ((name, outlet) for outlet in controlled for name in (outlet.name, *outlet.aliases))
        return tuple((name, outlet) for name, outlet in names if self.named(name) == (outlet,))

    def named(self, name: str) -> tuple[Outlet, ...]:
        """Return the outlets with a name or alias: none, one, or several if it is shared."""
        return self._by_name.get(fold_name(name), ())

    def is_written(self, name: str) -> bool:
        """Return whether a name is in the register, and its capitals are those of a name.

        Many names are words too: `(the age of the harbour, May 2020)` does not cite The Age, nor `(who came in May)`
        the WHO.
        """
        forms = (form for outlet in self.named(name) for form in (outlet.name, *outlet.aliases))
        return any(fold_name(form) == fold_name(name) and _has_capitals(name, form) for form in forms)

    def at_host(self, host: str) -> tuple[Outlet, ...]:
        """Return the outlets whose domain a host is, or is a subdomain of; the longest domain decides."""
        labels = host.casefold().split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._by_domain[domain] for domain in domains if domain in self._by_domain), ())

    @cached_property
    def _by_domain(self) -> Mapping[str, tuple[Outlet, ...]]:
        found: dict[str, list[Outlet]] = {}
        for outlet in self.entries:
            for domain in outlet.domains:
                found.setdefault(domain.casefold(), []).append(outlet)
        return {domain: tuple(outlets) for domain, outlets in found.items()}

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of the outlets a name may refer to; for an unknown name, the folded name itself."""
        return frozenset(outlet.id for outlet in self.named(name)) or frozenset({fold_name(name)})


def _has_capitals(name: str, form: str) -> bool:
    """Return whether a name begins with a capital if its form in the register does; `bbc` is plain without."""
    name, form = (text.strip().removeprefix("The ").removeprefix("the ") for text in (name, form))
    if len(form) > 1 and form.isupper():
        return name.isupper() or name.casefold() not in _WORDS
    return not form[:1].isupper() or not name[:1].islower()
