"""The golden files' own rules: a missing one fails, a different one fails, and only `--golden` writes."""

from pathlib import Path

import pytest

from tests.conftest import Golden


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    if request.config.getoption("--golden"):
        pytest.skip("everything is rewritten now")
    return tmp_path / "page.html"


def test_a_missing_file_fails_and_is_not_written(path: Path, golden: Golden) -> None:
    with pytest.raises(AssertionError, match="is missing"):
        golden(path, "words")
    assert not path.exists()


@pytest.mark.parametrize("made", ["words\r\n", b"words\n\x00"])
def test_a_different_file_fails_and_stays(path: Path, golden: Golden, made: str | bytes) -> None:
    path.write_bytes(b"words\n")
    with pytest.raises(AssertionError, match="differs"):
        golden(path, made)
    assert path.read_bytes() == b"words\n"


@pytest.mark.parametrize("made", ["雄安\n", b"\x00\xff"])
def test_the_same_bytes_pass(path: Path, golden: Golden, made: str | bytes) -> None:
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    golden(path, made)
