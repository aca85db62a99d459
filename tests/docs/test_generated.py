"""The documentation of commands, rules and keys matches the code; `./run golden` writes it."""

import re
from pathlib import Path

import pytest

from briefgen.rules import RULES, Rule
from tests.conftest import Golden
from tests.docs.generated import MAKERS, fill, find_commands, make_rule, page_of, run_briefgen
from tests.docs.pages import ROOT, name

PAGES = {
    ROOT / "README.md": {"speed"},
    ROOT / "docs/cli.md": {"commands"},
    ROOT / "docs/rules.md": {"rules"},
    ROOT / "docs/languages.md": {"labels"},
    ROOT / "docs/security.md": {"limits"},
    ROOT / "docs/ci.md": {"github", "gitlab"},
    ROOT / "docs/files.md": {"issue", "publication", "outlets", "terms"},
}
PART = re.compile(r"<!-- made from the code: (\w+) -->\n.*?<!-- end -->", re.DOTALL)
RULE_PAGES = ROOT / "docs/rules"
WORD = re.compile(r"[^\W_]+")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_generated_parts_are_up_to_date(page: Path, golden: Golden) -> None:
    golden(page, fill(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_holds_all_its_parts(page: Path) -> None:
    assert set(PART.findall(page.read_text(encoding="utf-8"))) == PAGES[page]


def test_every_generated_part_is_in_a_page() -> None:
    assert set().union(*PAGES.values()) == set(MAKERS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_is_up_to_date(rule: Rule, golden: Golden) -> None:
    golden(RULE_PAGES / page_of(rule), make_rule(rule))


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.name for path in RULE_PAGES.iterdir()} - set(map(page_of, RULES)) == set(), "delete these pages"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_the_same_words_on_its_page_and_in_the_terminal(rule: Rule) -> None:
    page = make_rule(rule).replace("[All rules](../rules.md)", "")
    page = re.sub(r"^`{3,}(?:yaml|text|markdown)?$", "", page, flags=re.MULTILINE)
    page = re.sub(r"\]\([A-Z]\d+-[\w-]+\.md\)", "", page)
    assert WORD.findall(page) == WORD.findall(run_briefgen("rule", rule.code))


README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_YET = README.partition("## What it does not do yet")[2].partition("\n## ")[0]
# What the page says there is, beside what there is not.
PRESENT = {"build", "validate"}


def test_the_readme_lists_the_commands_there_are() -> None:
    listed = re.findall(r"^\| `briefgen (\w+)` \|", README, re.MULTILINE)
    assert listed == list(find_commands())


def test_features_the_readme_calls_missing_are_missing() -> None:
    commands = find_commands()
    options = frozenset[str]().union(*commands.values())
    missing = re.findall(r"^- (.*(?:\n  .*)*)", NOT_YET, re.MULTILINE)
    words = {word for entry in missing for word in re.findall(r"`([^`]+)`", entry)}
    assert {word for word in words if word.startswith("--")}, "the page names options that are missing"
    assert words & options == set()
    assert words & set(commands) <= PRESENT


def test_keys_documented_as_without_effect_have_none() -> None:
    page = (ROOT / "docs/files.md").read_text(encoding="utf-8")
    said = re.findall("`(\\w+)`", page.partition("have no effect yet.")[2].partition("\n\n")[0])
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "briefgen").rglob("*.py"))
        if "model" not in path.relative_to(ROOT).parts
    )
    assert said
    assert [key for key in said if re.search(rf"\.{key}\b", code)] == []
