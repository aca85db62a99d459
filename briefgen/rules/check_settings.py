"""Checks the settings under `validate:`: names of unknown rules, and patterns that match no file."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.diagnostics import Finding, Severity
from briefgen.model import PerFile, Validation
from briefgen.rules.catalogue import advise_rule
from briefgen.rules.run import unknown_words
from briefgen.yamltext import Document, Path


def check_settings(settings: Validation, document: Document, names: Sequence[str]) -> Iterator[Finding]:
    """Yield settings without effect, which are usually misspelt.

    `names` are the names of the publication's issue files.
    """
    yield from _check_words(settings, document, ("validate",))
    for index, entry in enumerate(settings.per_file):
        path = ("validate", "per_file", index)
        yield from _check_words(entry, document, path)
        yield from _check_files(entry, document, path, names)
        if settings.require_reason and entry.reason is None:
            yield Finding(
                span=document.nearest_span(*path, "files"),
                message="this entry of `per_file` has no reason",
                help="say why, for the next reader: `reason: …`",
                severity=Severity.ERROR,
            )


def _check_words(settings: Validation | PerFile, document: Document, path: Path) -> Iterator[Finding]:
    for key, words in (("select", settings.select), ("ignore", settings.ignore), ("severity", settings.severity)):
        for index, word in enumerate(words):
            if unknown_words([word]):
                step = word if key == "severity" else index
                span = document.key_span(*path, key, step) or document.nearest_span(*path, key)
                yield Finding(span=span, message=f"there is no rule `{word}`", help=advise_rule(word))


def _check_files(entry: PerFile, document: Document, path: Path, names: Iterable[str]) -> Iterator[Finding]:
    if not any(map(entry.matches, names)):
        globs = " or ".join(f"`{glob}`" for glob in entry.files)
        yield Finding(
            span=document.value_span(*path, "files"),
            message=f"no issue file matches {globs}",
            help="compare it with the names in `issues/`, or delete the entry",
        )
