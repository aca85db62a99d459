"""Loads a publication's settings, outlets and terms, and reports their faults."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefgen.compile.cache import Cache
from briefgen.compile.documents import format_path, load_document
from briefgen.compile.images import measure_image
from briefgen.compile.shipped_outlets import load_shipped_outlets
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.expressions import expression
from briefgen.languages import has_labels
from briefgen.manuscript import OwnRegister
from briefgen.model import (
    LABEL_NAMES,
    Outlet,
    Outlets,
    Publication,
    ShapeFinding,
    Validation,
    parse_outlets,
    parse_publication,
    parse_terms,
)
from briefgen.prose import Terms, find_term_faults
from briefgen.yamltext import MAX_REGISTER_NODES, Document, Scalar, parse_text

PUBLICATION = "publication.yaml"
OUTLETS = "outlets.yaml"
TERMS = "terms.yaml"
MOVED = "moved.yaml"
_UNQUOTED = expression(r":[ \t]+(#[0-9A-Fa-f]{3,8})\b")
FILES = frozenset({PUBLICATION, OUTLETS, TERMS, MOVED})


def load_publication(folder: Path, names: Sequence[str]) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Load publication.yaml; `names` are the names of the publication's issue files."""
    path = folder / PUBLICATION
    if not path.exists():
        return Publication(), ()
    document = load_document(path)
    reading = parse_publication(document)
    faults = [diagnose(path, document, _explain(document, fault)) for fault in reading.faults]
    if reading.record is None:
        return Publication(), tuple(faults)
    remarks = (
        *_settings_findings(path, document, reading.record.validation, names),
        *_missing_labels(path, document, reading.record),
        *_find_bad_logo(path, document, reading.record),
    )
    return reading.record, (*faults, *remarks, *_theme_faults(path, document, reading.record.build.theme))


def load_outlets(folder: Path, cache: Cache | None) -> tuple[Outlets, OwnRegister | None, tuple[Diagnostic, ...]]:
    """Load the shipped outlets, extended by the publication's own, and the file that its own are in."""
    shipped, path = load_shipped_outlets(cache), folder / OUTLETS
    if not path.exists():
        return shipped, None if path.is_symlink() else OwnRegister(format_path(path), Document("", None)), ()
    return read_outlets(path, load_document(path, max_nodes=MAX_REGISTER_NODES), shipped)


def read_outlets(
    path: Path, document: Document, shipped: Outlets
) -> tuple[Outlets, OwnRegister | None, tuple[Diagnostic, ...]]:
    """Extend the shipped outlets by those in a document; an empty file may be added to, but not a faulty one."""
    reading = parse_outlets(document)
    faults = tuple(diagnose(path, document, fault) for fault in reading.faults)
    own = reading.record.outlets if reading.record else tuple(_list_named(document))
    twins = [ShapeFinding("bad-field", finding) for finding in _find_twins(document, own)] if reading.record else []
    faults = (*faults, *(diagnose(path, document, fault) for fault in twins))
    # A file that must not be read, such as a link, also has no text, but another fault.
    is_empty = document.root is None and document.faults == parse_text(document.text).faults
    is_usable = is_empty or not faults
    return shipped.extended(own), OwnRegister(format_path(path), document) if is_usable else None, faults


def _find_twins(document: Document, own: Sequence[Outlet]) -> Iterator[Finding]:
    """Yield each `id` that an entry above has already: only one of the two would be found."""
    first: dict[str, int] = {}
    for at, outlet in enumerate(own):
        if first.setdefault(outlet.id, at) != at:
            yield Finding(
                span=document.value_span("outlets", at, "id"),
                message=f"`outlets[{at + 1}].id` is `{outlet.id}`, as is that of `outlets[{first[outlet.id] + 1}]`",
                help="give one of the two another `id`, or merge them",
            )


def _list_named(document: Document) -> Iterator[Outlet]:
    """Yield the outlets of a list that cannot be used by their names, so that no citation of them is called unknown."""
    names = (node.value for path, node in document.walk() if path[-1:] == ("name",) and isinstance(node, Scalar))
    yield from (Outlet(id=name, name=name) for name in names if name.strip())


def load_terms(folder: Path) -> tuple[Terms, tuple[Diagnostic, ...]]:
    """Load the house's terms; a list that fails its own specs is not used."""
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
    return Terms(() if failed else entries), tuple(diagnose(path, document, fault) for fault in faults)


def _settings_findings(
    path: Path, document: Document, settings: Validation, names: Sequence[str]
) -> Iterator[Diagnostic]:
    if settings == Validation():
        return
    # Imported late: loading the rules takes time, and they are only needed if there are settings.
    from briefgen.rules.check_settings import check_settings  # noqa: PLC0415
    from briefgen.rules.structure import bad_suppression  # noqa: PLC0415

    rule = bad_suppression.RULE
    for finding in check_settings(settings, document, names):
        yield Diagnostic(rule.code, rule.name, finding.severity or rule.severity, format_path(path), finding, document)


def _find_bad_logo(path: Path, document: Document, publication: Publication) -> Iterator[Diagnostic]:
    """Yield the reasons why the logo cannot be used."""
    logo = publication.logo
    for key, name in (("file", logo.file), ("dark", logo.dark)) if logo else ():
        fact = measure_image(path.parent, name) if name else None
        if fact is not None and fact.problem:
            span = document.value_span("logo", key) if document.node("logo", key) else document.value_span("logo")
            finding = Finding(span=span, message=f"the logo: {fact.problem}", help=fact.help)
            yield diagnose(path, document, ShapeFinding("bad-field", finding))


def _missing_labels(path: Path, document: Document, publication: Publication) -> Iterator[Diagnostic]:
    """Yield one note if there are no labels in the publication's language."""
    if has_labels(publication.language) or set(publication.labels) >= set(LABEL_NAMES):
        return
    finding = Finding(
        span=document.value_span("language"),
        message=f"briefgen has no labels in `{publication.language}` and prints them in English",
        help="write your own under `labels:`",
    )
    fault = diagnose(path, document, ShapeFinding("bad-field", finding))
    yield replace(fault, severity=Severity.NOTE)


def _theme_faults(path: Path, document: Document, theme: Mapping[str, str]) -> Iterator[Diagnostic]:
    if theme:
        from briefgen.rules.check_theme import check_theme  # noqa: PLC0415 - only needed for themes

        yield from (diagnose(path, document, fault) for fault in check_theme(theme, document))


def _explain(document: Document, fault: ShapeFinding) -> ShapeFinding:
    """Improve the help for an unquoted colour: YAML reads `#` as a comment, so the value is empty."""
    text, at = document.text, fault.finding.span.start
    start = text.rfind("\n", 0, at) + 1
    if fault.rule == "invalid-yaml" and start:
        # If the comment swallowed a bracket, the parser reports it on the next line.
        start = text.rfind("\n", 0, start - 1) + 1
    hidden = _UNQUOTED.search(text[start:at] + text[at:].partition("\n")[0])
    if hidden is None:
        return fault
    advice = f'write `"{hidden[1]}"`: without quotation marks, # begins a comment'
    return ShapeFinding(fault.rule, replace(fault.finding, help=advice))


def diagnose(path: Path, document: Document, fault: ShapeFinding) -> Diagnostic:
    """Return the diagnostic about a fault of a file."""
    from briefgen.rules import find_rule  # noqa: PLC0415

    rule = find_rule(fault.rule)
    code = rule.code if rule else ""
    severity = fault.finding.severity or Severity.ERROR
    return Diagnostic(code, fault.rule, severity, format_path(path), fault.finding, document)
