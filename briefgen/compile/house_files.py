"""What a publication lays beside its issues: settings, outlets and terms of its own, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.documents import format_path, load_document
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.languages import has_labels
from briefgen.model import (
    LABEL_NAMES,
    Outlets,
    Publication,
    ShapeFinding,
    Validation,
    parse_outlets,
    parse_publication,
    parse_terms,
)
from briefgen.prose import Terms, find_term_faults
from briefgen.yamltext import MAX_REGISTER_NODES, Document

PUBLICATION = "publication.yaml"
OUTLETS = "outlets.yaml"
TERMS = "terms.yaml"
_UNQUOTED = re.compile(r":[ \t]+(#[0-9A-Fa-f]{3,8})\b")
FILES = frozenset({PUBLICATION, OUTLETS, TERMS})


def find_misnamed(folder: Path) -> tuple[Path, ...]:
    """Return files that are meant as settings and would not be read: `publication.yml`, `Terms.yaml`."""
    known = {Path(name).stem for name in FILES}
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.stem.casefold() in known and path.suffix.casefold() in {".yaml", ".yml"} and path.name not in FILES
    )


def load_publication(folder: Path, names: Sequence[str]) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Load the settings; `names` are those of the issue files that they are for."""
    path = folder / PUBLICATION
    if not path.exists():
        return Publication(), ()
    document = load_document(path)
    reading = parse_publication(document)
    faults = [_diagnose(path, document, _explain(document, fault)) for fault in reading.faults]
    if reading.record is None:
        return Publication(), tuple(faults)
    remarks = (*_doubts(path, document, reading.record.validation, names), *_unlabelled(path, document, reading.record))
    return reading.record, (*faults, *remarks, *_theme_faults(path, document, reading.record.build.theme))


def load_outlets(folder: Path, cache: Path | None) -> tuple[Outlets, tuple[Diagnostic, ...]]:
    """Load the outlets that briefgen ships, with the publication's own over them."""
    shipped, path = load_shipped_outlets(cache), folder / OUTLETS
    if not path.exists():
        return shipped, ()
    document = load_document(path, max_nodes=MAX_REGISTER_NODES)
    reading = parse_outlets(document)
    faults = tuple(_diagnose(path, document, fault) for fault in reading.faults)
    return (shipped.extended(reading.record.outlets) if reading.record else shipped), faults


def load_terms(folder: Path) -> tuple[Terms, tuple[Diagnostic, ...]]:
    """Load the house's own terms; a list that does not meet its own specs is not used at all."""
    path = folder / TERMS
    if not path.exists():
        return Terms(), ()
    document = load_document(path, max_nodes=MAX_REGISTER_NODES)
    reading = parse_terms(document)
    entries = reading.record.terms if reading.record else ()
    failed = [
        Finding(span=document.value_span(*fault.path), message=fault.message, help=fault.help)
        for fault in find_term_faults(entries)
    ]
    faults = (*reading.faults, *(ShapeFinding("bad-field", finding) for finding in failed))
    return Terms(() if failed else entries), tuple(_diagnose(path, document, fault) for fault in faults)


def _doubts(path: Path, document: Document, settings: Validation, names: Sequence[str]) -> Iterator[Diagnostic]:
    if settings == Validation():
        return
    # The rules may be loaded by another process, and are not needed where nothing is set.
    from briefgen.rules.check_settings import check_settings  # noqa: PLC0415
    from briefgen.rules.structure import bad_suppression  # noqa: PLC0415

    rule = bad_suppression.RULE
    for finding in check_settings(settings, document, names):
        yield Diagnostic(rule.code, rule.name, finding.severity or rule.severity, format_path(path), finding, document)


def _unlabelled(path: Path, document: Document, publication: Publication) -> Iterator[Diagnostic]:
    """Say once that the labels of a language are missing; everything else is printed in it."""
    if has_labels(publication.language) or set(publication.labels) >= set(LABEL_NAMES):
        return
    finding = Finding(
        span=document.value_span("language"),
        message=f"briefgen has no labels in `{publication.language}` and prints them in English",
        help="write your own under `labels:`",
    )
    fault = _diagnose(path, document, ShapeFinding("bad-field", finding))
    yield replace(fault, severity=Severity.NOTE)


def _theme_faults(path: Path, document: Document, theme: Mapping[str, str]) -> Iterator[Diagnostic]:
    if theme:
        from briefgen.rules.check_theme import check_theme  # noqa: PLC0415 - for those who set one

        yield from (_diagnose(path, document, fault) for fault in check_theme(theme, document))


def _explain(document: Document, fault: ShapeFinding) -> ShapeFinding:
    """Say what became of a colour without quotation marks: YAML takes `#` for a comment, and nothing is left."""
    text, at = document.text, fault.finding.span.start
    start = text.rfind("\n", 0, at) + 1
    if fault.rule == "invalid-yaml" and start:
        # A bracket that the comment swallowed is missed only on the next line.
        start = text.rfind("\n", 0, start - 1) + 1
    hidden = _UNQUOTED.search(text[start:at] + text[at:].partition("\n")[0])
    if hidden is None:
        return fault
    advice = f'write `"{hidden[1]}"`: without quotation marks, # begins a comment'
    return ShapeFinding(fault.rule, replace(fault.finding, help=advice))


def _diagnose(path: Path, document: Document, fault: ShapeFinding) -> Diagnostic:
    from briefgen.rules import find_rule  # noqa: PLC0415

    rule = find_rule(fault.rule)
    code = rule.code if rule else ""
    severity = fault.finding.severity or Severity.ERROR
    return Diagnostic(code, fault.rule, severity, format_path(path), fault.finding, document)
