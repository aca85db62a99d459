"""`./run` makes the same environment whatever the package index offers, and names missing programs."""

import os
import re
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile, ZipInfo

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.test_locks import ENTRY, ROOT

NEWER = "9999.0"
BACKEND = """\
from zipfile import ZipFile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "briefgen-0-py3-none-any.whl"
    with ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("hello.py", "def main(): print('at your service')")
        wheel.writestr("briefgen-0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: briefgen\\nVersion: 0\\n")
        wheel.writestr("briefgen-0.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("briefgen-0.dist-info/entry_points.txt", "[console_scripts]\\nbriefgen = hello:main\\n")
        wheel.writestr("briefgen-0.dist-info/RECORD", "")
    return name
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


def make_wheel(index: Path, name: str, version: str) -> tuple[Path, str]:
    """Put a wheel without code into a package index; return its path and its hash.

    It needs what the real package needs, by the metadata of the one that is installed here.
    """
    folder = index / canonicalize_name(name)
    folder.mkdir(exist_ok=True)
    stem = f"{name.replace('-', '_').replace('.', '_')}-{version}"
    path = folder / f"{stem}-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *read_needs(name)]
    files = {
        f"{stem}.dist-info/METADATA": "\n".join(lines) + "\n",
        f"{stem}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{stem}.dist-info/RECORD"
    rows = [f"{file},sha256={digest(text.encode())},{len(text.encode())}" for file, text in files.items()]
    with ZipFile(path, "w") as wheel:
        for file, text in {**files, record: "\n".join([*rows, f"{record},,", ""])}.items():
            # A fixed timestamp makes the hash of the wheel reproducible.
            wheel.writestr(ZipInfo(file), text)
    return path, sha256(path.read_bytes()).hexdigest()


def digest(content: bytes) -> str:
    return urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()


def read_needs(name: str) -> Iterator[str]:
    try:
        metadata = distribution(name)
    except PackageNotFoundError:
        # A package for other systems only.
        return
    yield from (f"Requires-Dist: {need}" for need in metadata.requires or [])
    yield from (f"Provides-Extra: {extra}" for extra in metadata.metadata.get_all("Provides-Extra") or [])


def copy_lock(checkout: Path, index: Path, lock: str) -> None:
    """Write the lock file for wheels without code, of the same versions, and offer a newer one of each."""
    lines = []
    for entry in ENTRY.finditer((ROOT / lock).read_text(encoding="utf-8")):
        pin = Requirement(entry["pin"])
        _, kept = make_wheel(index, pin.name, str(pin.specifier).removeprefix("=="))
        make_wheel(index, pin.name, NEWER)
        lines.append(f"{entry['pin']} --hash=sha256:{kept}\n")
    (checkout / lock).write_text("".join(lines), encoding="utf-8")


def write_links(index: Path) -> None:
    for folder in index.iterdir():
        links = "".join(f'<a href="{wheel.name}">{wheel.name}</a>\n' for wheel in folder.glob("*.whl"))
        (folder / "index.html").write_text(f"<!doctype html><title>{folder.name}</title>\n{links}", encoding="utf-8")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a minimal checkout (`./run`, lock files, and a trivial package), and a package index."""
    folder = tmp_path_factory.mktemp("laid-out")
    checkout, index = folder / "checkout", folder / "index"
    checkout.mkdir()
    index.mkdir()
    (checkout / "run").write_bytes((ROOT / "run").read_bytes())
    (checkout / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (checkout / "backend.py").write_text(BACKEND, encoding="utf-8")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        copy_lock(checkout, index, lock)
    write_links(index)
    return folder


@pytest.fixture
def checkout(tmp_path: Path, laid_out: Path) -> Path:
    """A copy of the checkout, beside one of its package index."""
    copytree(laid_out, tmp_path, dirs_exist_ok=True)
    return tmp_path / "checkout"


def run(checkout: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "BRIEFGEN_"))}
    index = {"PIP_INDEX_URL": (checkout.parent / "index").as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        ["sh", checkout / "run", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**own, **index, "PIP_NO_CACHE_DIR": "1", **environment},
    )


def installed(checkout: Path, environment: str = ".venv") -> dict[str, str]:
    script = (
        "from importlib.metadata import distributions\nfor one in distributions(): print(one.name + '==' + one.version)"
    )
    done = subprocess.run(
        [checkout / environment / "bin/python", "-c", script], capture_output=True, text=True, check=True
    )
    pins = map(Requirement, done.stdout.split())
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


@pytest.mark.attacks
def test_newer_releases_of_every_package_change_nothing(checkout: Path) -> None:
    done = run(checkout, "hello")
    assert (done.returncode, done.stdout) == (0, "at your service\n"), done.stderr
    pins = [Requirement(entry["pin"]) for entry in ENTRY.finditer((ROOT / "requirements.lock").read_text("utf-8"))]
    wanted = {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins
        if pin.marker is None or pin.marker.evaluate()
    }
    found = installed(checkout)
    # These come with the virtual environment.
    for name in ("pip", "setuptools"):
        found.pop(name, None)
    assert found.pop("briefgen") == "0"
    assert found == wanted


@pytest.mark.attacks
def test_the_tools_of_the_tests_are_added_without_resolving(checkout: Path) -> None:
    done = run(checkout, "lint")
    # The wheels contain no code, so ruff fails; but everything was installed before it was called.
    assert "could not install" not in done.stderr
    found = installed(checkout)
    assert found["coverage"] != NEWER
    assert NEWER not in found.values()


@pytest.mark.attacks
def test_a_package_with_another_hash_is_refused(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    changed = re.sub(r"sha256:.{8}", "sha256:00000000", lock.read_text(encoding="utf-8"), count=1)
    lock.write_text(changed, encoding="utf-8")
    done = run(checkout, "hello")
    assert done.returncode == 2
    assert "DO NOT MATCH THE HASHES" in done.stderr


@pytest.mark.attacks
def test_without_network_the_fault_is_named(checkout: Path) -> None:
    done = run(checkout, "hello", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "briefgen: could not install the packages of requirements.lock; the first use needs the network"
    )


def test_without_python_the_line_to_run_is_printed(checkout: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for program in ("sh", "readlink", "dirname", "cat", "cksum", "uname", "id"):
        (bare / program).symlink_to(Path("/usr/bin") / program)
    done = run(checkout, "hello", PATH=str(bare))
    assert done.returncode == 2
    assert done.stderr == (
        "briefgen: needs Python 3.11 or newer; on Debian 12+ and Ubuntu 24.04+:\n"
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends python3 python3-venv\n"
    )


@pytest.mark.attacks
def test_judges_and_peers_say_which_node_they_need_and_peers_get_an_environment_of_their_own(
    checkout: Path, tmp_path: Path
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for program in ("node", "npm", "chromium", "qpdf", "pdfinfo", "cmark-gfm", "java", "uv"):
        write_program(programs / program, '[ "$1" = --version ] && echo v18.20.4\nexit 1')
    for lock in ("requirements-judges.lock", "requirements-peers.lock"):
        copy_lock(checkout, tmp_path / "index", lock)
    write_links(tmp_path / "index")
    path = f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    for words, whose in ((["judges"], "judges"), (["bench", "--archive", "500"], "peers")):
        done = run(checkout, *words, PATH=path)
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1] == (
            f"briefgen: the {whose} need Node 20 or newer, but this is v18.20.4; "
            "Debian 13 has Node 20, Debian 12 does not"
        )
    write_program(programs / "node", "exit 0")
    write_program(programs / "npm", "mkdir node_modules")
    (checkout / "tests/benchmarks/peers").mkdir(parents=True)
    (checkout / "tests/benchmarks/peers/package-lock.json").write_text("{}", encoding="utf-8")
    # There is nothing to measure here; but everything is installed before.
    done = run(checkout, "bench", "--write", PATH=path)
    assert "could not install" not in done.stderr
    assert "pelican" not in installed(checkout)
    assert {"pelican", "matplotlib"} <= installed(checkout, ".venv-peers").keys()
    assert "typer" not in installed(checkout, ".venv-peers")


def write_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
