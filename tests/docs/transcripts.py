"""Runs the commands on a page in order, and updates the output that the page shows.

A page speaks to this module in three ways:

- A block fenced as `console` holds lines that begin with `$ `, each a command, and below each of them what
  it prints on both streams. A line that is only `…` stands for any number of lines. Times and sizes may differ.
- `<!-- edit FILE: OLD => NEW -->` does what the text around it asks the reader to do in an editor.
- `<!-- file FILE -->` above a block of any kind writes the block into the file.

Each page has a scratch folder with a copy of our own publication in it; `cd` and files last to its end.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.docs.pages import FENCE, ROOT

ANY = "…"
_DIRECTIVE = re.compile(
    r"^<!-- (?:edit (?P<edited>\S+): (?P<old>.+?) => (?P<new>.*?)|file (?P<written>\S+)) -->$", re.MULTILINE | re.DOTALL
)
_VARIES = (
    (re.compile(r"\b\d+\.\d+ s\b"), "0.0 s"),
    (re.compile(r"\b\d+(?:\.\d+)? [kM]B\b"), "0 kB"),
)
_PROGRAM = """\
#!/bin/sh
exec {python} -c 'import sys; sys.argv[0] = "briefgen"; from briefgen.cli import main; main()' "$@"
"""


@dataclass
class Desk:
    """A folder to run commands in, as a reader would who has briefgen installed and our checkout before them."""

    scratch: Path
    here: Path = field(init=False)
    code: int = 0
    """How the last command ended."""

    def __post_init__(self) -> None:
        """Lay out the checkout's publication, and briefgen on the path."""
        self.here = self.scratch / "briefgen"
        for folder in ("issues", "templates"):
            shutil.copytree(ROOT / folder, self.here / folder)
        programs = self.scratch / "bin"
        programs.mkdir()
        for program in (programs / "briefgen", self.here / "run"):
            program.write_text(_PROGRAM.format(python=shlex.quote(sys.executable)), encoding="utf-8")
            program.chmod(0o755)

    def run(self, command: str) -> str:
        """Run a command in a shell, and return what it prints on both streams."""
        place = self.scratch / "place"
        script = f'(exit {self.code})\n{command}\ncode=$?; pwd >"$PLACE"; exit $code'
        done = subprocess.run(
            ["/bin/bash", "-c", script],
            cwd=self.here,
            env={
                "PATH": f"{self.scratch / 'bin'}:{os.environ.get('PATH', os.defpath)}",
                "HOME": str(self.scratch),
                "PLACE": str(place),
                "PYTHONPATH": str(ROOT),
                "LC_ALL": "C.UTF-8",
                "TERM": "dumb",
                "COLUMNS": "80",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        self.code = done.returncode
        self.here = Path(place.read_text(encoding="utf-8").strip())
        return done.stdout

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace text that occurs exactly once in a file."""
        path = self.here / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file that the page shows."""
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def has_transcript(text: str) -> bool:
    """Whether a page shows commands to run."""
    return any(block["kind"] == "console" for block in FENCE.finditer(text))


def replay(text: str, desk: Desk) -> str:
    """Run the commands on a page; return the page with their current output."""
    pieces, end, awaited = [], 0, ""
    for found in sorted([*FENCE.finditer(text), *_DIRECTIVE.finditer(text)], key=re.Match.start):
        if found.start() < end:
            continue  # A directive inside a block is an example of one.
        pieces.append(text[end : found.start()])
        end = found.end()
        shown = found.group()
        if found.re is _DIRECTIVE:
            awaited = found["written"] or ""
            if found["edited"]:
                desk.edit(found["edited"], found["old"], found["new"])
        elif awaited:
            desk.write(awaited, found["body"])
            awaited = ""
        elif found["kind"] == "console":
            shown = f"{found['mark']}console\n{_replay_block(found['body'], desk)}{found['mark']}"
        pieces.append(shown)
    return "".join([*pieces, text[end:]])


def _replay_block(body: str, desk: Desk) -> str:
    fresh = ""
    for step in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        command, _, expected = step.partition("\n")
        if command:
            assert command.startswith("$ "), f"a console block begins with a command, not with “{command}”"
            printed = desk.run(command.removeprefix("$ "))
            fresh += f"{command}\n{expected if agrees(expected, printed) else printed}"
    return fresh


def agrees(expected: str, printed: str) -> bool:
    """Return whether output matches the page, ignoring times and sizes; `…` matches any lines."""
    pattern = "".join("(?:.*\n)*?" if line == ANY else re.escape(_level(line)) + "\n" for line in expected.splitlines())
    return re.fullmatch(pattern, _level(printed)) is not None


def _level(text: str) -> str:
    for pattern, same in _VARIES:
        text = pattern.sub(same, text)
    return "\n".join(line.rstrip() for line in text.split("\n"))
