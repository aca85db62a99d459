"""Asks the program `typos` which words of the issues are misspelt: once for a whole run, beside the other checks.

It gets a list of words, not the issues, so nothing in an issue can be taken for an option, a path or a setting, and the
places of its answers are found by a rule in what the issue says, not in what the program counted.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct

from briefgen.compile.documents import MAX_READ
from briefgen.compile.issue_arguments import FoundIssue
from briefgen.compile.newsroom import Newsroom
from briefgen.compile.safe_read import UnreadableFileError, read_beneath
from briefgen.model import Publication
from briefgen.rules import wants_spelling
from briefgen.rules.vocabulary.short_misspellings import SHORT_MISSPELLINGS

SECONDS = 20.0
"""A net: the program needs hundredths of a second."""
MAX_WORDS = 200_000
MAX_ANSWER = 8_000_000
"""Bytes: more than any list of `MAX_WORDS` needs."""
_MOST_CORRECTIONS = 5
# Strings, so that `re` compiles them on first use.
_WORD = r"\\?[A-Za-z]?[a-z]++"
_SHORTEST, _LONGEST = 5, 40
_CORRECTION = r"[A-Za-z](?:[A-Za-z' -]{0,58}[A-Za-z])?"
_ENGLISH = r"(?i)language\W{0,3}:\s*[\"']?en"
# Not `en-ca` and `en-au`, whose lists call right words such as the noun “licence” misspelt.
_LOCALES = {"en-us": "en-us", "en-gb": "en-gb"}
_MISSPELT, _CLEAN = 2, 0
"""How `typos` exits."""

Corrections = Mapping[str, tuple[str, ...]]


class _Answer(Struct, frozen=True):
    typo: str = ""
    corrections: tuple[str, ...] = ()


class SpellCheck:
    """A running check of the words of some issues in one kind of English.

    As it reads from a file and writes to another, it never waits for us.
    """

    def __init__(self, program: str, words: Iterable[str], locale: str) -> None:
        """Start the program on the words.

        Raises:
            OSError: the program, or a temporary file, cannot be used.
        """
        self._words = frozenset(words)
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has been read
        try:
            self._process = self._launch(program, locale)
        except OSError:
            self._answer.close()
            raise

    def _launch(self, program: str, locale: str) -> "subprocess.Popen[bytes]":
        with tempfile.TemporaryFile() as asked:
            asked.write("\n".join(sorted(self._words)).encode())
            asked.seek(0)
            return subprocess.Popen(  # noqa: S603 - the command contains no text of an issue
                [program, "--isolated", "--locale", locale, "--format", "json", "--color", "never", "-"],
                stdin=asked,
                stdout=self._answer,
                stderr=subprocess.DEVNULL,
                cwd=tempfile.gettempdir(),
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            )

    def read(self) -> Corrections | None:
        """Wait for the answer, and return the corrections of each misspelt word; None if the program failed."""
        try:
            code = self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        with self._answer as answer:
            answer.seek(0)
            content = answer.read(MAX_ANSWER)
        return dict(self._parse(content)) if code in {_CLEAN, _MISSPELT} else None

    def stop(self) -> None:
        """End the program, whose answer nobody waits for."""
        self._process.kill()
        self._process.wait()
        self._answer.close()

    def _parse(self, content: bytes) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Yield what the program says of the words that it was asked about; anything else is left out."""
        for line in content.splitlines():
            try:
                answer = msgspec.json.decode(line, type=_Answer)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
            corrections = [
                each for each in answer.corrections if re.fullmatch(_CORRECTION, each) and each != answer.typo
            ]
            if answer.typo in self._words and corrections:
                yield answer.typo, tuple(corrections[:_MOST_CORRECTIONS])


class Spelling:
    """The spell checks of a run, one for each kind of English, which most runs have one of.

    As a context it ends what is still running when the run breaks off.
    """

    def __init__(self, remark: str = "") -> None:
        """`remark` says why spelling is not checked, and what to do about it."""
        self.remark = remark
        self._checks: dict[str, SpellCheck] = {}
        self._answers: dict[str, Corrections | None] = {}

    def __enter__(self) -> Self:
        """Return it, running."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the checks that were not read."""
        for check in self._checks.values():
            check.stop()

    def start(self, program: str, words: Mapping[str, set[str]]) -> None:
        """Start a check of the words of each kind of English."""
        for locale, asked in words.items():
            try:
                self._checks[locale] = SpellCheck(program, asked, locale)
            except OSError:
                self.remark = _FAILED

    def report(self, say: Callable[[str], None]) -> None:
        """Say in one line why spelling was not checked, if it was not."""
        if self.remark:
            say(self.remark)

    def corrections(self, publication: Publication) -> Corrections | None:
        """Return the misspelt words of a publication's issues; None if they were not checked."""
        locale = _locale_of(publication)
        check = self._checks.pop(locale, None)
        if check is not None:
            self._answers[locale] = check.read()
            if self._answers[locale] is None:
                self.remark = _FAILED
        return self._answers.get(locale)


_ABSENT = "spelling was not checked, because `typos` is missing: `pip install typos` installs it"
_FAILED = "spelling was not checked, because `typos` failed: `pip install --upgrade typos` may help"

_IN_PART = f"spelling was checked in part: only the first {MAX_WORDS:,} different words; name fewer issues at a time"


def start_spelling(
    found: Sequence[FoundIssue],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    content: bytes | None = None,
) -> Spelling:
    """Start to check the spelling of issues, unless all of them leave the rule out.

    `content` is what to check instead of the file of an issue.
    """
    spelling = Spelling()
    program = _find_program()
    words: dict[str, set[str]] = {}
    for newsroom, path, _ in found:
        newsroom.use_spelling(spelling.corrections)
        settings = newsroom.publication.validation.for_file(path.name)
        if not wants_spelling(settings, select=select, ignore=ignore):
            continue
        text = (_read(path) if content is None else content).decode(errors="replace")
        if not _may_hold_english(newsroom, text):
            continue
        if program is None:
            spelling.remark = _ABSENT
            return spelling
        asked = words.setdefault(_locale_of(newsroom.publication), set())
        if len(asked) < MAX_WORDS:
            asked.update(_words_of(text))
    if any(len(asked) >= MAX_WORDS for asked in words.values()):
        spelling.remark = _IN_PART
    if program is not None:
        spelling.start(program, words)
    return spelling


def check_words(texts: Iterable[str], locale: str = "en") -> Corrections | None:
    """Return the misspelt words of texts; None if the program is missing or fails."""
    program = _find_program()
    return SpellCheck(program, {word for text in texts for word in _words_of(text)}, locale).read() if program else None


def _words_of(text: str) -> Iterator[str]:
    """Yield the words in small letters that are long enough, and slips of the fingers that are short.

    A letter after a backslash is a line break or the like.
    """
    for each in set(re.findall(_WORD, text)):
        word = each[2:] if each[0] == "\\" else each
        if len(word) < _SHORTEST:
            short = word.lower()
            if short in SHORT_MISSPELLINGS:
                yield short
        elif len(word) <= _LONGEST and word[0].islower():
            yield word


def _find_program() -> str | None:
    """Return the program beside our Python, where `./run` and pip put it, or else on the path."""
    beside = Path(sys.executable).with_name("typos")
    return str(beside) if beside.is_file() else shutil.which("typos")


def _read(path: Path) -> bytes:
    """Return the content of an issue file, or nothing; loading it will say why."""
    try:
        return read_beneath(path.parent.resolve(), path.name, limit=MAX_READ)
    except (OSError, UnreadableFileError):
        return b""


def _may_hold_english(newsroom: Newsroom, text: str) -> bool:
    return newsroom.publication.language.lower().startswith("en") or re.search(_ENGLISH, text) is not None


def _locale_of(publication: Publication) -> str:
    """Return the name that `typos` has for a publication's English; `en` accepts the spellings of all countries."""
    return _LOCALES.get(publication.language.lower(), "en")
