"""The page on files says of each key whether it is required, and so do the checks: each key is left out in turn."""

import re
from collections.abc import Iterator

import pytest

from briefgen.diagnostics import Severity
from briefgen.manuscript import read_manuscript
from briefgen.rules import run_rules
from briefgen.yamltext import parse_text
from tests.docs.generated import CONDITIONS
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs/files.md").read_text("utf-8")
ISSUE = """\
number: 1
date: 2026-01-02
summary: Two ports share a dredger.
subject: A dredger
image:
  file: images/a.png
  alt: Ferries
  caption: At dusk.
  credit: Jane Doe
  crop:
    ratio: "16:9"
    focus: top
feature:
  title: Two Ports
  deck: One dredger
  author:
    name: Ana Reyes
    bio: Ana Reyes covers harbors.
    url: https://example.org/ana
  body: The ports signed on Tuesday [@signing].
  language: en
briefs:
  - title: Silt Returns
    section: Economy
    body: The basin fills [@signing].
sources:
  signing:
    outlet: Reuters
    date: 2025-12-23
    title: Two ports, one dredger
    url: https://example.org/signing
    archived:
      url: https://web.archive.org/web/2025/https://example.org/signing
      date: 2025-12-24
    accessed: 2025-12-23
corrections:
  - date: 2026-01-03
    text: It was one port.
    item: feature
"""
_GROUPS = {
    "issue": "issue", "image": "image", "crop": "crop", "feature": "feature", "author": "author",
    "briefs": "briefs", "signing": "source", "archived": "archived", "corrections": "correction",
}  # fmt: skip


def find_keys() -> Iterator[tuple[int, str, str]]:
    """Each key of the issue with its line and the group of keys that it is in, but for the keys of sources."""
    open_groups = [(-1, "issue")]
    for number, line in enumerate(ISSUE.splitlines()):
        key, indent = line.strip(" -").partition(":")[0], len(line) - len(line.lstrip(" -"))
        while open_groups[-1][0] >= indent:
            open_groups.pop()
        if (group := open_groups[-1][1]) != "sources":
            yield number, _GROUPS[group], key
        if line.endswith(":"):
            open_groups.append((indent, key))


def leave_out(number: int) -> str:
    """The issue without a line and what is indented below it; a dash goes to the next line."""
    first, *after = ISSUE.splitlines()[number:]
    indent = len(first) - len(first.lstrip(" -"))
    rest = [at for at, line in enumerate(after) if len(line) - len(line.lstrip(" -")) <= indent]
    kept = after[rest[0] :] if rest else []
    if "- " in first[:indent] and kept:
        kept[0] = first[:indent] + kept[0][indent:]
    return "\n".join([*ISSUE.splitlines()[:number], *kept]) + "\n"


def has_errors(text: str) -> bool:
    manuscript = read_manuscript(parse_text(text), "1-ports.yaml")
    return any(each.severity is Severity.ERROR for each in run_rules(manuscript, select=("S", "C201", "A101")))


def said_of(group: str, key: str) -> str:
    """What the page says of a key: `yes`, perhaps with a condition, or `no`."""
    found = re.search(rf"(?m)^\| `{key}` \| (.*?) \|", _section(group))
    assert found, (group, key)
    return found[1]


def test_the_whole_issue_has_no_errors() -> None:
    assert not has_errors(ISSUE)


@pytest.mark.parametrize(("number", "group", "key"), list(find_keys()))
def test_the_page_says_whether_a_key_is_required(number: int, group: str, key: str) -> None:
    assert has_errors(leave_out(number)) == said_of(group, key).startswith("yes")


def test_all_keys_that_are_required_were_left_out() -> None:
    tried = {(group, key) for _, group, key in find_keys()}
    required = set(CONDITIONS) | {
        (group, key) for group in _GROUPS.values() for key in re.findall(r"(?m)^\| `(\w+)` \| yes", _section(group))
    }
    assert required - tried == {("feature", "authors")}


def _section(group: str) -> str:
    """The tables of one group of keys."""
    section = PAGE.partition("<!-- made from the code: issue -->")[2].partition("<!-- end -->")[0]
    return (section if group == "issue" else section.partition(f"### {group}\n")[2]).partition("\n### ")[0]
