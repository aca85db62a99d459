"""The data that lies beside the project and is no part of it; a test that reads it is skipped where it is absent."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def shared_file(name: str) -> Path:
    """Return a file or folder of the shared data, or skip the test that asks."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs ../shared/{name}, which is not part of the project")
    return path


def shared_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in shared_file(name).read_text(encoding="utf-8").splitlines()]
