"""briefgen on the newsletter that it is modelled on: how many of its faults are reported, and that nothing else is."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.shared import shared_file

TABLE = yaml.safe_load(Path(__file__).with_name("faults-48.yaml").read_text(encoding="utf-8"))
FAULTS = TABLE["faults"]
FEWEST = 36


class Place(NamedTuple):
    """A report: its code, and where it begins in the file."""

    code: str
    line: int
    column: int


ASSIGNED = {Place(*fault["at"]) for fault in FAULTS.values() if "at" in fault}
OTHERS = {Place(*other["at"]) for other in TABLE["others"]}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Place]:
    folder = tmp_path_factory.mktemp("newsletter") / "issues"
    folder.mkdir()
    shutil.copy(shared_file("newsletter-133/133-typed.yaml"), folder)
    words = ("validate", "--no-baseline", "--exit-zero", "--output-format", "json")
    ran = subprocess.run(
        [sys.executable, "-m", "briefgen", *words], cwd=folder.parent, capture_output=True, check=True, text=True
    )
    found = json.loads(ran.stdout)["diagnostics"]
    return [Place(each["code"], each["line"], each["column"]) for each in found]


def test_the_table_has_the_faults_of_the_list() -> None:
    text = shared_file("newsletter-133/faults-48.md").read_text(encoding="utf-8")
    counts = [int(several[1]) if (several := re.search(r" \((\d)\)$", line)) else 1 for line in _entries(text)]
    assert list(FAULTS) == list(range(1, sum(counts) + 1))


def _entries(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


def test_each_fault_has_a_place_or_a_reason_and_each_place_one_fault() -> None:
    assert all(("at" in fault) != ("because" in fault) for fault in FAULTS.values())
    assert len(ASSIGNED) == sum("at" in fault for fault in FAULTS.values())
    assert all(other["because"] for other in TABLE["others"])
    assert not ASSIGNED & OTHERS


def test_most_faults_are_reported_and_every_report_is_right(reports: list[Place]) -> None:
    assert sorted(reports) == sorted(ASSIGNED | OTHERS)
    assert len(ASSIGNED & set(reports)) >= FEWEST
