"""Which sources count as one."""

from datetime import date

import pytest

from briefgen.citations.source_identity import Identity, group_alike, identify_source
from briefgen.model import Outlets, Source
from briefgen.model.dates import parse_date
from briefgen.model.issue import Archived
from tests.citations.register import shipped_outlets

KIEL = "https://www.nytimes.com/2023/05/10/kiel.html"


def source(text: str, *, outlet: str = "NYT", url: str | None = None, title: str | None = None) -> Source:
    return Source(outlet=outlet, date=parse_date(text) if text else None, url=url, title=title)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (source("2023-05-10", url=KIEL), source("2023-05-11", url=KIEL), True),
        (source("2023", url=KIEL), source("2023", url="http://nytimes.com/2023/05/10/kiel.html?utm_source=x#a"), True),
        (source("2023", url=f"{KIEL}?id=1"), source("2023", url=f"{KIEL}?id=2"), False),
        # The content of a front page changes daily.
        (source("2023-05-10", url="https://nyt.com/"), source("2023-05-11", url="https://nyt.com/"), False),
        (source("2023-05-10", url="https://nyt.com/"), source("2023-05-10", url="https://www.nyt.com"), True),
        (source("2023-05-10", title="Kiel Waits"), source("2023-05-10", title="“Kiel waits”"), True),
        (source("2023-05-10", title="Kiel Waits"), source("2023-05-11", title="Kiel Waits"), False),
        (source("2023-05-10", title="Kiel Waits"), source("2023-05", title="Kiel Waits"), False),
        (source("", title="Kiel Waits"), source("undated", title="Kiel Waits"), False),
        (
            source("2023-05-10", title="Kiel Waits"),
            source("2023-05-10", outlet="The New York Times", title="Kiel Waits"),
            True,
        ),
        (source("2023-05-10", title="Kiel Waits"), source("2023-05-10", outlet="BBC", title="Kiel Waits"), False),
        # Nothing says that they are the same article.
        (source("2023-05-10"), source("2023-05-10"), False),
        # Only one of them has the address.
        (source("2023-05-10", title="Kiel Waits"), source("2023-05-10", title="Kiel Waits", url=KIEL), True),
        (source("2023-05-10"), source("2023-05-10", url=KIEL), False),
    ],
)
def test_an_address_decides_or_else_outlet_date_and_headline(one: Source, other: Source, *, are_one: bool) -> None:
    keys = group_alike(identify_source(each, shipped_outlets()) for each in (one, other))
    assert (keys[0] == keys[1]) is are_one


def test_a_copy_in_an_archive_identifies_only_what_has_no_address() -> None:
    archived = Archived(url="https://archive.ph/Ab3c4", date=date(2023, 5, 11))
    alone = Source(outlet="NYT", archived=archived)
    gone = Source(outlet="NYT", url=KIEL, archived=archived, dead=True)
    assert [identify_source(each, Outlets()).address for each in (alone, gone)] == [
        "archive.ph/Ab3c4",
        "nytimes.com/2023/05/10/kiel.html",
    ]


def test_a_source_without_an_address_joins_no_one_of_several() -> None:
    addresses = [Identity("a.org/1", "a 2023 kiel"), Identity("a.org/2", "a 2023 kiel"), Identity("", "a 2023 kiel")]
    keys = group_alike([*addresses, Identity("", "a 2023 kiel")])
    assert keys[2] == keys[3]
    assert len(set(keys)) == 3
