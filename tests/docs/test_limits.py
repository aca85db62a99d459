"""The one table of limits in docs/security.md leaves none out."""

import ast
import re
from collections.abc import Iterator

from tests.docs.limits import LIMITS, NO_LIMITS
from tests.docs.pages import ROOT

_NAME = re.compile(r"_?MAX_[A-Z_]+|[A-Z_]*LIMIT[A-Z_]*|[A-Z_]*SECONDS")


def find_constants() -> Iterator[str]:
    """The constants of the package that are called like limits."""
    for path in sorted((ROOT / "briefgen").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT / "briefgen").with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
            for target in targets:
                if isinstance(target, ast.Name) and _NAME.fullmatch(target.id):
                    yield f"{module}.{target.id}"


def test_every_limit_is_in_the_table_or_is_said_to_be_none() -> None:
    told = {name for each in LIMITS for name in each.constants}
    assert not told & set(NO_LIMITS)
    constants = {name for name in told if name.rpartition(".")[2].isupper()}
    assert constants | set(NO_LIMITS) == set(find_constants())


def test_each_limit_has_one_row_that_says_what_it_guards() -> None:
    names = [name for each in LIMITS for name in each.constants]
    assert len(names) == len(set(names))
    assert all(each.guards for each in LIMITS)
