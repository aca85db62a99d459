"""No regular expression takes far longer than its text is long, as regexploit judges it."""

import warnings

from tests.hostile.patterns import find_patterns

with warnings.catch_warnings():
    # It reads the trees that `re` makes, in a module that Python has moved since.
    warnings.simplefilter("ignore", DeprecationWarning)
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

CUBIC = 3
"""How many parts in a row may match the same characters, from which on regexploit speaks of it."""


class Parser(SreOpParser):  # type: ignore[misc]
    """Reads what is not tried again as if it were: then more is found, not less."""

    from_POSSESSIVE_REPEAT = SreOpParser.from_MAX_REPEAT  # noqa: N815 - its names are those of `re`


def judge(pattern: str, flags: int = 0) -> list[str]:
    """Return the starts of texts on which a pattern takes at least the cube of their length."""
    return [found.example() for found in find(Parser().parse_sre(pattern, flags)) if found.starriness >= CUBIC]


def test_it_finds_what_is_slow() -> None:
    assert judge(r"a+a+a+b")
    assert judge(r"(a+)+b")
    assert judge(r"(?s)<!--\s*briefgen:\s*ignore\s+(?P<rule>[\w-]+)\s*(?P<reason>.*?)\s*-->")
    assert not judge(r"a+b")


def test_none_of_ours_is_slow() -> None:
    patterns = list(find_patterns())
    slow = {each: found for each in patterns if (found := judge(each.pattern, each.flags))}
    print(f"ReDoS: {len(patterns)} regular expressions, {len(slow)} found by regexploit")  # noqa: T201 - for people
    assert not slow
