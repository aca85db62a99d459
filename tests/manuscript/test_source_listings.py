"""The places that cite the sources of an issue."""

import pytest

from briefgen.manuscript.source_listings import list_sources
from briefgen.yamltext import Position
from tests.rules.issues import read

ISSUE = """\
number: 133
date: 2023-05-12
summary: Why Kiel waits.
image: {file: images/kiel.jpg, alt: The quay, caption: "The quay [@kiel]."}
feature:
  title: Kiel *Waits*
  author: B
  deck: So it goes [@kiel].
  body: |
    It waits [@kiel; @bbc], and waits (NYT, May 10). It [pays](BODY) more.[^1]

    [^1]: As said [@bbc].
sources:
  kiel: {outlet: NYT, date: 2023-05-10, url: "https://www.nytimes.com/kiel"}
  bbc: {outlet: BBC, date: 2023-05-10}
  other: {outlet: BBC, date: 2023-05-11, url: "https://www.bbc.com/other"}
"""


def places(address: str) -> dict[str, list[tuple[str, int, int]]]:
    manuscript = read(ISSUE.replace("BODY", address))
    return {
        each.key: [(place.item, place.position.line, place.position.column) for place in each.places]
        for each in list_sources(manuscript)
    }


def test_citations_are_found_wherever_they_are_formatted_in_the_order_of_the_file() -> None:
    found = places("https://example.org/")
    assert found["kiel"] == [
        ("", 4, 67),
        ("Kiel Waits", 8, 21),
        ("Kiel Waits", 10, 15),
        ("Kiel Waits", 10, 40),
    ]
    assert found["bbc"] == [("Kiel Waits", 10, 22), ("Kiel Waits", 12, 20)]
    assert found["other"] == []


@pytest.mark.parametrize("address", ["https://www.bbc.com/other", "http://bbc.com/other?utm_source=x#top"])
def test_a_link_to_the_address_of_a_source_cites_it(address: str) -> None:
    assert places(address)["other"] == [("Kiel Waits", 10, 57)]


@pytest.mark.parametrize(
    "address", ["https://www.bbc.com/others", "mailto:a@bbc.com", "https://[bbc.com/other", "#note"]
)
def test_no_other_link_does(address: str) -> None:
    assert places(address)["other"] == []


def test_a_citation_that_may_mean_several_sources_counts_for_each() -> None:
    text = ISSUE.replace("BODY", "#").replace("2023-05-11", "2023-05-10").replace("(NYT, May 10)", "(BBC, May 10)")
    found = {each.key: [place.position.line for place in each.places] for each in list_sources(read(text))}
    assert found["other"] == [10]
    assert found["bbc"] == [10, 10, 12]


def test_a_listing_knows_where_its_source_is_and_who_published_it() -> None:
    kiel, bbc, other = list_sources(read(ISSUE))
    assert [each.position for each in (kiel, bbc, other)] == [Position(14, 3), Position(15, 3), Position(16, 3)]
    assert kiel.issue == 133
    assert bbc.outlet is other.outlet is not None
