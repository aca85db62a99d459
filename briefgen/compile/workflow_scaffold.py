"""The workflows that check contributions to a publication and publish it, for GitHub and GitLab."""

import json
from collections.abc import Collection, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

import briefgen

Host = Literal["github", "gitlab"]

PATHS: Mapping[Host, str] = {"github": ".github/workflows/newsletter.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each of them looks for its workflow, from the root of the repository."""

# What the files say where it is not known.
_ADDRESSES = ("https://github.com/OWNER/briefgen.git", "https://gitlab.example.org/OWNER/briefgen.git")
_VERSION = "v0.1.0"


class Origin(NamedTuple):
    """Where this briefgen was installed from: a git repository and a tag or commit."""

    address: str
    """"" if it is not known."""
    version: str


UNKNOWN = Origin("", f"v{briefgen.__version__}")


def find_origin() -> Origin:
    """Return the repository and commit that this briefgen was installed from, as its installer noted (PEP 610)."""
    try:
        noted = json.loads(distribution("briefgen").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return UNKNOWN
    commit = noted.get("vcs_info", {}).get("commit_id", "")
    address = str(noted.get("url", ""))
    return Origin(address, str(commit)) if commit and address.startswith("https://") else UNKNOWN


def make_workflows(hosts: Collection[Host], origin: Origin) -> dict[str, str]:
    """Return the text of the workflow for each host, by its path in the repository."""
    return {path: _fill(_read(host), origin) for host, path in PATHS.items() if host in hosts}


def find_repository(folder: Path) -> Path | None:
    """Return the root of the git repository that a folder is in, or will be in; None if there is none yet."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def _read(host: Host) -> str:
    return files("briefgen").joinpath("data", "workflows", f"{host}.yml").read_text(encoding="utf-8")


def _fill(text: str, origin: Origin) -> str:
    for address in _ADDRESSES if origin.address else ():
        text = text.replace(address, origin.address)
    return text.replace(_VERSION, origin.version)
