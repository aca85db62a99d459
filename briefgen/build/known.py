"""The baseline of a publication: reports that were there before and are let be."""

import json
from collections import Counter
from pathlib import Path

from briefgen.build.documents import format_path
from briefgen.build.faults import CommandFault
from briefgen.build.writing import write_file
from briefgen.rules.baseline import Baseline, parse_baseline


def load_baseline(path: Path, *, must_exist: bool) -> Baseline:
    """Load a baseline; an absent one knows nothing, unless it was asked for by name.

    Raises:
        CommandFault: the file is not there, or is no baseline.
    """
    if not path.exists() and not must_exist:
        return Baseline(Counter())
    try:
        return parse_baseline(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        message = f"there is no `{format_path(path)}`"
        raise CommandFault(message, "`briefgen baseline` writes one") from error
    except (OSError, ValueError) as error:
        message = f"`{format_path(path)}` is no baseline"
        raise CommandFault(message, "write it anew with `briefgen baseline`") from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline by rename.

    Raises:
        CommandFault: it cannot be written.
    """
    text = json.dumps(baseline.to_json(), indent=1) + "\n"
    try:
        write_file(path, text.encode())
    except OSError as error:
        message = f"cannot write `{format_path(path)}`: {error.strerror}"
        raise CommandFault(message, "check the folder's rights") from error
