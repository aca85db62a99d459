"""Sources of several issues, each once."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefgen.citations.bibliography import SourceListing, make_bibliography
from briefgen.citations.bibliography_views import find_entries, list_mentions, summarize_outlets
from briefgen.model import Source
from briefgen.model.dates import parse_date
from briefgen.model.issue import Archived
from tests.citations.exported import listing

KIEL = "https://www.nytimes.com/2023/05/10/kiel.html"
NYT = Source(outlet="NYT", date=parse_date("2023-05-10"), url=KIEL)


def test_what_two_issues_list_is_one_source_with_both_listings() -> None:
    [entry] = make_bibliography(
        [
            listing(
                replace(NYT, url="http://nytimes.com/2023/05/10/kiel.html?utm_source=x"), "kiel", issue=134, places=2
            ),
            listing(NYT, "nyt-kiel", issue=133),
        ]
    )
    assert [each.issue for each in entry.listings] == [133, 134]
    assert (entry.id, entry.citations, entry.mark) == ("nyt-kiel", 3, "")


def test_the_latest_issue_is_believed_and_the_earlier_ones_fill_its_blanks() -> None:
    archived = Archived(url="https://archive.ph/a", date=date(2023, 5, 11))
    old = replace(NYT, title="Kiel Wates", author="Jane Doe", archived=archived, dead=True)
    new = replace(NYT, title="Kiel Waits", outlet="The New York Times", note="mine")
    [entry] = make_bibliography([listing(new, issue=134), listing(old, issue=133)])
    assert entry.source == replace(new, author="Jane Doe", archived=archived, dead=True)


def test_keys_stay_when_the_archive_grows() -> None:
    sources = [Source(outlet="NYT", title=f"Kiel {number}") for number in range(4)]
    listings = [listing(each, "kiel", issue=133 + number // 2) for number, each in enumerate(sources)]
    ids = [{entry.source.title: entry.id for entry in make_bibliography(listings[:last])} for last in (1, 3, 4)]
    assert ids[0].items() <= ids[1].items() <= ids[2].items()
    assert ids[2]["Kiel 0"] == "kiel"
    assert len(set(ids[2].values())) == 4


def test_sources_are_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    dates = ("undated", "2023-05-12", "2023", "", "2022-11")
    sources = [Source(outlet=f"N{text}", date=parse_date(text) if text else None) for text in dates]
    found = make_bibliography(listing(each, f"k{each.outlet}") for each in sources)
    assert [str(each.source.date) for each in found] == ["2022-11", "2023", "2023-05-12", "None", "undated"]


def test_outlets_are_counted_under_all_their_names() -> None:
    listings = [
        listing(NYT, "a", issue=133, places=2),
        listing(replace(NYT, outlet="The New York Times", url=None, date=parse_date("2022")), "b", issue=134),
        listing(replace(NYT, url=None, date=parse_date("2023-01")), "d", issue=134, places=0),
        listing(Source(outlet="Harbor Notes", date=parse_date("undated")), "c", issue=134, places=0),
    ]
    nyt, harbor = summarize_outlets(make_bibliography(listings))
    assert (nyt.name, nyt.sources, nyt.citations, nyt.issues) == ("NYT", 3, 3, 2)
    assert (str(nyt.first), str(nyt.last)) == ("2022", "2023-05-10")
    assert (harbor.name, harbor.sources, harbor.citations, harbor.first, harbor.last) == (
        "Harbor Notes",
        1,
        0,
        None,
        None,
    )


def two_issues() -> list[SourceListing]:
    return [listing(NYT, "nyt-kiel", issue=133, places=2), listing(NYT, "kiel", issue=134, places=0)]


@pytest.mark.parametrize(
    "word", ["nyt-kiel", "kiel", KIEL, "nytimes.com/2023/05/10/kiel.html", f"{KIEL}?utm_source=x#top"]
)
def test_a_source_is_found_by_any_of_its_keys_and_by_its_address(word: str) -> None:
    assert len(find_entries(make_bibliography(two_issues()), word)) == 1


@pytest.mark.parametrize("word", ["nyt", "https://www.nytimes.com/", "nytimes.com", ".", "https://[nytimes.com"])
def test_nothing_else_finds_it(word: str) -> None:
    assert not find_entries(make_bibliography(two_issues()), word)


def test_a_key_may_mean_several_sources() -> None:
    entries = make_bibliography([listing(NYT, issue=133), listing(Source(outlet="NYT", title="B"), issue=134)])
    assert len(find_entries(entries, "nyt")) == 2


def test_the_places_that_cite_a_source_are_listed_and_issues_that_only_list_it() -> None:
    [entry] = make_bibliography(two_issues())
    found = [(each.issue, each.item, each.position and each.position.line) for each in list_mentions(entry)]
    assert found == [(133, "Kiel Waits", 9), (133, "Kiel Waits", 10), (134, "", None)]
