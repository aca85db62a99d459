"""No input within the limits takes much longer than an ordinary issue of its length, and none much memory."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.hostile.patterns import Found, find_patterns, find_slow
from tests.hostile.slow_inputs import (
    ALLOWED,
    MEMORY,
    PLACES,
    RAW_PLACES,
    WHOLE,
    Recipe,
    Scales,
    Search,
    ordinary,
)
from tests.shared import shared_file, shared_rows

FOUND = (
    Recipe("YAML, a source", "\t", "", "1"),
    Recipe("YAML, a source", "a: b\n"),
    Recipe("YAML, a body", "\r\xa0\r", ": ", "<<"),
    Recipe("YAML, a value", "\xa0  - title: a\n    bod: b"),
    Recipe("file of a picture", "The"),
    Recipe("file of a picture", "a", suffix=".png"),
    Recipe("date of a source", "》%", suffix="\n> "),
    Recipe("ignored rule", "Ⅷ"),
    Recipe("item of a correction", "a"),
    Recipe("two bodies", "中]["),
    Recipe("body", ",）\n\n", prefix="CIAlast week"),
    Recipe("body", "[@a]Aibid."),
    Recipe("body", "[a](b)\n\n", closing="*"),
    Recipe("body", "<"),
    Recipe("body as a block", "last week [[sic]](b)[@a]"),
    Recipe("body", "...", suffix="**}"),
    Recipe("body", "A.\n"),
    Recipe("YAML, a source", "...\n", prefix="\r\n"),
    # The square of their number: keys beside a key, marks in malformed citations, names behind a full stop.
    Recipe("YAML, a source", ">-\n\r\na: "),
    Recipe("ten bodies", "[^a]: $", prefix="5/3/2023]", counts=True),
    Recipe("ten bodies", "```ibid.January 3", suffix="<!"),
    Recipe("correction", "]\u202e]][]][\t][]@[ a; @b]@[@", counts=True),
    # The square of their number too: places of a repaired file, and groups whose names are missing.
    Recipe("YAML, a value", "\tab\r\n#ab\r\n\tab\r\n\tab\r\n"),
    Recipe("YAML, a value", "  - title: a\n    body: b\n  - title: a\n    body: b\n", prefix=" #'", counts=True),
    # Many rounds of repair; brackets, each of which was read in eight ways.
    Recipe("YAML, a comment", "a\r\n\n", suffix="\x85"),
    Recipe("ten bodies", "][\n ع"),
    # A traceback: the line too many was the empty one at the end.
    Recipe("body of a brief", "|中\\\n"),
    Recipe("body", " ", prefix="```", suffix="x"),
    Recipe("body as a block", " ", prefix="```", suffix="x"),
)
"""What was once slow, as the search found it."""


@pytest.fixture(scope="module")
def scales() -> Iterator[Scales]:
    with Scales() as made:
        yield made
        print(f"part 2: {made.weighed:,} inputs, worst ratio {made.worst:.2f}, most memory {made.memory >> 20} MiB")


@pytest.mark.attacks
@pytest.mark.parametrize("recipe", FOUND, ids=repr)
def test_what_was_once_slow_takes_no_longer_than_an_ordinary_issue(scales: Scales, recipe: Recipe) -> None:
    assert scales.ratio(recipe.issue(12_000), 12_000) <= ALLOWED
    assert scales.memory < MEMORY


def test_spaces_behind_a_fence_are_no_trap(scales: Scales) -> None:
    content = shared_file("cases/hostile/fence/8-fence.yaml").read_bytes()
    assert scales.ratio(content, len(content)) <= ALLOWED


def test_a_slow_input_is_noticed(scales: Scales, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scales.weigh(ordinary(WHOLE)).seconds > 5 * scales.ordinary(12_000)
    monkeypatch.setattr(scales, "_patience", 0.0)
    assert scales.weigh(ordinary(47_000)).seconds == float("inf")


@pytest.mark.nightly
@pytest.mark.parametrize("recipe", [each for each in FOUND if each.place == "body"], ids=repr)
def test_what_was_once_slow_may_fill_a_whole_issue(scales: Scales, recipe: Recipe) -> None:
    whole = recipe._replace(place="ten bodies").issue(WHOLE)
    assert scales.ratio(whole, WHOLE) <= ALLOWED
    assert scales.memory < MEMORY


def expand(row: dict[str, object], length: int) -> str:
    """Return the text of a row of the list of attacks, at about a length."""

    def rep(unit: str, size: int) -> str:
        return unit * max(1, size // len(unit))

    if "python_expr" in row:
        known = {"rep": rep, "n": length, "range": range, "int": int, "__builtins__": {}}
        return str(eval(str(row["python_expr"]), known))  # noqa: S307 - our own data
    recipe = row.get("recipe")
    if isinstance(recipe, list):
        total = sum(len(unit) * count for unit, count in recipe)
        return "".join(unit * max(1, count * length // max(total, length)) for unit, count in recipe)
    names: dict[object, Callable[[], str]] = {
        "indent_list": lambda: "".join("  " * each + "* a\n" for each in range(int(length**0.5))),
        "growing_backticks": lambda: "".join("e" + "`" * each for each in range(int((2 * length) ** 0.5))),
        "cmark_refmap_collisions": lambda: "".join(f"[{each}]: /url\n\n" for each in range(length // 16)),
    }
    return names[row["generator"]]()


@pytest.mark.nightly
def test_the_generators_of_the_attack_take_no_longer_than_an_ordinary_issue(scales: Scales) -> None:
    rows = [
        *shared_rows("hostile/attacks/markdown-pathological.jsonl"),
        *shared_rows("hostile/pathological/cmark.jsonl"),
    ]
    slow = []
    for row in rows:
        for length in (2_000, 8_000, 32_000, 47_000):
            text = expand(row, length)
            for place in ("body", "deck"):
                found = scales.ratio(PLACES[place](text).encode("utf-8", "replace"), length)
                slow += [(found, length, place, row)] if found > ALLOWED else []
    print(f"G5: {len(rows)} generators at 4 lengths in 2 places")
    assert not slow


@pytest.mark.nightly
def test_the_regular_expressions_are_no_trap(scales: Scales) -> None:
    patterns, count, slow = list(find_patterns()), 0, []
    for found in patterns:
        for beginning, unit, end in find_slow(found):
            for place in _places_of(found):
                count += 1
                recipe = Recipe(place, unit, beginning, end)
                ratio = scales.ratio(recipe.issue(12_000), 12_000)
                slow += [(ratio, recipe, found)] if ratio > ALLOWED else []
    print(f"{len(patterns)} regular expressions; {count:,} texts on which one of them alone is slow")
    assert not slow


def _places_of(found: Found) -> list[str]:
    if ".model." in found.module:
        return [name for name in PLACES if "bod" not in name]
    if ".yamltext." in found.module:
        return [*RAW_PLACES, "body as a block"]
    return ["body", "deck", "title", "outlet"]


@pytest.mark.nightly
def test_a_search_of_an_hour_finds_nothing_slow() -> None:
    seconds, seed = float(os.environ.get("BRIEFGEN_SEARCH", "3600")), int.from_bytes(os.urandom(4), "big")
    with Scales() as scales:
        search = Search(scales, seed)
        search.run(seconds)
        print(f"search from seed {seed}: {search.tried:,} recipes, {scales.weighed:,} inputs, worst {scales.worst:.2f}")
        assert not search.worst
        assert scales.memory < MEMORY
