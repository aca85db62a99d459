"""The workflows that `init` writes and docs/ci.md shows, and the one of docs/archives.md, as data."""

import re
from typing import Any

import yaml

from briefgen.compile.workflow_scaffold import UNKNOWN, make_workflows
from tests.docs.pages import ROOT


def _read(first_line: str, page: str) -> dict[Any, Any]:
    text = (ROOT / page).read_text(encoding="utf-8")
    [block] = re.findall(rf"^```yaml\n({first_line}\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    recipe: dict[Any, Any] = yaml.safe_load(block)
    return recipe


WRITTEN = make_workflows(["github", "gitlab"], UNKNOWN)
"""What `init` writes, and docs/ci.md shows, by path."""
WORKFLOW, PIPELINE = map(yaml.safe_load, WRITTEN.values())
ARCHIVE = _read("name: archive", "docs/archives.md")
JOBS: dict[str, list[dict[str, Any]]] = {
    **{f"github-{name}": job["steps"] for name, job in WORKFLOW["jobs"].items()},
    **{f"gitlab-{name}": [{"run": line} for line in PIPELINE[name]["script"]] for name in ("check", "pages", "record")},
}
"""The steps of every job; those that are commands have `run`."""
[TAKING] = [step for step in WORKFLOW["jobs"]["check"]["steps"] if "Take issues" in step.get("name", "")]
"""The step of the workflow that takes issues and pictures from a contribution."""
