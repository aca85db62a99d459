"""A file that was meant for briefgen and is not read, because of its name or its folder.

An issue is found by its name, the number, a hyphen and some words, in the folder `issues/`; settings are found under
the names `publication.yaml`, `outlets.yaml` and `terms.yaml`. What is called otherwise would be left out of every
check and every build without a word. A file that is left out on purpose has a name that begins with `_`.

Bad:
    # file: issues/low-water.yaml
    number: 133

Reports:
    2:9 `low-water.yaml` is no name of an issue: it is read only when it is named

Good:
    # file: issues/133-low-water.yaml
    number: 133
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

_NAME = re.compile(r"(?i)\d{1,7}(?:[-_.].*)?\.ya?ml")
_FOLDER = "issues"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield an issue whose name is none; what else is not read is known only to those who list the folder."""
    path = PurePosixPath(manuscript.path)
    if path.parent.name == _FOLDER and not path.name.startswith("_") and not _NAME.fullmatch(path.name):
        number = manuscript.read_issue.number
        yield Finding(
            span=manuscript.document.value_span("number"),
            message=f"`{path.name}` is no name of an issue: it is read only when it is named",
            help=f"rename it, so that it begins with `{number}-` and ends with `.yaml`",
        )


RULE = Rule("S015", "unread-file", Severity.WARNING, check)
