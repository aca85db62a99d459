"""Converts citation groups between the keyed and the typed form, and checks that the meaning is preserved."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefgen.citations import Citation, Form, Group, add_letter, as_typed, format_source, is_post, is_read_as, to_typed
from briefgen.diagnostics import Finding, Fix
from briefgen.manuscript import ItemText, Manuscript
from briefgen.markdown import parse_body
from briefgen.model import AMERICAN, Language, fill_label
from briefgen.rules.analysis.new_sources import NewSource
from briefgen.yamltext import Edit, Scalar, apply_edits, encode

# If the groups of a body cannot be converted together, each is tried alone, which scans the body again.
MAX_TRIALS = 100
_LONGEST = 60


class Conversion(Struct, frozen=True):
    """A group with its converted form, or the obstacle that prevents the conversion."""

    group: Group
    keys: tuple[str, ...]
    """The source key of each part."""
    written: str = ""
    obstacle: str = ""
    additions: tuple[NewSource, ...] = ()


def find_conversions(
    manuscript: Manuscript, form: Form, convert: Callable[[ItemText, Group], Conversion]
) -> Iterator[tuple[ItemText, Conversion]]:
    """Yield the conversion of every group in one form; the result is parsed again to verify it."""
    for item in manuscript.items:
        drafts = [convert(item, group) for group in item.groups if group.form == form]
        convertible = [draft for draft in drafts if not draft.obstacle]
        are_good = _round_trips(manuscript, item, convertible)
        for number, draft in enumerate(drafts):
            is_good = draft.obstacle or are_good or (number < MAX_TRIALS and _round_trips(manuscript, item, [draft]))
            yield item, draft if is_good else replace(draft, obstacle="the other form would be read differently")


def report(item: ItemText, conversion: Conversion, title: str) -> Finding:
    """Return the finding about a group, with the fix that converts it or the reason why there is none."""
    place = item.file_span(conversion.group.span)
    words = " ".join(conversion.group.span.of(item.prose.text).split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    if conversion.obstacle:
        return Finding(
            span=place, message=f"“{shown}” cannot be converted: {conversion.obstacle}", help="convert it by hand"
        )
    body = item.document.node(*item.path, "body")
    written = encode(conversion.written, body.style) if isinstance(body, Scalar) else conversion.written
    added = dict.fromkeys(edit for source in conversion.additions for edit in source.edits)
    fix = Fix(title, (*added, Edit(place, written)), is_safe=not added)
    return Finding(
        span=place,
        message=f"{conversion.group.form} citation: “{shown}”",
        help=f"write `{conversion.written}`",
        fix=fix,
    )


def write_keyed(citation: Citation, key: str) -> str:
    """Format one part of a keyed group: `see @key, p. 3`."""
    return " ".join(filter(None, (citation.prefix, f"@{key}"))) + (f", {citation.locator}" if citation.locator else "")


def write_typed(manuscript: Manuscript, citation: Citation, key: str, language: Language) -> str:
    """Format one part of a typed group in house style: `see China Daily, February 20a, p. 3`."""
    source = manuscript.read_issue.sources[key]
    letter, year, style = (
        manuscript.resolver.letters.get(key, ""),
        manuscript.resolver.year,
        manuscript.publication.style,
    )
    if source.date and source.date.year is not None:
        date = to_typed(source.date, year if style.year == "elide" else 0)._replace(suffix=letter)
        # A date that could not be read back is written in English.
        printed = language.format_date(source.date, year=year, style=style)
        language = language if is_read_as(add_letter(printed, letter), date, language.tag) else AMERICAN
    if not is_post(fill_label(language.labels.social, author="@a", outlet="X")):
        language = language.with_labels({"social": AMERICAN.labels.social})
    label = format_source(
        source,
        letter=letter,
        year=year,
        style=style,
        language=language,
        is_social=any(outlet.kind == "social" for outlet in manuscript.outlets.named(source.outlet)),
    )
    return " ".join(filter(None, (citation.prefix, as_typed(label)))) + (
        f", {citation.locator}" if citation.locator else ""
    )


def _round_trips(manuscript: Manuscript, item: ItemText, drafts: list[Conversion]) -> bool:
    """Return whether a body with converted groups still parses to the same groups, in the other form."""
    if not drafts:
        return True
    body = item.document.node(*item.path, "body")
    if isinstance(body, Scalar) and body.style == "plain" and any(draft.group.span.start == 0 for draft in drafts):
        # In YAML, a plain value that starts with a bracket is a list.
        return False
    text = apply_edits(item.prose.text, [Edit(draft.group.span, draft.written) for draft in drafts])
    added = [source.outlet for draft in drafts for source in draft.additions]
    found = manuscript.find_citations(parse_body(text), item.path, more_outlets=added).groups
    converted = {draft.group.span: draft for draft in drafts}
    return len(found) == len(item.groups) and all(
        _is_kept(manuscript, group, after, converted.get(group.span))
        for group, after in zip(item.groups, found, strict=True)
    )


def _is_kept(manuscript: Manuscript, group: Group, after: Group, draft: Conversion | None) -> bool:
    """Return whether a group, converted or not, still has the same sources, prefixes and locators."""

    def source_of(citation: Citation) -> str:
        return citation.key or manuscript.resolver.resolve(citation).key

    keys = draft.keys if draft else tuple(map(source_of, group.citations))
    return (after.form == group.form) is (draft is None) and [
        (source_of(each), each.prefix, each.locator) for each in after.citations
    ] == [(key, each.prefix, each.locator) for key, each in zip(keys, group.citations, strict=True)]
