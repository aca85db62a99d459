"""The outlets register that ships with briefgen: its form, its closed lists, its deliberate ambiguities."""

import re
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

import briefgen
from briefgen.model import fold_name

DATA = Path(briefgen.__file__).parent / "data"
REGISTER = DATA / "outlets.yaml"
SOURCES = DATA / "outlet-sources.yaml"

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
# A country or languages that no source gives are left out.
REQUIRED = {"id", "name", "domains", "kind", "ownership", "reviewed"}
KINDS = {
    "wire",
    "paper",
    "broadcaster",
    "magazine",
    "journal",
    "think-tank",
    "university",
    "ngo",
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
    "abc": {"abc-au", "abc-us"},
    "abc news": {"abc-au", "abc-us"},
    "cna": {"cna-sg", "cna-tw"},
    "daily news": {"daily-news-lk", "daily-news-ny", "daily-news-tz"},
    "daily star": {"daily-star-bd", "daily-star-uk"},
    "el comercio": {"el-comercio-ec", "el-comercio-pe"},
    "el universal": {"el-universal-mx", "el-universal-ve"},
    "la nación": {"la-nacion-ar", "la-nacion-cr"},
    "ministry of national defense": {"prc-mnd", "taiwan-mnd"},
    "mnd": {"prc-mnd", "taiwan-mnd"},
    "nation": {"nation-th", "the-nation", "the-nation-pk"},
    "national": {"national-scotland", "the-national-ae", "the-national-png"},
    "orf": {"orf-at", "orf-in"},
    "standard": {"standard-hk", "standard-ke"},
    "star": {"star-my", "toronto-star"},
    "times": {"nyt", "times-uk"},
}
# Kinds, and the least number of entries of each.
LEAST = {
    "wire": 40,
    "paper": 120,
    "broadcaster": 40,
    "magazine": 15,
    "think-tank": 45,
    "university": 20,
    "government": 90,
    "website": 60,
    "ngo": 5,
}
REGIONS = {
    "Africa": "DZ EG ET KE MA NG RW SD TZ UG ZA ZW AO",
    "Asia": "AF BD CN HK ID IN JP KH KR KZ MM MY NP PH PK SG TH TW VN",
    "Europe": "AT BE CH CZ DE DK EE ES FI FR GB GR IE IT NL NO PL PT RU SE UA",
    "Latin America": "AR BR CL CO CR CU EC MX PE SV VE",
    "Middle East": "AE IL IQ IR JO KW LB QA SA SY TR PS",
    "North America": "CA US",
    "Oceania": "AU FJ NZ PG",
}

SOURCE_OF_REPOSITORY = ("repository", "commit", "file")
SOURCE_OF_PACKAGE = ("package", "version", "file")
SOURCE_OF_TEXT = ("text",)
# A text says it, and the list of state media leaves it out.
CONTROLLED_BY_A_TEXT = {"sixth-tone"}

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


def test_it_covers_some_500_outlets_of_every_kind(outlets: list[Entry]) -> None:
    assert len(outlets) >= 500
    found = Counter(outlet["kind"] for outlet in outlets)
    assert {kind: found[kind] for kind, least in LEAST.items() if found[kind] < least} == {}


@pytest.mark.parametrize(("region", "countries"), REGIONS.items())
def test_it_covers_every_region(region: str, countries: str, outlets: list[Entry]) -> None:
    found = [outlet["id"] for outlet in outlets if outlet.get("country") in countries.split()]
    assert len(found) >= 8, region


def test_every_entry_has_sources_and_every_source_is_described_and_used(outlets: list[Entry]) -> None:
    file = yaml.safe_load(SOURCES.read_text(encoding="utf-8"))
    assert list(file) == ["sources", "outlets"]
    described, named = file["sources"], file["outlets"]
    assert list(named) == [outlet["id"] for outlet in outlets]
    assert [entry for entry, sources in named.items() if not sources or len(set(sources)) < len(sources)] == []
    assert {source for sources in named.values() for source in sources} == set(described)
    shapes = {frozenset(source) for source in described.values()}
    assert shapes <= set(map(frozenset, (SOURCE_OF_REPOSITORY, SOURCE_OF_PACKAGE, SOURCE_OF_TEXT)))
    assert [
        key for key, source in described.items() if not all(isinstance(each, str) for each in source.values())
    ] == []


def test_what_is_called_state_media_is_so_called_by_a_source(outlets: list[Entry]) -> None:
    named = yaml.safe_load(SOURCES.read_text(encoding="utf-8"))["outlets"]
    controlled = [outlet["id"] for outlet in outlets if outlet["ownership"] in {"state", "party"}]
    unsourced = {each for each in controlled if "state-media-matrix" not in named[each]}
    assert unsourced == CONTROLLED_BY_A_TEXT


def test_names_of_controlled_outlets_are_not_words_places_or_short_acronyms(outlets: list[Entry]) -> None:
    """They are looked for in prose, to ask for a label there: Petra is a city, MAP a map, MENA a region."""
    words = {"Petra", "Fars", "Mehr", "MENA", "Trend", "Politika", "Saba", "TAP", "MAP", "SPA", "APS", "ENA", "INA"}
    found = {name for each in outlets if each["ownership"] in {"state", "party"} for name in names(each)}
    assert found & words == set()


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
        texts = [*names(outlet), outlet.get("country", ""), *outlet.get("languages", []), *outlet["domains"]]
        assert [text for text in texts if not isinstance(text, str)] == [], outlet["id"]


def test_countries_and_languages_look_like_their_codes(outlets: list[Entry]) -> None:
    assert [outlet["id"] for outlet in outlets if not COUNTRY.fullmatch(outlet.get("country", "INT"))] == []
    tags = {tag for outlet in outlets for tag in outlet.get("languages", [])}
    assert {tag for tag in tags if not LANGUAGE_TAG.fullmatch(tag)} == set()
    assert "zh" not in tags, "Chinese is written zh-Hans or zh-Hant"
    assert [outlet["id"] for outlet in outlets if outlet.get("languages") == []] == []


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
        if outlet["kind"] == "social" or (outlet.get("country") == "CN" and is_official):
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


def test_only_these_names_are_shared(outlets: list[Entry]) -> None:
    owners: dict[str, set[str]] = {}
    for outlet in outlets:
        for name in names(outlet):
            owners.setdefault(fold_name(name), set()).add(outlet["id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == SHARED


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
