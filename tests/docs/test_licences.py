"""Every package that is locked has a licence that goes with ours, and stands in docs/licences.md."""

from typing import Final

import pytest

from tests.docs.licences import find_packages, is_compatible, read_installed, read_node, read_rows

OTHERS: Final = ["pelican", "unidecode"]
"""A program that only the benchmarks run, in an environment of its own, and what it needs: no part of briefgen."""
WRITE: Final = "`python -m tests.docs.licences` writes the page"


def test_the_page_lists_every_package_that_is_locked() -> None:
    assert {name: use for name, (_, use) in read_rows(of_node=False).items()} == find_packages(), WRITE
    assert read_rows(of_node=True).keys() == read_node().keys(), WRITE


def test_every_licence_goes_with_ours() -> None:
    rows = read_rows(of_node=False) | read_rows(of_node=True)
    assert [name for name, (licence, _) in rows.items() if not is_compatible(licence)] == OTHERS


@pytest.mark.judges
def test_the_page_says_what_the_packages_say() -> None:
    rows = {name: licence for name, (licence, _) in read_rows(of_node=False).items()}
    # Without the judges, their packages are not installed.
    said = {name: licence for name, licence in read_installed().items() if name in rows}
    assert len(said) > 50
    assert rows | said == rows, WRITE
    assert read_rows(of_node=True) == read_node(), WRITE


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-or-later", "UNKNOWN", "MIT AND GPL-2.0-only", "AGPL-3.0-only OR SSPL-1.0"]
)
def test_a_licence_that_does_not_go_with_ours_is_seen(licence: str) -> None:
    assert not is_compatible(licence)
