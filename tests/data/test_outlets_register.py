"""The outlets register that ships with briefgen: its form, its closed lists, its deliberate ambiguities."""

import re
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

import briefgen

REGISTER = Path(briefgen.__file__).parent / "data" / "outlets.yaml"

KEYS = {
    "id",
    "name",
    "aliases",
    "domains",
    "country",
    "languages",
    "kind",
    "ownership",
    "controlled_by",
    "paywall",
    "volatile",
    "since",
    "until",
    "renamed_to",
    "reviewed",
}
REQUIRED = {"id", "name", "domains", "country", "languages", "kind", "ownership", "reviewed"}
KINDS = {
    "wire",
    "paper",
    "broadcaster",
    "magazine",
    "journal",
    "think-tank",
    "government",
    "company",
    "social",
    "tertiary",
    "aggregator",
    "website",
}
OWNERSHIPS = {"state", "party", "public", "private", "nonprofit", "government", "unknown"}
PAYWALLS = {"none", "metered", "hard"}

SHARED = {
    "ABC News": {"abc-au", "abc-us"},
    "ABC": {"abc-au", "abc-us"},
    "The Times": {"times-uk", "nyt"},
    "The Star": {"toronto-star", "star-my"},
    "Daily News": {"daily-news-ny", "daily-news-lk"},
    "The Standard": {"standard-hk", "standard-ke"},
}

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
COUNTRY = re.compile(r"[A-Z]{2}|INT")

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def outlets() -> list[Entry]:
    """The entries of the register, as YAML reads them."""
    register = yaml.safe_load(REGISTER.read_text(encoding="utf-8"))
    assert list(register) == ["outlets"]
    entries: list[Entry] = register["outlets"]
    return entries


def names(outlet: Entry) -> list[str]:
    """The outlet's printed name and its aliases."""
    return [outlet["name"], *outlet.get("aliases", [])]


def test_the_register_is_plain_yaml_text() -> None:
    text = REGISTER.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\t" not in text
    kinds_of_token = {type(token).__name__ for token in yaml.scan(text)}
    assert kinds_of_token.isdisjoint({"AnchorToken", "AliasToken", "TagToken", "DirectiveToken"})


def test_it_covers_at_least_120_outlets(outlets: list[Entry]) -> None:
    assert len(outlets) >= 120


def test_ids_are_unique_sorted_and_in_kebab_case(outlets: list[Entry]) -> None:
    ids = [outlet["id"] for outlet in outlets]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert [one for one in ids if not KEBAB.fullmatch(one)] == []


def test_entries_hold_the_known_keys_and_the_required_ones(outlets: list[Entry]) -> None:
    assert {outlet["id"]: set(outlet) - KEYS for outlet in outlets if set(outlet) - KEYS} == {}
    assert {outlet["id"]: REQUIRED - set(outlet) for outlet in outlets if REQUIRED - set(outlet)} == {}


def test_kind_ownership_and_paywall_come_from_their_lists(outlets: list[Entry]) -> None:
    assert {outlet["kind"] for outlet in outlets} <= KINDS
    assert {outlet["ownership"] for outlet in outlets} <= OWNERSHIPS
    assert {outlet.get("paywall", "none") for outlet in outlets} <= PAYWALLS
    assert {outlet.get("volatile", True) for outlet in outlets} == {True}


def test_values_are_text_where_yaml_could_read_something_else(outlets: list[Entry]) -> None:
    for outlet in outlets:
        texts = [*names(outlet), outlet["country"], *outlet["languages"], *outlet["domains"]]
        assert [text for text in texts if not isinstance(text, str)] == [], outlet["id"]


def test_countries_and_languages_look_like_their_codes(outlets: list[Entry]) -> None:
    assert [outlet["id"] for outlet in outlets if not COUNTRY.fullmatch(outlet["country"])] == []
    tags = {tag for outlet in outlets for tag in outlet["languages"]}
    assert {tag for tag in tags if not LANGUAGE_TAG.fullmatch(tag)} == set()
    assert "zh" not in tags, "Chinese is written zh-Hans or zh-Hant"
    assert [outlet["id"] for outlet in outlets if not outlet["languages"]] == []


def test_domains_are_bare_lower_case_hosts(outlets: list[Entry]) -> None:
    hosts = [host for outlet in outlets for host in outlet["domains"]]
    assert [host for host in hosts if not HOST.fullmatch(host)] == []
    assert [outlet["id"] for outlet in outlets if not outlet["domains"]] == []


def test_no_domain_has_two_owners(outlets: list[Entry]) -> None:
    owned = Counter(host for outlet in outlets for host in outlet["domains"])
    assert [host for host, count in owned.items() if count > 1] == []


def test_no_domain_lies_under_another(outlets: list[Entry]) -> None:
    hosts = [host for outlet in outlets for host in outlet["domains"]]
    assert [(a, b) for a, b in permutations(hosts, 2) if a.endswith("." + b)] == []


def test_state_and_party_outlets_say_who_controls_them(outlets: list[Entry]) -> None:
    for outlet in outlets:
        is_controlled = outlet["ownership"] in {"state", "party"}
        assert is_controlled == ("controlled_by" in outlet), outlet["id"]


def test_social_media_and_prc_state_media_are_volatile(outlets: list[Entry]) -> None:
    for outlet in outlets:
        is_official = outlet["ownership"] in {"state", "party", "government"}
        if outlet["kind"] == "social" or (outlet["country"] == "CN" and is_official):
            assert outlet.get("volatile") is True, outlet["id"]


def test_aliases_add_something(outlets: list[Entry]) -> None:
    for outlet in outlets:
        assert len(set(names(outlet))) == len(names(outlet)), outlet["id"]


def test_years_are_in_order_and_renamings_lead_somewhere(outlets: list[Entry]) -> None:
    ids = {outlet["id"] for outlet in outlets}
    for outlet in outlets:
        since, until = outlet.get("since", 1700), outlet.get("until", 2026)
        assert 1700 <= since <= until <= 2026, outlet["id"]
        assert outlet.get("renamed_to", outlet["id"]) in ids, outlet["id"]
        assert re.fullmatch(r"20\d\d-\d\d", str(outlet["reviewed"])), outlet["id"]


@pytest.mark.parametrize(("alias", "owners"), SHARED.items())
def test_shared_names_stay_ambiguous(alias: str, owners: set[str], outlets: list[Entry]) -> None:
    assert {outlet["id"] for outlet in outlets if alias in names(outlet)} == owners


def test_printed_names_are_unambiguous_among_themselves(outlets: list[Entry]) -> None:
    printed = Counter(outlet["name"] for outlet in outlets)
    assert [name for name, count in printed.items() if count > 1] == []


def test_every_outlet_of_newsletter_133_is_known(outlets: list[Entry]) -> None:
    known = {name for outlet in outlets for name in names(outlet)}
    cited = {
        *("Xinhua", "China Daily", "RFA", "NRC", "The Times", "BBC", "National Knowledge Center on China"),
        *("Australian Parliament House", "The Guardian", "ABC News", "Global News", "NYT", "The Diplomat"),
        *("Hoover Institution", "Twitter", "LA Times", "PRC Embassy", "SCMP", "Congress.gov", "Global Times"),
    }
    assert cited - known == set()
