"""Citations in real newsletters are found with exact spans, rendered unchanged, and without false positives."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from briefgen.edition.compose import make_edition
from briefgen.manuscript import Manuscript, read_manuscript
from briefgen.yamltext import parse_text
from tests.citations import measure
from tests.citations.register import shipped_outlets
from tests.shared import shared_file

ENOUGH = 0.95
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def newsletter(form: str, year: int = 2023) -> Manuscript:
    text = shared_file(f"newsletter-133/133-{form}.yaml").read_text(encoding="utf-8")
    assert "date: 2023-05-12" in text
    dated = text.replace("date: 2023-05-12", f"date: {year}-05-12")
    return read_manuscript(parse_text(dated), f"133-{form}.yaml", outlets=shipped_outlets())


def printed_groups(manuscript: Manuscript) -> list[str]:
    edition = make_edition(manuscript, slug="133", pictures={})
    html = "".join(str(item.html) for item in edition.items)
    return [strip_tags(found) for found in re.findall(r'<span class="cite">(.*?)</span>', html, re.DOTALL)]


def strip_tags(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def labelled_groups() -> list[str]:
    labels = json.loads(shared_file("newsletter-133/citations.json").read_text(encoding="utf-8"))
    return [group["raw"] for group in labels["groups"]]


def test_the_21_groups_and_29_citations_of_newsletter_133_are_found_where_they_stand() -> None:
    labels = json.loads(shared_file("newsletter-133/citations.json").read_text(encoding="utf-8"))["groups"]
    found = measure.scan(shared_file("newsletter-133/source.txt").read_text(encoding="utf-8"))
    assert [(group.span.start, group.span.end) for group in found.groups] == [
        (label["start"], label["end"]) for label in labels
    ]
    assert (len(found.groups), sum(len(group.citations) for group in found.groups)) == (21, 29)
    assert found.malformed == ()


@pytest.mark.parametrize("form", ["keyed", "typed"])
def test_the_groups_of_newsletter_133_come_out_byte_for_byte(form: str) -> None:
    assert printed_groups(newsletter(form)) == labelled_groups()


@pytest.mark.parametrize("form", ["keyed", "typed"])
def test_moved_to_2024_each_group_regains_its_year(form: str) -> None:
    with_years = [re.sub(rf"((?:{MONTHS}) \d{{1,2}})(?=[;)])", r"\1, 2023", group) for group in labelled_groups()]
    assert printed_groups(newsletter(form, 2024)) == with_years


def test_all_labels_together_are_read_with_precision_and_recall_of_95_percent() -> None:
    shared_file("corpus")
    score = measure.measure_all()
    assert score.precision >= ENOUGH
    assert score.recall >= ENOUGH


def test_groups_without_a_date_are_found_where_the_outlet_is_known_and_nowhere_else() -> None:
    shared_file("corpus")
    score = measure.measure_all(measure.ALL)
    assert score.precision >= ENOUGH
    # Most of the outlets that are missed are not in the register.
    assert score.recall >= 0.8


def test_no_parenthesis_that_only_looks_like_a_citation_is_one() -> None:
    shared_file("corpus")
    assert measure.measure_lookalikes()[1] == measure.Score()


@pytest.mark.parametrize("kind", ["groups", "others"])
def test_invented_citations_of_every_kind_are_read(kind: str) -> None:
    shared_file("corpus")
    score = sum(
        (one for each, one in measure.measure_invented().items() if each in measure.kinds(kind)), measure.Score()
    )
    assert score.precision >= ENOUGH or kind == "others"
    assert score.recall >= ENOUGH or kind == "others"
    assert kind == "groups" or score.wrong == ()


def test_the_measure_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    shared_file("corpus")
    measure.main()
    printed = capsys.readouterr().out
    assert "all labels together, dated groups: precision " in printed
    assert "look-alikes: 0 parts read in " in printed


def test_the_documented_figures_match_the_measured_ones() -> None:
    shared_file("corpus")
    page = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
    for score in (measure.measure_texts(), measure.measure_groups(), measure.measure_all()):
        assert f"{score.labelled} citations | {score.precision:.3f} | {score.recall:.3f} |" in page
    assert f"| {measure.measure_lookalikes()[0]} | none mistaken for one" in page
