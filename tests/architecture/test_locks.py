"""Checks that the lock files match `pyproject.toml` and are complete, since `./run` installs nothing else."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {"requirements.lock": "build", "requirements-dev.lock": "dev", "requirements-judges.lock": "judges"}
"""The locks of our own environment, each with the group that it adds to what the package needs."""
PEERS = "requirements-peers.lock"
"""The lock of an environment of its own, without the package."""
PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>\S+)")
ENTRY = re.compile(r"^(?P<pin>[\w.-]+==[^\\\n]*?) *\\?$", re.MULTILINE)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = {"linux": "Linux", "darwin": "Darwin"}


@cache
def read_project() -> dict[str, dict[str, list[str | dict[str, str]]]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read_dependencies() -> Iterator[Requirement]:
    """Yield what the package needs, and its extra, which `./run` installs too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from map(Requirement, project["dependencies"])
    yield from map(Requirement, project["optional-dependencies"]["spelling"])


def read_pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(one["name"]): one["version"] for one in PIN.finditer(text)}


def find_requirements(group: str) -> Iterator[Requirement]:
    for entry in read_project()["dependency-groups"][group]:
        if isinstance(entry, dict):
            yield from find_requirements(entry["include-group"])
        else:
            yield Requirement(entry)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_contains_all_dependencies(lock: str) -> None:
    pins = read_pins(lock)
    missed = [
        str(wanted)
        for wanted in [*read_dependencies(), *find_requirements(LOCKS[lock])]
        if pins.get(canonicalize_name(wanted.name), "0") not in wanted.specifier
    ]
    assert not missed, f"{lock} lacks {missed}: ./run lock"


def test_each_lock_holds_the_one_before_it() -> None:
    runtime, dev, judges = map(read_pins, LOCKS)
    assert runtime.items() <= dev.items() <= judges.items()


def test_the_lock_of_the_peers_contains_them_and_nothing_of_ours() -> None:
    pins = read_pins(PEERS)
    wanted = list(find_requirements("peers"))
    assert [one for one in wanted if pins.get(canonicalize_name(one.name), "0") not in one.specifier] == []
    assert not {"typer", "weasyprint", "pytest"} & pins.keys(), "they must not share our environment: ./run lock"


@pytest.mark.parametrize("lock", [*LOCKS, PEERS])
def test_every_pin_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("folder", ["tests/conformance/judges", "tests/benchmarks/peers"])
def test_a_lock_of_node_names_no_registry(folder: str) -> None:
    text = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert text.count('"integrity"') >= text.count('"node_modules/')


Environment = Mapping[str, str]


def environments() -> Iterator[Environment]:
    for python, (platform, system) in product(PYTHONS, PLATFORMS.items()):
        yield {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "sys_platform": platform,
            "platform_system": system,
            "os_name": "posix",
            "platform_machine": "x86_64",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
        }


def is_meant(requirement: Requirement, environment: Environment, extras: frozenset[str] = frozenset()) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in (extras or {""}))


def find_gaps(text: str, asked: list[Requirement], environment: Environment) -> set[str]:
    """Return the requirements in an environment that the lock does not pin, or pins at another version.

    Only packages that are installed here can be asked what they need.
    """
    entries = [Requirement(entry["pin"]) for entry in ENTRY.finditer(text)]
    pins = {
        canonicalize_name(one.name): str(one.specifier).removeprefix("==")
        for one in entries
        if is_meant(one, environment)
    }
    gaps, waiting, seen = set[str](), [one for one in asked if is_meant(one, environment)], set[str]()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        name = canonicalize_name(wanted.name)
        if name not in pins or not wanted.specifier.contains(pins[name], prereleases=True):
            gaps.add(str(wanted))
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        inner = map(Requirement, needs)
        waiting += [one for one in inner if is_meant(one, environment, frozenset(wanted.extras))]
    return gaps


def asked_by(lock: str) -> list[Requirement]:
    return [*read_dependencies(), *find_requirements(LOCKS[lock])]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_all_that_its_packages_need(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    gaps = {gap for environment in environments() for gap in find_gaps(text, asked_by(lock), environment)}
    assert not gaps, f"{lock} lacks {gaps}: ./run lock"


@pytest.mark.judges
def test_the_lock_of_the_judges_holds_all_that_its_packages_need() -> None:
    text = (ROOT / "requirements-judges.lock").read_text(encoding="utf-8")
    asked = asked_by("requirements-judges.lock")
    assert not {gap for environment in environments() for gap in find_gaps(text, asked, environment)}


@pytest.mark.parametrize("name", ["zopfli", "markupsafe", "fonttools", "typer", "typos"])
def test_a_package_that_is_missing_from_a_lock_is_named(name: str) -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    cut = re.sub(rf"^{name}==.*\\\n(?:    .*\n)+", "", text, flags=re.MULTILINE)
    assert cut != text
    environment = next(environments())
    gaps = find_gaps(cut, asked_by("requirements.lock"), environment)
    assert name in {canonicalize_name(Requirement(gap).name) for gap in gaps}
