"""Merges findings with one cause into one report that lists their places."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.diagnostics import Finding, Fix, Related


def merge(found: Sequence[Finding], message: str, *, related: Sequence[str] = ()) -> Finding:
    """Return the first of two or more findings with a message about all, with the places and fixes of the others.

    `related` has the words for the places of the others; by default, each is “here too”.
    """
    words = related or ["here too"] * (len(found) - 1)
    places = tuple(Related(each.span, text) for each, text in zip(found[1:], words, strict=True))
    fixes = [each.fix for each in found if each.fix is not None]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    fix = Fix(fixes[0].title, edits, is_safe=all(each.is_safe for each in fixes)) if fixes else None
    return replace(found[0], message=message, related=places, fix=fix)
