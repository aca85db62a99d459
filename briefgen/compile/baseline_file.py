"""Loads, updates and writes the baseline file of a publication."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefgen.compile.atomic_file import write_file
from briefgen.compile.documents import format_path
from briefgen.compile.errors import CommandError, explain_refusal
from briefgen.compile.loading import load_manuscript
from briefgen.compile.newsroom import Newsroom
from briefgen.rules import find_idle, run_rules
from briefgen.rules.baseline import Baseline, make_baseline, parse_baseline


def load_baseline(path: Path, *, must_exist: bool) -> Baseline:
    """Load a baseline; a missing file is an empty baseline, unless `must_exist`.

    Raises:
        CommandError: the file is missing but must exist, or is not a baseline.
    """
    if not path.exists() and not must_exist:
        return Baseline(Counter())
    try:
        return parse_baseline(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        message = f"there is no `{format_path(path)}`"
        raise CommandError(message, "`briefgen baseline` writes one") from error
    except OSError as error:
        raise explain_refusal(error) from error
    except ValueError as error:
        message = f"`{format_path(path)}` is not a baseline"
        raise CommandError(message, "write it again with `briefgen baseline`") from error


class BaselineChange(Struct, frozen=True):
    """How many diagnostics a baseline holds after an update, how many were dropped, and how many were not added."""

    known: int
    dropped: int
    new: int


def update_baseline(newsroom: Newsroom, paths: Sequence[Path], *, adds: bool) -> BaselineChange:
    """Check issues and update the baseline.

    An existing baseline only shrinks, unless `adds`: a finding that was fixed and returns is new. Entries of deleted
    issues are dropped; those of an issue that does not parse are kept.

    Raises:
        CommandError: the file is not a baseline, or cannot be written.
    """
    is_first = not newsroom.baseline.exists()
    before = load_baseline(newsroom.baseline, must_exist=False)
    allowance, fresh, readable = before.allowance(), Baseline(Counter()), set[str]()
    idle = set[str]()
    for path in paths:
        manuscript = load_manuscript(newsroom, path)
        if manuscript.issue is not None:
            readable.add(path.name)
            idle |= find_idle(manuscript)
            fresh.counts.update(make_baseline(allowance.without_accepted(run_rules(manuscript))).counts)
    lost = {known.path for known in before.counts} - {path.name for path in (*newsroom.issue_paths, *paths)}
    gone = allowance.find_unused(lost) + allowance.find_unused(readable, idle=idle)
    after = Baseline(before.counts - gone + (fresh.counts if adds or is_first else Counter()))
    write_baseline(newsroom.baseline, after)
    new = 0 if adds or is_first else fresh.counts.total()
    return BaselineChange(after.counts.total(), gone.total(), new)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline atomically.

    Raises:
        CommandError: it cannot be written.
    """
    text = json.dumps(baseline.to_json(), indent=1) + "\n"
    try:
        write_file(path, text.encode())
    except OSError as error:
        message = f"cannot write `{format_path(path)}`: {error.strerror}"
        raise CommandError(message, "check the folder's rights") from error
