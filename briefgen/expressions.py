"""Regular expressions that are compiled when they are first used.

Half of the expressions in a run of `validate` are never reached: they explain mistakes, write fixes, or look closer at
what a cheaper search has found. Compiling one takes 0.1 to 1 ms, as much as importing its module.
"""

import re
from typing import Any, AnyStr, cast


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what behaves like `re.compile(pattern, flags)`, which is called on first use.

    Raises:
        re.error: on first use, if the pattern is not a regular expression.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


class _Expression:
    """Stands for a compiled expression, and takes each method from it when it is first asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `re.Pattern` has
        value = getattr(re.compile(self._pattern, self._flags), name)
        # From now on Python finds it without coming here.
        setattr(self, name, value)
        return value
