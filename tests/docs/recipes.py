"""The recipes of docs/ci.md, as data."""

import re
from typing import Any

import yaml

from tests.docs.pages import ROOT

_PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def _read(first_line: str) -> dict[Any, Any]:
    [block] = re.findall(rf"^```yaml\n({first_line}\n.*?)^```$", _PAGE, re.MULTILINE | re.DOTALL)
    recipe: dict[Any, Any] = yaml.safe_load(block)
    return recipe


WORKFLOW = _read("name: newsletter")
PIPELINE = _read("image: debian:13")
[TAKING] = [step for step in WORKFLOW["jobs"]["check"]["steps"] if "Take issues" in step.get("name", "")]
"""The step of the workflow that takes issues and pictures from a contribution."""
