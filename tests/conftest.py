"""Shared fixtures: golden files, and blocked network access."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

Golden = Callable[[Path, str | bytes], None]

# Examples come out the same on every machine in CI, and are looked for further at a desk.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files; only the tests that use them run")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--golden"):
        return
    selected = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=[item for item in items if item not in selected])
    items[:] = selected


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare an output with the golden file at a path; `./run golden` writes it instead.

    A golden file that is missing fails the test, so that a renamed case cannot pass unseen.
    """
    rewrite = bool(request.config.getoption("--golden"))

    def compare(path: Path, made: str | bytes) -> None:
        content = made.encode() if isinstance(made, str) else made
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            return
        assert path.exists(), f"{path} is missing: ./run golden writes it"
        expected = path.read_bytes()
        if isinstance(made, str):
            assert made == expected.decode(), f"{path} differs: ./run golden rewrites it"
        assert content == expected, f"{path} differs: ./run golden rewrites it"

    return compare


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses every connection that leaves this machine: a test that needs one is wrong."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        local = self.family == socket.AF_UNIX or (
            isinstance(address, tuple) and str(address[0]) in {"127.0.0.1", "::1", "localhost"}
        )
        if not local:
            pytest.fail(f"a test opened a connection to {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)
