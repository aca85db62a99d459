"""Every link of the documentation that stays in the repository leads somewhere."""

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, find_anchors, find_links, name

ELSEWHERE = ("https://", "http://", "mailto:")


def find_faults(page: Path, text: str) -> list[str]:
    """Return the broken links of a page."""
    faults = []
    for target in find_links(text):
        if target.startswith(ELSEWHERE):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists() or not place.is_relative_to(ROOT):
            faults.append(f"{target}: no such file")
        elif anchor and place.suffix == ".md":
            anchors = find_anchors(text if place == page else place.read_text(encoding="utf-8"))
            if anchor not in anchors:
                faults.append(f"{target}: no such heading")
    return faults


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert find_faults(page, page.read_text(encoding="utf-8")) == []


def test_a_link_that_leads_nowhere_is_seen() -> None:
    text = "# One\n\n## Two `three`\n\n[a](nowhere.md) ![b](docs) [c](#one) [d](#four) [e](#two-three) `[f](gone)`\n"
    assert find_faults(ROOT / "README.md", text) == ["nowhere.md: no such file", "#four: no such heading"]


def test_headings_with_the_same_text_get_different_anchors() -> None:
    assert find_anchors("# Same\n## Same\n```\n# No\n```\n### What’s new?\n") == {"same", "same-1", "whats-new"}
