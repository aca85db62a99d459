"""The recipes of docs/ci.md and docs/archives.md, as data."""

import re
from typing import Any

import yaml

from tests.docs.pages import ROOT


def _read(first_line: str, page: str = "docs/ci.md") -> dict[Any, Any]:
    text = (ROOT / page).read_text(encoding="utf-8")
    [block] = re.findall(rf"^```yaml\n({first_line}\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    recipe: dict[Any, Any] = yaml.safe_load(block)
    return recipe


WORKFLOW = _read("name: newsletter")
ARCHIVE = _read("name: archive", "docs/archives.md")
PIPELINE = _read("image: debian:13")
[TAKING] = [step for step in WORKFLOW["jobs"]["check"]["steps"] if "Take issues" in step.get("name", "")]
"""The step of the workflow that takes issues and pictures from a contribution."""
