"""Hostile YAML is refused with a reason, or read as text: nothing is thrown, nothing is slow."""

import base64
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.model import parse_issue
from briefgen.yamltext import parse_document, parse_text
from tests.cli.conftest import ISSUE, ROOT
from tests.hostile.conftest import Start
from tests.hostile.yaml_rows import Row, make_rows
from tests.shared import shared_rows

ROWS = list(make_rows())
KINDS = tuple(f"Y{number}" for number in range(1, 26))
# Of a command: memory, and seconds of the processor, which is what starting takes and 2 more.
LIMITS = ("prlimit", f"--as={512 << 20}", "--cpu=3")
needs_limits = pytest.mark.skipif(shutil.which("prlimit") is None, reason="needs prlimit")
MUTANTS = 10_000


def test_every_kind_of_attack_has_a_row() -> None:
    assert {row.kind for row in ROWS} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_an_attack_is_refused_in_words_or_stays_text(kind: str) -> None:
    for row in ROWS:
        if row.kind == kind:
            check(row)


def check(row: Row) -> None:
    document = parse_document(row.data)
    if row.value is not None:
        assert getattr(document.node("a"), "value", None) == row.value
    else:
        assert document.root is None
        fault = document.faults[0]
        assert row.said in f"{fault.message} {fault.help}"
        assert fault.help
        assert len(fault.message) + len(fault.help) < 400


@pytest.mark.attacks
@needs_limits
def test_all_attacks_at_once_are_reported_each_in_a_line(newsroom: Path, start: Start) -> None:
    assert start("build", "--format", "markdown").returncode == 0
    built = (newsroom / "dist/7-two-ports/7-two-ports.md").read_bytes()
    for number, row in enumerate(ROWS, start=8):
        (newsroom / f"issues/{number}-x.yaml").write_bytes(row.data)
    done = start("validate", "--output-format", "concise", before=(*LIMITS[:2], "--cpu=20"))
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    lines = done.stdout.decode().splitlines()
    assert all(re.match(r"issues/\d+-[\w-]+\.yaml:\d+:\d+: (?:error|warning|note) [A-Z]\d{3} ", line) for line in lines)
    for number, row in enumerate(ROWS, start=8):
        assert row.value is not None or any(line.startswith(f"issues/{number}-x.yaml:") for line in lines), row.kind
    assert (newsroom / "dist/7-two-ports/7-two-ports.md").read_bytes() == built


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_halves_of_characters_are_refused(half: int) -> None:
    # No file that is UTF-8 can hold one, but texts also come from programs.
    document = parse_text(f"a: x{chr(half)}y")
    assert document.root is None
    assert f"U+{half:04X}" in document.faults[0].message


def read_corpus() -> Iterator[bytes]:
    """Yield what may be met: the attacks, the suite of YAML itself, and issues."""
    for row in shared_rows("hostile/attacks/yaml.jsonl"):
        yield base64.b64decode(row["bytes_b64"])
    for row in shared_rows("hostile/yaml-test-suite/cases.jsonl"):
        yield (row.get("yaml") or "").encode("utf-8", "surrogatepass")
    yield from (row.data for row in ROWS if len(row.data) < 10_000)
    yield ISSUE.encode()
    yield from (path.read_bytes() for path in sorted((ROOT / "tests/golden").glob("*/*.yaml")))


_PIECES = (
    b"\0", b"\t", b"\r", b"\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xff", b"&a ", b"*a", b"!!x ", b"<<: ",
    b"- ", b"? ", b": ", b"[", b"{", b"}", b"]", b'"', b"'", b"|\n", b">-\n", b"#", b"---\n", b"...\n", b"%TAG", b"\\u",
    b"  ", b"`", b"@", b",", b"~",
)  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return data with a few places cut, doubled, replaced or filled."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 10, 200)))
        filled = chance.choice((b"", data[start:end] * 2, chance.choice(_PIECES), chance.choice(_PIECES) * 30))
        data = data[:start] + filled + data[end:]
    return data


def read_mutants(count: int) -> int:
    """Read mutants of the corpus as issues, and return how many."""
    corpus, chance = list(read_corpus()), random.Random(133)  # noqa: S311 - the same mutants each time
    for number in range(count):
        document = parse_document(mutate(corpus[number % len(corpus)], chance))
        assert document.root is not None or document.faults
        parse_issue(document)
    return count


def test_mutants_are_read_or_refused() -> None:
    read_mutants(150)


@pytest.mark.nightly
@needs_limits
def test_each_attack_alone_is_refused_within_its_limits(newsroom: Path, start: Start) -> None:
    corpus = [row.data for row in ROWS] + list(read_corpus())
    for data in corpus:
        (newsroom / "issues/7-two-ports.yaml").write_bytes(data)
        done = start("validate", "--output-format", "concise", before=LIMITS)
        # Some are harmless: they are read as text.
        assert (done.returncode in {0, 1}, b"Traceback" in done.stderr) == (True, False), (data[:80], done.stderr)
    mutants = read_mutants(MUTANTS)
    print(f"G4: {len(corpus)} files alone and {mutants} mutants: 0 exceptions, 0 signals, each within 3 s and 512 MB")
