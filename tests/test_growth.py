"""What tells linear work from quadratic must be able to fail."""

import pytest

from tests.growth import assert_linear


def test_linear_work_passes_and_quadratic_work_does_not() -> None:
    assert_linear(lambda size: sum(1 for _ in range(100 * size)), 8_000)
    with pytest.raises(AssertionError):
        assert_linear(lambda size: sum(1 for _ in range(size) for _ in range(size)), 4_000)
