"""`moved.yaml`: the addresses that issues had before their files were renamed."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefgen.diagnostics import Finding, Severity
from briefgen.model.nearest import nearest
from briefgen.model.parse_files import find_yaml_faults, is_empty
from briefgen.model.shape_finding import ShapeFinding
from briefgen.model.slugs import MAX_SLUG, RESERVED, make_slug
from briefgen.yamltext import Document, Entry, Scalar, Span
from briefgen.yamltext import Mapping as Group


class MovedIssue(Struct, frozen=True):
    """An address that an issue had."""

    old: str
    """The name of the output folder that it had."""
    slug: str
    """The name of the one it has now."""


class Addresses(Struct, frozen=True):
    """The addresses that the issues of a publication have now."""

    slugs: Sequence[str]
    by_number: Mapping[int, Sequence[str]]
    """The slugs of the issues by the number in the names of their files."""


def parse_moved(document: Document, addresses: Addresses) -> tuple[tuple[MovedIssue, ...], tuple[ShapeFinding, ...]]:
    """Return the moved issues that a `moved.yaml` names, and its faults."""
    if document.root is None:
        return (), () if is_empty(document) else tuple(find_yaml_faults(document))
    # The parser refuses a file without keys.
    entries = document.root.entries if isinstance(document.root, Group) else ()
    read = [_read_entry(entry, addresses) for entry in entries]
    moved = tuple(each for each in read if isinstance(each, MovedIssue))
    return moved, tuple(each for each in read if isinstance(each, ShapeFinding))


def _read_entry(entry: Entry, addresses: Addresses) -> MovedIssue | ShapeFinding:
    old, target = entry.key.value, entry.value
    if make_slug(old) != old or not old or len(old) > MAX_SLUG:
        plain = make_slug(old.rpartition("/")[2] or old)[:MAX_SLUG].strip("-")
        message = f"`{old}` is not the name of an issue's folder"
        return _report(entry.key.span, message, f"write `{plain}`" if plain else "write it as `132-old-name`")
    if old in RESERVED:
        return _report(entry.key.span, f"`{old}` is a folder of the site", "no issue was ever there: delete the line")
    if old in addresses.slugs:
        message = f"`{old}` is where an issue is now"
        return _report(entry.key.span, message, "delete the line, or rename the issue", Severity.WARNING)
    if not isinstance(target, Scalar) or target.is_null:
        return _report(entry.key.span, f"`{old}` does not say which issue it is", f"write `{old}: 132`")
    return _find_target(old, target, addresses)


def _find_target(old: str, target: Scalar, addresses: Addresses) -> MovedIssue | ShapeFinding:
    wanted = target.value.strip()
    found: Sequence[str] = (wanted,) if wanted in addresses.slugs else ()
    if not found and wanted.isascii() and wanted.isdecimal():
        found = addresses.by_number.get(int(wanted), ())
    if len(found) == 1:
        return MovedIssue(old, found[0])
    if found:
        listed = " or ".join(f"`{slug}`" for slug in found)
        return _report(target.span, f"{len(found)} issues have the number {wanted}", f"write {listed}")
    close = nearest(wanted, addresses.slugs)
    way_out = f"did you mean `{close}`?" if close else "name an issue by its number or its folder, or delete the line"
    return _report(target.span, f"there is no issue `{wanted}`", way_out, Severity.WARNING)


def _report(span: Span, message: str, way_out: str, severity: Severity | None = None) -> ShapeFinding:
    return ShapeFinding("bad-field", Finding(span=span, message=message, help=way_out, severity=severity))
