"""Every regular expression of the package, and texts that make a bad one slow: its own repeated parts, and a misfit."""

import ast
import gc
import random
import re
import signal
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, NamedTuple

from briefgen.expressions import _Expression
from briefgen.prose import Pattern

PACKAGE = Path(__file__).parents[2] / "briefgen"
MISFITS = ("\x00", "", "\n", "!", " ", "a", "1", "]", ")")
MANY = 50
"""A part that may be repeated as often as this counts as one without end."""


class Found(NamedTuple):
    """A regular expression of the package, and the first module that uses it."""

    pattern: str
    flags: int
    module: str


def find_patterns() -> Iterator[Found]:
    """Yield every regular expression in the package: compiled ones, and texts that are used as one."""
    seen: set[tuple[str, int]] = set()
    for pattern, flags, module in _all_patterns():
        if (pattern, flags) not in seen:
            seen.add((pattern, flags))
            yield Found(pattern, flags, module)


def _all_patterns() -> Iterator[tuple[str, int, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
        if name.endswith("__main__") or name in {"briefgen.worker.printer", "briefgen.worker.accessibility"}:
            continue
        module = import_module(name.removesuffix(".__init__"))
        for value in vars(module).values():
            yield from ((*held, name) for held in _held(value))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=called),
                    args=[ast.Constant(value=str() as pattern), *_],
                ) if called != "escape":
                    yield pattern, 0, name
                case _:
                    pass
    # Those that are compiled later may also be parts of what modules hold.
    later = (each for each in gc.get_objects() if isinstance(each, _Expression | Pattern))
    yield from ((*held, "briefgen") for each in later for held in _held(each))


def _held(value: object) -> Iterator[tuple[str, int]]:
    if isinstance(value, re.Pattern | _Expression) and isinstance(value.pattern, str):
        yield value.pattern, value.flags & ~re.UNICODE
    elif isinstance(value, Pattern):
        yield value._expression, re.IGNORECASE if value._ignores_case else 0
    elif isinstance(value, str) and _looks_like_a_pattern(value):
        yield value, 0
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _held(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _held(each)


def _looks_like_a_pattern(text: str) -> bool:
    if not re.search(r"[*+]|\{\d", text) or len(text) > 5_000:
        return False
    try:
        re.compile(text)
    except re.error:
        return False
    return bool(re.search(r"\\[dswSWb]|\[[^\]]+\][*+?{]|\(\?", text))


class Attack:
    """Makes texts for one regular expression."""

    def __init__(self, found: Found, seed: int = 1) -> None:
        self._tree = parser.parse(found.pattern, found.flags)
        self._chance = random.Random(seed)  # noqa: S311
        self._groups: dict[int, str] = {}

    def units(self, rounds: int = 3) -> Iterator[tuple[str, str, str]]:
        """Yield a beginning, a unit that repeats, and an end, for each part that may repeat without end."""
        seen = set()
        for _ in range(rounds):
            for before, body in self._repeats(list(self._tree), ""):
                for beginning, unit in ((before, body), ("", before + body), ("", before)):
                    if unit and (beginning, unit) not in seen:
                        seen.add((beginning, unit))
                        yield from ((beginning, unit, misfit) for misfit in MISFITS)

    def _repeats(self, items: list[Any], before: str) -> Iterator[tuple[str, str]]:
        """Yield what comes before each part that may repeat without end, and what repeats."""
        for code, value in items:
            match code:
                case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                    _, most, inner = value
                    if most >= MANY:
                        yield before, self._sample(list(inner)) or "a"
                    yield from self._repeats(list(inner), before)
                case codes.SUBPATTERN:
                    yield from self._repeats(list(value[3]), before)
                case codes.ATOMIC_GROUP:
                    yield from self._repeats(list(value), before)
                case codes.BRANCH:
                    for each in value[1]:
                        yield from self._repeats(list(each), before)
                case codes.ASSERT | codes.ASSERT_NOT:
                    yield from self._repeats(list(value[1]), before)
                case _:
                    pass
            before += self._sample([(code, value)])

    def _sample(self, items: list[Any]) -> str:
        """Return a text that some parts may match."""
        return "".join(self._sample_part(code, value) for code, value in items)

    def _sample_part(self, code: Any, value: Any) -> str:
        match code:
            case codes.LITERAL:
                return chr(value)
            case codes.NOT_LITERAL:
                return "a" if value != ord("a") else "b"
            case codes.ANY:
                return self._chance.choice("a 1(")
            case codes.IN:
                return self._of_class(value)
            case codes.ATOMIC_GROUP:
                return self._sample(list(value))
            case codes.BRANCH:
                return self._sample(list(self._chance.choice(value[1])))
            case codes.GROUPREF:
                return self._groups.get(value, "")
            case _:
                return self._sample_group(code, value)

    def _sample_group(self, code: Any, value: Any) -> str:
        match code:
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                least, most, inner = value
                count = least if self._chance.random() < 0.5 else min(most, least + self._chance.randint(0, 2))
                return "".join(self._sample(list(inner)) for _ in range(min(count, 40)))
            case codes.SUBPATTERN:
                text = self._sample(list(value[3]))
                if value[0] is not None:
                    self._groups[value[0]] = text
                return text
            case _:
                return ""

    def _of_class(self, members: list[Any]) -> str:
        negated = members and members[0][0] is codes.NEGATE
        if negated:
            pool = 'a1 (-.\u4e00"x,;'
            fitting = [each for each in pool if not _is_in(each, members[1:])]
            return self._chance.choice(fitting or ["\u2603"])
        code, value = self._chance.choice(members)
        match code:
            case codes.LITERAL:
                return chr(value)
            case codes.RANGE:
                return chr(self._chance.randint(value[0], min(value[1], value[0] + 25)))
            case codes.CATEGORY:
                return {
                    codes.CATEGORY_DIGIT: "1",
                    codes.CATEGORY_SPACE: self._chance.choice(" \n"),
                    codes.CATEGORY_WORD: self._chance.choice("aA1_"),
                    codes.CATEGORY_NOT_DIGIT: "a",
                    codes.CATEGORY_NOT_SPACE: "a",
                    codes.CATEGORY_NOT_WORD: self._chance.choice(" -("),
                }.get(value, "a")
            case _:
                return "a"


def _is_in(character: str, members: list[Any]) -> bool:
    for code, value in members:
        match code:
            case codes.LITERAL if value == ord(character):
                return True
            case codes.RANGE if value[0] <= ord(character) <= value[1]:
                return True
            case codes.CATEGORY:
                kinds = {
                    codes.CATEGORY_DIGIT: character.isdigit(),
                    codes.CATEGORY_SPACE: character.isspace(),
                    codes.CATEGORY_WORD: character.isalnum() or character == "_",
                    codes.CATEGORY_NOT_DIGIT: not character.isdigit(),
                    codes.CATEGORY_NOT_SPACE: not character.isspace(),
                    codes.CATEGORY_NOT_WORD: not (character.isalnum() or character == "_"),
                }
                if kinds.get(value, False):
                    return True
            case _:
                pass
    return False


def find_slow(found: Found) -> Iterator[tuple[str, str, str]]:
    """Yield some texts on which a regular expression takes more than in proportion to their length."""
    pattern = re.compile(found.pattern, found.flags)
    count = 0
    for beginning, unit, end in Attack(found).units():
        if count == ENOUGH:
            return
        short, long = (beginning + unit * (length // len(unit)) + end for length in (400, 1_600))
        spent = _spend(pattern, long)
        if spent > LEAST and spent > GROWTH * _spend(pattern, short):
            count += 1
            yield beginning, unit, end


ENOUGH = 4
LATE = 0.3
LEAST = 0.001
GROWTH = 8
"""Four times the length takes sixteen times as long where it is quadratic."""


class _LateError(Exception):
    pass


def _spend(pattern: "re.Pattern[str]", text: str) -> float:
    """Return the seconds that a search for all matches takes, or for one of the whole text; `LATE` at most."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise _LateError

    # Seconds of this process: on a busy machine, the clock says nothing.
    before = signal.signal(signal.SIGVTALRM, interrupt)
    begun = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, LATE)
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
    except _LateError:
        return LATE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - begun
