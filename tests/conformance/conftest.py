"""Builds each publication once, and compares the findings of third-party validators with the accepted ones."""

import shutil
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.conformance.exceptions import LET_STAND
from tests.conformance.publications import NAMES, ROOT, Built, build, find_source

JUDGES = Path(__file__).parent / "judges"

Verdict = Callable[[str, Iterable[str]], None]


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    # `./run test` has neither the validators nor the modules that these files import.
    return True if "not judges" in config.getoption("markexpr") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.judges)


@pytest.fixture(scope="session")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    folder = tmp_path_factory.mktemp("conformance")

    @cache
    def attempt(name: str) -> Built | str:
        source = find_source(name, folder)
        if source is None:
            return "skip"
        try:
            return build(name, source, folder / "dist" / name)
        except AssertionError as fault:
            return str(fault)

    def built(name: str) -> Built:
        match attempt(name):
            case Built() as publication:
                return publication
            case "skip":
                pytest.skip("../shared/newsletter-133 is not beside this checkout")
            case fault:
                pytest.fail(str(fault), pytrace=False)

    return built


@pytest.fixture(params=NAMES)
def publication(request: pytest.FixtureRequest, builder: Callable[[str], Built]) -> Built:
    """Return one of the publications, built once per session."""
    return builder(str(request.param))


@pytest.fixture(scope="session")
def node() -> Path:
    """Return the folder of the validators that run on Node; `./run judges` installs them."""
    assert shutil.which("node"), "node is missing: ./run judges installs it"
    assert (JUDGES / "node_modules").is_dir(), f"run `npm ci --ignore-scripts` in {JUDGES.relative_to(ROOT)}"
    return JUDGES


@pytest.fixture(scope="session")
def verdict() -> Verdict:
    """Return a function that fails on findings that `exceptions.py` does not accept."""

    def compare(judge: str, findings: Iterable[str]) -> None:
        known = [one.words for one in LET_STAND if one.judge == judge]
        rest = [finding for finding in findings if not any(words in finding for words in known)]
        assert not rest, f"{judge} finds {len(rest)}:\n" + "\n".join(rest[:40])

    return compare
