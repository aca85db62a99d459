"""The list of guards names what is there; `python -m tests.hostile.guards` switches each off."""

import pytest

from tests.docs.pages import ROOT
from tests.hostile.guards import GUARDS, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: f"{guard.file}: {guard.text}")
def test_a_guard_stands_once_in_its_file_and_its_test_exists(guard: Guard) -> None:
    assert (ROOT / guard.file).read_text(encoding="utf-8").count(guard.text) == 1
    module, _, name = guard.test.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / module).read_text(encoding="utf-8")
