"""Briefs are grouped by section, ordered by the first brief of each section."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.edition.compose import make_edition
from briefgen.edition.edition import Edition
from briefgen.manuscript import read_manuscript
from briefgen.render.markdown import render_markdown
from briefgen.render.page import render_html
from briefgen.render.templates import Templates
from briefgen.yamltext import parse_text

HEAD = "number: 1\ndate: 2026-01-02\nfeature: {title: F, author: A, body: Words.}\nbriefs:\n"


def compose(*sections: str) -> Edition:
    briefs = "".join(
        f"  - title: Brief {index}\n    body: Words.\n" + (f"    section: {section}\n" if section else "")
        for index, section in enumerate(sections)
    )
    return make_edition(read_manuscript(parse_text(HEAD + briefs), "1-f.yaml"), slug="1-f", pictures={})


def compose_body(body: str) -> Edition:
    """Compose an issue whose feature has a body of one line."""
    text = HEAD.removesuffix("briefs:\n").replace("body: Words.", f"body: {json.dumps(body)}")
    return make_edition(read_manuscript(parse_text(text), "1-f.yaml"), slug="1-f", pictures={})


def test_sections_are_named_once_and_in_order() -> None:
    edition = compose("", "Economy", '"*Law* & order"', "economy", "")
    assert [(section.id, section.title.text, section.is_named) for section in edition.sections] == [
        ("briefs", "Briefs", False),
        ("section-2", "Economy", True),
        ("section-3", "Law & order", True),
    ]
    assert [brief.title for brief in edition.briefs] == ["Brief 0", "Brief 4", "Brief 1", "Brief 3", "Brief 2"]
    assert [brief.id for brief in edition.briefs] == [f"brief-{number}" for number in range(1, 6)]


def test_page_and_markdown_show_the_headings() -> None:
    edition = compose("Economy", '"*Law* & order"')
    page = render_html(edition, {}, Templates()).content.decode()
    assert '<h2 id="section-2"><em>Law</em> &amp; order</h2>' in page
    assert '<span class="label">Economy</span> <a href="#brief-1-title">Brief 0</a>' in page
    markdown = render_markdown(edition, Templates()).content.decode()
    assert "\n## Economy\n" in markdown
    # Renderers disagree about emphasis at the start of bold text.
    assert "- **Law & order** Brief 1\n" in markdown
    assert "## Briefs" not in markdown


@pytest.mark.parametrize(
    ("sections", "labels"),
    [
        (("", ""), ["Feature"]),
        (("Economy", "Economy"), ["Feature", "Economy"]),
        (("Economy", "", ""), ["Feature", "Economy", "Briefs"]),
        (("", "Economy"), ["Feature", "Briefs", "Economy"]),
    ],
)
def test_no_brief_is_listed_under_the_heading_of_a_section_before_it(
    sections: tuple[str, ...], labels: list[str]
) -> None:
    edition = compose(*sections)
    page = render_html(edition, {}, Templates()).content.decode()
    assert re.findall('<span class="label">(.*?)</span> <a', page) == labels
    markdown = render_markdown(edition, Templates()).content.decode()
    assert re.findall(r"(?m)^- \*\*(.*?)\*\*", markdown) == labels


def test_headings_in_a_body_rank_below_the_title_of_their_item() -> None:
    body = json.dumps("# Silt\n\n## Sand\n\n### Mud\n\n###### Clay")
    text = f"{HEAD}  - title: Brief\n    body: {body}\n".replace("body: Words.", f"body: {body}")
    edition = make_edition(read_manuscript(parse_text(text), "1-f.yaml"), slug="1-f", pictures={})
    feature, brief = ["".join(block.html for block in item.blocks) for item in edition.items]
    assert feature == "<h3>Silt</h3><h3>Sand</h3><h4>Mud</h4><h6>Clay</h6>"
    assert brief == "<h4>Silt</h4><h4>Sand</h4><h5>Mud</h5><h6>Clay</h6>"
    markdown = render_markdown(edition, Templates()).content.decode()
    assert "## F\n\nBy **A**\n\n### Silt\n" in markdown
    assert "### Brief\n\n#### Silt\n" in markdown


@given(st.lists(st.sampled_from(["", "Economy", "ECONOMY", "Law", "Sport"]), max_size=8))
def test_no_brief_is_lost_and_sections_keep_their_order(sections: list[str]) -> None:
    edition = compose(*sections)
    printed = [brief.title for section in edition.sections for brief in section.briefs]
    assert printed == [brief.title for brief in edition.briefs]
    assert sorted(printed) == [f"Brief {index}" for index in range(len(sections))]
    for section in edition.sections:
        titles = [brief.title for brief in section.briefs]
        assert titles == sorted(titles)


def test_a_correction_stands_at_the_item_that_it_names_and_in_the_list() -> None:
    text = f"""{HEAD}  - {{title: Silt & Sand, body: Words.}}
corrections:
  - {{date: 2026-01-03, text: It said 4 million., item: silt & sand}}
  - {{date: 2026-01-04, text: It said May., item: feature}}
  - {{date: 2026-01-05, text: It named the wrong editor.}}
"""
    edition = make_edition(read_manuscript(parse_text(text), "1-f.yaml"), slug="1-f", pictures={})
    assert [correction.text for correction in edition.briefs[0].corrections] == ["It said 4 million."]
    assert [correction.text for correction in edition.feature.corrections] == ["It said May."]
    page = render_html(edition, {}, Templates()).content.decode()
    assert [page.count(words) for words in ("It said 4 million.</p>", "It said May.</p>", "wrong editor.</p>")] == [
        2,
        2,
        1,
    ]
    markdown = render_markdown(edition, Templates()).content.decode()
    assert "> **January 3, 2026** It said 4 million." in markdown
    assert markdown.count("It named the wrong editor.") == 1


def test_a_correction_of_nothing_is_a_fault() -> None:
    text = HEAD.removesuffix("briefs:\n") + "corrections: [{date: 2026-01-03, text: Words., item: Sillt}]\n"
    [fault] = read_manuscript(parse_text(text), "1-f.yaml").faults
    assert "has a correction to “Sillt”, which is not an item" in fault.finding.message
