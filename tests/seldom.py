"""Cases of a test that are tried on every run, and those that wait for `.ci/run`: `./run test` stays short."""

from collections.abc import Collection, Iterable

import pytest


def seldom(values: Iterable[object], always: Collection[object]) -> list[object]:
    """Return values for `parametrize`, all but some of which have the marker `attacks`."""
    return [value if value in always else pytest.param(value, marks=pytest.mark.attacks) for value in values]
