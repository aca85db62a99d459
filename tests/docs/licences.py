"""The licence of every package that is locked, in docs/licences.md: `python -m tests.docs.licences` writes the page.

It takes the environments of `./run judges` and of the peers of `./run bench --write`, which hold all packages but those
for other systems.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.docs.pages import ROOT

PAGE = ROOT / "docs/licences.md"
LOCKS = {
    "requirements.lock": "running and building",
    "requirements-dev.lock": "the tests",
    "requirements-judges.lock": "the judges",
    "requirements-peers.lock": "the benchmarks",
}
NODE_LOCKS = {
    "tests/conformance/judges/package-lock.json": "the judges, on Node",
    "tests/benchmarks/peers/package-lock.json": "the benchmarks, on Node",
}
PEERS_PYTHON = ROOT / ".venv-peers/bin/python"

COMPATIBLE = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT", "MIT-0",
    "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Python-2.0", "Zlib",
})  # fmt: skip
"""Licences under which a package may be used by a program that is under the MIT licence."""

# What metadata call a licence, where that is not its SPDX name.
_NAMES = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "GNU General Public License (GPL)": "GPL-1.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Of these, metadata say nothing, or they are for other systems and so not installed here.
_KNOWN = {"atheris": "Apache-2.0", "brotlicffi": "MIT", "colorama": "BSD-3-Clause", "resvg-py": "MIT"}
# It names its licence in a way that npm no longer reads.
_KNOWN_FOR_NODE = {"parse-cache-control": "BSD-3-Clause"}
_PIN = re.compile(r"^(?P<pin>[\w.-]+==[^\\\n]*?) *\\?$", re.MULTILINE)
_ROW = re.compile(r"^\| (?P<name>[\w.@/-]+) \| (?P<licence>[^|]+) \| (?P<use>[^|]+) \|$", re.MULTILINE)


def find_packages() -> dict[str, str]:
    """Return the Python packages that are locked, and what each is first locked for."""
    uses: dict[str, str] = {}
    for lock, use in LOCKS.items():
        for entry in _PIN.finditer((ROOT / lock).read_text(encoding="utf-8")):
            uses.setdefault(canonicalize_name(Requirement(entry["pin"]).name), use)
    return uses


def read_installed() -> dict[str, str]:
    """Return the licences of the packages that are installed, as SPDX expressions; `OR` leaves the choice."""
    own = Path(sys.executable)
    rows = [row for python in (PEERS_PYTHON, own) if python.exists() for row in _ask(python)]
    licences = {}
    for row in rows:
        name = canonicalize_name(row["Name"])
        said = [_NAMES.get(each, each) for each in row["License"].split("; ")]
        licences[name] = _KNOWN.get(name, " OR ".join(sorted(said)))
    return _KNOWN | licences


def _ask(python: Path) -> list[dict[str, str]]:
    """Return what pip-licenses, which is in our environment, says of the packages of an environment."""
    options = ("--from=mixed", "--format=json", "--with-system", f"--python={python}")
    command = [sys.executable, "-m", "piplicenses", *options]
    rows: list[dict[str, str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return rows


def read_node() -> dict[str, tuple[str, str]]:
    """Return the packages that are locked for Node: the licence of each, and what it is first locked for."""
    found: dict[str, tuple[str, str]] = {}
    for lock, use in NODE_LOCKS.items():
        packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
        names = {path: path.rpartition("node_modules/")[2] for path in packages if path}
        licences = {name: packages[path].get("license") or _KNOWN_FOR_NODE[name] for path, name in names.items()}
        found = {name: (licence, use) for name, licence in licences.items()} | found
    return found


def read_rows(*, of_node: bool) -> dict[str, tuple[str, str]]:
    """Return the rows of the page for Python or Node: licence and use by package."""
    found = _ROW.finditer(PAGE.read_text(encoding="utf-8"))
    return {
        row["name"]: (row["licence"], row["use"])
        for row in found
        if row["name"] not in {"package", "---"} and (row["use"] in NODE_LOCKS.values()) is of_node
    }


def is_compatible(licence: str) -> bool:
    """Return whether one of the licences that an expression leaves us is compatible, and all that it demands are."""
    choices = licence.removeprefix("(").removesuffix(")").split(" OR ")
    return any(all(part in COMPATIBLE for part in choice.split(" AND ")) for choice in choices)


def write_page() -> None:
    """Write the rows of the page; what stands above them is kept."""
    installed = read_installed()
    rows = [(name, installed[name], use) for name, use in sorted(find_packages().items())]
    rows += [(name, *facts) for name, facts in sorted(read_node().items())]
    head = PAGE.read_text(encoding="utf-8").partition("| package |")[0]
    lines = ["| package | licence | locked for |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    PAGE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_page()
