"""A file that briefgen does not read because of its name or folder.

The file name of an issue is its number, a hyphen and some words, and the file must be in the folder `issues/`.
Settings are read only from `publication.yaml`, `outlets.yaml` and `terms.yaml`. Files with other names would be
silently left out of every check and build. To leave out a file on purpose, begin its name with `_`.

Bad:
    # file: issues/low-water.yaml
    number: 133

Reports:
    2:9 `low-water.yaml` is not the name of an issue, so briefgen reads it only when you name it

Good:
    # file: issues/133-low-water.yaml
    number: 133
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefgen.diagnostics import Finding, Severity
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript
from briefgen.rules.rule import Rule

_NAME = expression(r"(?i)\d{1,7}(?:[-_.].*)?\.ya?ml")
_FOLDER = "issues"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield an issue with an invalid name; other unread files are only found by listing the folder."""
    path = PurePosixPath(manuscript.path)
    if path.parent.name == _FOLDER and not path.name.startswith("_") and not _NAME.fullmatch(path.name):
        number = manuscript.read_issue.number
        yield Finding(
            span=manuscript.document.value_span("number"),
            message=f"`{path.name}` is not the name of an issue, so briefgen reads it only when you name it",
            help=f"rename it, so that it begins with `{number}-` and ends with `.yaml`",
        )


RULE = Rule("S015", "unread-file", Severity.WARNING, check)
