"""Pages of rules are made with the figures of today, so that one `./run golden` is enough."""

import pytest

from briefgen.rules.precision_data import FIXES, MEASURED
from tests.rules.measuring import find_figures, find_fixes


@pytest.fixture(scope="session", autouse=True)
def _figures_of_today() -> None:
    """Installs the generated data that `./run golden` is about to write."""
    MEASURED.clear()
    MEASURED.update(find_figures())
    FIXES.clear()
    FIXES.update(find_fixes())
