"""Inputs that may be slow: units that repeat, in every place of an issue; and how long they take.

Run as a program, it searches for slow inputs for some seconds, by changing those that were slowest so far:

    python -m tests.hostile.slow_inputs [SECONDS [SEED]]
"""

import json
import multiprocessing
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, cached_property
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, Self

from briefgen.compile.newsroom import Newsroom, load_newsroom
from briefgen.compile.options import CompileOptions
from briefgen.compile.pipeline import compile_issue

ALLOWED = 5
"""How many times as long as an ordinary issue of the same length an input may take."""
MEMORY = 512 * 1024**2
LENGTHS = (3_000, 12_000, 47_000)
WHOLE = 400_000
"""The length of a whole issue, in ten bodies."""
PATIENCE = 40.0
"""Seconds of the processor after which an input counts as endless."""
_BUSY = 10
"""How many times as long the clock may run on a busy machine."""
TRIALS = 4

MARKS = (
    *"*_`[]()!<>#~|-+=:;,.?\"'\\/&@^{}%$  \t\n\n",
    *("a", "b", "A", "AB", "é", "中", "ع", "1", "2023", "the", "The", "is", "\u00a0", "\u200b", "\u0301", "\u202e"),
    *("“", "”", "‘", "’", "«", "»", "—", "–", "--", "...", "…", "（", "）", "，", "。", "（", "《", "》"),
    *(
        "**",
        "__",
        "``",
        "```",
        "~~~",
        "<!--",
        "-->",
        "<!",
        "<?",
        "</",
        "![",
        "](",
        "][",
        "[^",
        "[@",
        "\\[",
        "$$",
        "    ",
    ),
    *(
        "[@a]",
        "[@a; @b]",
        "[^a]",
        "[^a]: ",
        "[a]: ",
        "[a](b)",
        "![a](b)",
        "<a>",
        "&amp;",
        "&#",
        "|-|-|",
        "\n- ",
        "\n1. ",
    ),
    *(
        "\n> ",
        "\n# ",
        "\n\n",
        "\n\n## A\n\n",
        "\n```\n",
        "\n    ",
        "\n|",
        "  \n",
        "\\\n",
        "<https://e.org/a>",
        "a@b.org",
    ),
    *("https://e.org/", "www.e.org", "(BBC, January 3)", "(BBC, ", "; ", " and ", "January 3", "Jan. 3", "2024-01-03"),
    *("5/3/2023", "Friday, May 5", "last week", " in 2023", "10 km", "$4 billion", "3 percent", "U.S.", "Mr. ", "CIA"),
    *("Central Intelligence Agency (CIA)", "Reuters", "BBC", "according to ", "said ", "told ", "TK", "[sic]", "ibid."),
    *(
        "see ",
        "via ",
        "as of ",
        "Taipei",
        "Guizhou province",
        "it's",
        "its",
        "critics say",
        "‘a’",
        "a-b",
        "sister city",
    ),
    *(
        "{{ a }}",
        "{% a %}",
        "<!-- briefgen: ignore T101 -->",
        "é" * 3,
        "١",
        "Ⅷ",
        "\U0001f600",
        "a\u0301",
        "ﬁ",
        "\u2028",
    ),
)
YAML_MARKS = (
    *"\"'|>-?:,[]{}#&*!%@`~ \n\t\\a1",
    *(
        ": ",
        "- ",
        "\n  ",
        "\n    ",
        "\n",
        "a: ",
        "a: b\n",
        "? ",
        "- - ",
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        "---\n",
        "...\n",
    ),
    *("# c\n", " #", "|\n", ">-\n", '"a"', "'a'", "''", '\\"', "\\u0041", "{a: b}", "[a]", "“a”", "a:b", "“", "\u00a0"),
    *(
        "body: |\n",
        "title: ",
        "sources:\n",
        "briefs:\n  - ",
        "feature:\n",
        "  - title: a\n    body: b\n",
        "%YAML 1.2\n",
    ),
    *("\r\n", "\r", "\u2028", "\u0085", "\x00", "\ufeff", "\ud7ff", "=", "<<", "~", "null", "*", "**a**", "a, b", "ab"),
)

PROSE = (
    "The ports signed on Tuesday [@reuters-port], and the crews call it a loan (BBC, January 3). What it costs is in "
    "the *annex*: $4.2 million a year, 12 percent more than in 2022. “Nobody has counted the silt,” Ms. Reyes said. "
    "She leads the Harbor Workers’ Union (HWU), which has read the [plan](https://example.org/plan) twice.\n\n"
    "The basin fills within a season. In March, the harbor board asked for a second dredger; it came in **May** and "
    "went again. The HWU calls that “a visit” [@bbc-visit]. Two towns, one river and three ministries have to agree, "
    "and so far they have agreed on a date: the talks begin on January 9.\n\n"
)
_HEAD = "number: 8\ndate: 2024-01-05\nsummary: Two ports agree to share one dredger for a year.\n"
_SOURCES = """\
sources:
  reuters-port: {outlet: Reuters, date: 2024-01-02, url: "https://www.reuters.com/port"}
  bbc-visit: {outlet: BBC, date: 2024-01-03, url: "https://www.bbc.com/visit"}
"""
_FEATURE = "feature:\n  title: Two Ports Share a Dredger\n  author: {name: Ana Reyes, bio: Ana Reyes covers harbors.}\n"
_BODY = "  body: |\n    The ports signed on Tuesday [@reuters-port].\n"
_BRIEF = "briefs:\n  - title: Silt Returns\n    body: The basin fills within a season [@bbc-visit].\n"


def quote(text: str) -> str:
    """Return a text as a YAML value in double quotes."""
    return json.dumps(text, ensure_ascii=True).replace("\\ud83d\\ude00", "\\U0001f600")


def _fill(where: str) -> Callable[[str], str]:
    """Return what puts a text in the place of `@` in an issue, as a value."""
    return lambda text: where.replace("@@", quote(text))


def block(text: str) -> str:
    """Return an issue whose body is a text as it is written in a file."""
    lines = "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
    return f"{_HEAD}{_FEATURE}  body: |\n{lines}\n{_SOURCES}"


_SIMPLE = _HEAD + _FEATURE + _BODY + _SOURCES
PLACES: dict[str, Callable[[str], str]] = {
    "body": _fill(f"{_HEAD}{_FEATURE}  body: @@\n{_SOURCES}"),
    "body as a block": block,
    "body of a brief": _fill(f"{_HEAD}{_FEATURE}{_BODY}briefs:\n  - title: Silt\n    body: @@\n{_SOURCES}"),
    "two bodies": _fill(f"{_HEAD}{_FEATURE}  body: @@\nbriefs:\n  - title: Silt\n    body: @@\n{_SOURCES}"),
    "ten bodies": _fill(
        f"{_HEAD}{_FEATURE}  body: @@\nbriefs:\n"
        + "".join(f"  - title: Silt {number}\n    body: @@\n" for number in range(9))
        + _SOURCES
    ),
    "summary": _fill(_SIMPLE.replace("Two ports agree to share one dredger for a year.", "@@")),
    "subject": _fill(_SIMPLE + "subject: @@\n"),
    "title": _fill(_SIMPLE.replace("Two Ports Share a Dredger", "@@")),
    "deck": _fill(_SIMPLE.replace("  author:", "  deck: @@\n  author:")),
    "name of an author": _fill(_SIMPLE.replace("{name: Ana Reyes", "{name: @@")),
    "bio of an author": _fill(_SIMPLE.replace("bio: Ana Reyes covers harbors.", "bio: @@")),
    "address of an author": _fill(_SIMPLE.replace("bio: Ana Reyes covers harbors.", "url: @@")),
    "section": _fill(_HEAD + _FEATURE + _BODY + _BRIEF + "    section: @@\n" + _SOURCES),
    "outlet": _fill(_SIMPLE.replace("outlet: BBC", "outlet: @@")),
    "title of a source": _fill(_SIMPLE.replace("outlet: BBC", "outlet: BBC, title: @@")),
    "author of a source": _fill(_SIMPLE.replace("outlet: BBC", "outlet: BBC, author: @@")),
    "note on a source": _fill(_SIMPLE.replace("outlet: BBC", "outlet: BBC, note: @@")),
    "address of a source": _fill(_SIMPLE.replace('"https://www.bbc.com/visit"', "@@")),
    "end of an address": lambda text: _fill(_SIMPLE.replace('"https://www.bbc.com/visit"', "@@"))(
        "https://e.org/" + text
    ),
    "date of a source": _fill(_SIMPLE.replace("2024-01-03", "@@")),
    "language": _fill(_SIMPLE.replace("outlet: BBC", "outlet: BBC, language: @@")),
    "date": _fill(_SIMPLE.replace("2024-01-05", "@@")),
    "number": _fill(_SIMPLE.replace("number: 8", "number: @@")),
    "alt text": _fill(_SIMPLE + "image: {file: images/a.png, alt: @@, credit: B}\n"),
    "caption": _fill(_SIMPLE + "image: {file: images/a.png, alt: A, caption: @@, credit: B}\n"),
    "file of a picture": _fill(_SIMPLE + "image: {file: @@, alt: A, credit: B}\n"),
    "crop": _fill(_SIMPLE + "image: {file: images/a.png, alt: A, credit: B, crop: @@}\n"),
    "correction": _fill(_SIMPLE + "corrections: [{date: 2024-01-06, text: @@}]\n"),
    "item of a correction": _fill(_SIMPLE + "corrections: [{date: 2024-01-06, text: A., item: @@}]\n"),
    "ignored rule": _fill(_SIMPLE + "ignore: [@@]\n"),
    "reason to ignore": _fill(_SIMPLE + "ignore: [{rule: C104, match: @@, reason: @@}]\n"),
    "key of a source": _fill(_SIMPLE.replace("bbc-visit", "@@")),
    "key": _fill(_SIMPLE + "@@: a\n"),
}
RAW_PLACES: dict[str, Callable[[str], str]] = {
    "YAML, the whole file": lambda text: text,
    "YAML, the end": lambda text: _SIMPLE + text,
    "YAML, the beginning": lambda text: text + "\n" + _SIMPLE,
    "YAML, a value": lambda text: _SIMPLE.replace("Two Ports Share a Dredger", text),
    "YAML, a body": lambda text: _HEAD + _FEATURE + "  body: " + text + "\n" + _SOURCES,
    "YAML, a source": lambda text: _SIMPLE.replace("outlet: BBC", text),
    "YAML, a comment": lambda text: _SIMPLE + "# " + text,
    "YAML, in quotes": lambda text: _SIMPLE.replace("Two Ports Share a Dredger", f'"{text}"'),
    "YAML, in a list": lambda text: _SIMPLE + "briefs: [" + text + "]\n",
}
ALL_PLACES = PLACES | RAW_PLACES


class Recipe(NamedTuple):
    """A text of any length: something, a unit that repeats, something; or units around units."""

    place: str
    unit: str
    prefix: str = ""
    suffix: str = ""
    closing: str = ""
    """What repeats as often after the middle, as `]` after `[`."""
    counts: bool = False
    """Whether each unit has a number of its own, in the place of `1`."""

    def text(self, length: int) -> str:
        """Return the text, of about a length."""
        room = max(1, length - len(self.prefix) - len(self.suffix))
        if not self.counts or "1" not in self.unit:
            many = max(1, room // (len(self.unit) + len(self.closing)))
            return self.prefix + self.unit * many + self.suffix + self.closing * many
        units = (self.unit.replace("1", str(number)) for number in range(room))
        pieces, total = list[str](), 0
        for unit in units:
            if total + len(unit) + len(self.closing) > room:
                break
            pieces.append(unit)
            total += len(unit) + len(self.closing)
        return self.prefix + "".join(pieces) + self.suffix + self.closing * len(pieces)

    def issue(self, length: int) -> bytes:
        """Return an issue with the text in its place."""
        parts = {"two bodies": 2, "ten bodies": 10}.get(self.place, 1)
        return ALL_PLACES[self.place](self.text(length // parts)).encode("utf-8", "replace")


def ordinary(length: int) -> bytes:
    """Return an ordinary issue whose body has a length; or whose ten bodies have, if one cannot."""
    text = "".join(islice(cycle(PROSE), length if length < WHOLE else length // 10))
    return PLACES["body" if length < WHOLE else "ten bodies"](text).encode()


class Cost(NamedTuple):
    """What an input took: seconds of the processor, and bytes of memory at most until then."""

    seconds: float
    memory: int


class Scales:
    """Weighs inputs in a process of its own, which is stopped when one takes too long."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._context = multiprocessing.get_context("fork")
        self._folder = tempfile.TemporaryDirectory()
        self._end: Connection | None = None
        self._ordinary: dict[int, float] = {}
        self.weighed = 0
        self.memory = 0
        """The most that an input took, in bytes, with everything that the process holds."""
        self.worst = 0.0
        """The worst ratio."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()
        self._folder.cleanup()

    def _start(self) -> Connection:
        self._end, other = self._context.Pipe()
        self._process = self._context.Process(
            target=_weigh_all, args=(other, Path(self._folder.name), self._patience), daemon=True
        )
        self._process.start()
        other.close()
        return self._end

    def _stop(self) -> None:
        if self._end is not None:
            self._process.kill()
            self._process.join()
            self._end.close()
            self._end = None

    def weigh(self, content: bytes) -> Cost:
        """Return what an input takes; endless if the process had to be stopped.

        Raises:
            AssertionError: the input ended in a traceback.
        """
        end = self._end or self._start()
        self.weighed += 1
        end.send_bytes(content)
        if not end.poll(self._patience * _BUSY):
            self._stop()
            return Cost(float("inf"), 0)
        try:
            seconds, memory, fault = json.loads(end.recv_bytes())
        except EOFError:
            self._stop()
            return Cost(float("inf"), MEMORY + 1)
        assert not fault, fault
        self.memory = max(self.memory, memory)
        return Cost(seconds, memory)

    def ratio(self, content: bytes, length: int) -> float:
        """Return how many times as long as an ordinary issue of a length an input takes; the least of some trials."""
        usual = self.ordinary(length)
        ratios = [self._weigh_both(content, usual)]
        while ratios[-1] > ALLOWED * 0.8 and len(ratios) < TRIALS and min(ratios) < ALLOWED * 3:
            ratios.append(self._weigh_both(content, usual))
        self.worst = max(self.worst, min(ratios))
        return min(ratios)

    def _weigh_both(self, content: bytes, usual: float) -> float:
        return (self.weigh(content).seconds + self.start) / (usual + self.start)

    @cached_property
    def start(self) -> float:
        """What a command takes to start and to check next to nothing, in seconds of the processor."""
        path = Path(self._folder.name) / "8-small.yaml"
        path.write_bytes(ordinary(100))
        spent = []
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-m", "briefgen", "validate", path], capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(spent)

    def ordinary(self, length: int) -> float:
        """Return what an ordinary issue takes, in seconds."""
        if length not in self._ordinary:
            self._ordinary[length] = min(self.weigh(ordinary(length)).seconds for _ in range(3))
        return self._ordinary[length]


def _weigh_all(end: Connection, folder: Path, patience: float) -> None:
    newsroom = _make_newsroom(folder)
    for length in LENGTHS:
        _work(newsroom, folder, ordinary(length))
    while True:
        try:
            content = end.recv_bytes()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, patience)
        begun, fault = time.process_time(), ""
        try:
            _work(newsroom, folder, content)
        except Exception as error:  # noqa: BLE001 - a traceback is a find
            fault = f"{type(error).__name__}: {error}"
        spent = time.process_time() - begun
        signal.setitimer(signal.ITIMER_PROF, 0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        end.send_bytes(json.dumps([spent, peak, fault]).encode())


@cache
def _make_newsroom(folder: Path) -> Newsroom:
    (folder / "issues").mkdir(exist_ok=True)
    (folder / "issues/publication.yaml").write_text("name: Harbor Notes\n", encoding="utf-8")
    return load_newsroom(folder, cache=None)


def _work(newsroom: Newsroom, folder: Path, content: bytes) -> None:
    """Check and build an issue as a draft, so that no error stops the renderers."""
    path = folder / "issues/8-two-ports.yaml"
    path.write_bytes(content)
    compile_issue(newsroom, path, CompileOptions(formats=("html", "markdown"), is_draft=True))


class Search:
    """A search for slow inputs that goes on from the slowest found."""

    def __init__(self, scales: Scales, seed: int) -> None:
        self._scales = scales
        self._chance = random.Random(seed)  # noqa: S311
        self._best: dict[str, list[tuple[float, Recipe]]] = {}
        self.tried = 0
        self.worst: dict[Recipe, float] = {}

    def run(self, seconds: float) -> None:
        """Search for some seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.try_one(self._next())

    def _next(self) -> Recipe:
        chance = self._chance
        kind = "raw" if chance.random() < 0.25 else "body" if chance.random() < 0.6 else "field"
        best = self._best.setdefault(kind, [])
        if best and chance.random() < 0.65:
            recipe = chance.choice(best)[1]
            if chance.random() < 0.2:
                other = chance.choice(best)[1]
                return recipe._replace(unit=(recipe.unit + other.unit)[:24], suffix=other.suffix)
            return self._change(recipe, kind)
        return Recipe(self._place(kind), self._marks(kind, 3), *self._ends(kind))

    def _place(self, kind: str) -> str:
        if kind == "raw":
            return self._chance.choice(list(RAW_PLACES))
        bodies = [name for name in PLACES if "bod" in name]
        return self._chance.choice(bodies if kind == "body" else [name for name in PLACES if name not in bodies])

    def _marks(self, kind: str, most: int) -> str:
        marks = YAML_MARKS if kind == "raw" else MARKS
        return "".join(self._chance.choice(marks) for _ in range(self._chance.randint(1, most)))

    def _ends(self, kind: str) -> tuple[str, str, str, bool]:
        chance = self._chance
        return (
            self._marks(kind, 2) if chance.random() < 0.4 else "",
            self._marks(kind, 2) if chance.random() < 0.4 else "",
            self._marks(kind, 1) if chance.random() < 0.15 else "",
            chance.random() < 0.2,
        )

    def _change(self, recipe: Recipe, kind: str) -> Recipe:
        chance = self._chance
        unit, mark = recipe.unit, self._marks(kind, 1)
        at = chance.randrange(len(unit) + 1)
        match chance.randrange(6):
            case 0:
                return recipe._replace(unit=unit[:at] + mark + unit[at:])
            case 1:
                return recipe._replace(unit=unit[:at] + unit[at + 1 :] or mark)
            case 2:
                return recipe._replace(unit=unit[:at] + mark + unit[at + 1 :])
            case 3:
                return recipe._replace(place=self._place(kind))
            case 4:
                prefix, suffix, closing, counts = self._ends(kind)
                return recipe._replace(prefix=prefix, suffix=suffix, closing=closing, counts=counts)
            case _:
                return recipe._replace(unit=unit * 2 if len(unit) < 12 else unit[:at] or mark)

    def try_one(self, recipe: Recipe) -> None:
        """Weigh a recipe when short, and at greater lengths if it is slow or grows faster than its length."""
        kind = "raw" if recipe.place in RAW_PLACES else "body" if "bod" in recipe.place else "field"
        self.tried += 1
        last, ratios = 0.0, []
        for length in (*LENGTHS, WHOLE) if recipe.place == "ten bodies" else LENGTHS:
            content = recipe.issue(length)
            if len(content) > 500_000:
                break
            try:
                found = self._scales.ratio(content, length)
            except AssertionError as fault:
                print(f"TRACEBACK {recipe!r} at {length}: {fault}", flush=True)
                return
            ratios.append(found)
            if found > ALLOWED:
                break
            # What is cheap when short and grows as an ordinary issue does is not looked at when long.
            if found < 1.0 and (found < last * 1.3 or not last) and self._chance.random() < 0.97:
                break
            last = found
        score = max(ratios, default=0.0) + (0.5 * ratios[-1] / ratios[0] if len(ratios) > 1 else 0)
        if max(ratios, default=0.0) > ALLOWED:
            # What is too slow is found; to go on from it would find it again and again.
            self.worst[recipe] = max(ratios)
            print(f"SLOW {', '.join(f'{each:.1f}' for each in ratios)} × {recipe!r}", flush=True)
            return
        best = self._best.setdefault(kind, [])
        best.append((score, recipe))
        best.sort(key=lambda each: -each[0])
        # One recipe of each place and unit is enough to go on from.
        del best[40:]


def main() -> None:
    """Search, and print what was found."""
    seconds, seed = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with Scales() as scales:
        search = Search(scales, seed)
        search.run(seconds)
        print(f"{search.tried:,} inputs tried; ordinary: {scales._ordinary}")
        for kind, best in search._best.items():
            for score, recipe in best[:8]:
                print(f"{kind} {score:.2f} {recipe!r}")


if __name__ == "__main__":
    main()
