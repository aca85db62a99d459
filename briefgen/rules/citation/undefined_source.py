"""A citation without a matching source.

A key without a source cannot be printed, so it is an error. A typed citation without a source is printed as typed, but
it has no link and is missing from the list of sources. An issue without any `sources:` is reported once. One that cites
by years alone, `(OECD, 2017)`, and has a section “References”, “Sources” or “Bibliography” in its text is left alone.

Bad:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel].
    sources:
      nyt-keil: {outlet: NYT, date: 2023-05-10}

Reports:
    4:31 no source `nyt-kiel`

Good:
    briefs:
      - title: Kiel Waits
        body: |
          Kiel stalled the plan [@nyt-kiel].
    sources:
      nyt-kiel: {outlet: NYT, date: 2023-05-10}

Bad:
    briefs:
      - title: Arnhem Leaves
        body: |
          Arnhem ended its ties (NRC, May 7).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}

Reports:
    4:30 no source for (NRC, May 7)

Fixed:
    briefs:
      - title: Arnhem Leaves
        body: |
          Arnhem ended its ties (NRC, May 7).
    sources:
      nyt: {outlet: NYT, date: 2023-05-10}
      nrc-2023-05-07:
        outlet: NRC
        date: 2023-05-07
"""

import re
from collections.abc import Collection, Iterator

from briefgen.citations import Citation, write_date, write_group, write_part
from briefgen.diagnostics import Finding, Fix, Related, Severity
from briefgen.manuscript import FieldText, Manuscript
from briefgen.model import nearest
from briefgen.rules.analysis.coverage import refers_to_own_list
from briefgen.rules.analysis.meant_sources import (
    find_closest,
    find_misspelt,
    find_near,
    find_other_day,
    find_swapped,
    find_undated,
    is_same_name,
    suggest_date,
)
from briefgen.rules.analysis.new_sources import NewSource, plan_sources, read_date
from briefgen.rules.analysis.outlet_addresses import find_behind_address
from briefgen.rules.rule import Rule
from briefgen.yamltext import Edit, Mapping, Span, quote_if_needed

_FEW = 8
_REQUEST = r"(?i)\b(?:please|pls|check|verify|confirm|can you|could you|fix|cut)\b|\?"


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield citations without a source."""
    misplaced = _misplaced_keys(manuscript)
    missing = [
        (item, citation)
        for item, _, citation, resolution in manuscript.citations()
        if not (resolution.keys or citation.lacks_date or _is_reported_elsewhere(citation, manuscript))
        if citation.key not in misplaced
    ]
    typed = [(item, citation) for item, citation in missing if not citation.key]
    yield from (_keyed(manuscript, item, citation) for item, citation in missing if citation.key)
    new = plan_sources(manuscript) if typed else {}
    if typed and refers_to_own_list(manuscript):
        return
    if not manuscript.read_issue.sources and len(typed) > 1:
        yield _all_at_once(typed, list(new.values()))
    else:
        yield from (_typed(manuscript, item, citation, new.get(citation)) for item, citation in typed)


def _is_reported_elsewhere(citation: Citation, manuscript: Manuscript) -> bool:
    """Return whether another rule reports it: C202 the date itself, S016 or C201 the outlet or date of the source."""
    if citation.date is None:
        return False
    elsewhere = (find_behind_address, find_undated)
    return bool(citation.date.calendar_error(manuscript.resolver.year)) or any(
        find(manuscript, citation) for find in elsewhere if not citation.key
    )


def _misplaced_keys(manuscript: Manuscript) -> frozenset[str]:
    """Return the keys of groups anywhere but in the list of sources: S002 reports a source at the wrong indent."""
    if not _has_unknown_keys(manuscript):
        return frozenset()
    groups = (node for path, node in manuscript.document.walk() if path != ("sources",))
    return frozenset(
        entry.key.value
        for node in groups
        if isinstance(node, Mapping)
        for entry in node.entries
        if isinstance(entry.value, Mapping)
    )


def _has_unknown_keys(manuscript: Manuscript) -> bool:
    return any(fault.rule == "unknown-key" for fault in manuscript.faults)


def _keyed(manuscript: Manuscript, item: FieldText, citation: Citation) -> Finding:
    sources = manuscript.read_issue.sources
    at = item.prose.text.find("@" + citation.key, citation.span.start) + 1
    whole = f"{citation.key} {citation.locator}" if citation.locator else ""
    parted = _parted(citation, sources) or (_named_by_outlet(manuscript, whole) if whole else "")
    joined = re.split(r"[/+&|,]", citation.key)
    if len(joined) > 1 and all(each in sources for each in joined) and citation.key in item.prose.text:
        written = "; ".join(f"@{each}" for each in joined)
        place = item.file_span(Span(at - 1, at + len(citation.key)))
        fix = Fix("cite both", (Edit(place, written),), is_safe=False) if at else None
        return Finding(span=place, message=f"no source `{citation.key}`", help=f"write `[{written}]`", fix=fix)
    close = (
        parted
        or nearest(citation.key, sources)
        or _named_by_outlet(manuscript, citation.key)
        or _with_same_words(citation.key, sources)
    )
    end = citation.span.end if parted else at + len(citation.key)
    span = item.file_span(Span(at, end) if at else citation.span)
    if not close and re.search(_REQUEST, f"{citation.prefix} {citation.locator}"):
        return Finding(
            span=item.file_span(citation.span),
            message=f"no source `{citation.key}`",
            help="if it is a remark to a colleague, cut it",
        )
    hint = f"did you mean `{close}`?" if close else f"add `{citation.key}:` under `sources:`{_name_all(sources)}"
    fix = (
        Fix(f"cite `{close}`", (Edit(span, close),), is_safe=False)
        if close and at and not _has_unknown_keys(manuscript)
        else None
    )
    return Finding(
        span=span if close else item.file_span(citation.span),
        message=f"no source `{citation.key}`",
        help=hint,
        fix=fix,
    )


def _named_by_outlet(manuscript: Manuscript, key: str) -> str:
    """Return the key of the one source whose outlet was written in its place: `NYT`, `nyt-2023`, `new-york-times`."""
    undated = re.sub(r"[\W_]*(?:19|20)\d\d[\d-]*$", "", key)
    sources = manuscript.read_issue.sources.items()
    for name in (key, undated, re.sub(r"[-_.]+", " ", undated)):
        ids = manuscript.outlets.ids(name)
        found = [each for each, source in sources if ids & manuscript.outlets.ids(source.outlet)]
        if len(found) == 1:
            return found[0]
    return ""


def _with_same_words(key: str, sources: Collection[str]) -> str:
    """Return the one key that shares a word with another: `xx-welt-kiel` and `kiel` for `welt-kiel`."""
    words = set(re.findall(r"[^\W\d_]{3,}", key.casefold()))
    scored = [(len(words & set(re.findall(r"[^\W\d_]{3,}", each.casefold()))), each) for each in sources]
    best = max((score for score, _ in scored), default=0)
    found = [each for score, each in scored if score == best]
    return found[0] if best and len(found) == 1 else ""


def _name_all(sources: Collection[str]) -> str:
    """Return the keys that there are, if they are few."""
    names = ", ".join(f"`{key}`" for key in sources)
    return f", or cite one of {names}" if 0 < len(sources) <= _FEW else ""


def _parted(citation: Citation, sources: Collection[str]) -> str:
    """Return the key that was written with spaces in it, as `reuters elbe` for `reuters-elbe`."""
    words = f"{citation.key} {citation.locator}".casefold().split()
    joined = "".join(words)
    return next((key for key in sources if re.split(r"[-_.:/+]", key.casefold()) == words or key == joined), "")


def _typed(manuscript: Manuscript, item: FieldText, citation: Citation, new: NewSource | None) -> Finding:
    shown = _shown(manuscript, item, citation)
    close = _closest(manuscript, citation)
    several = _several(manuscript, item, citation)
    if several:
        return Finding(
            span=item.file_span(citation.span),
            message=f"{shown} names several outlets",
            help=f"write each with its date: `({'; '.join(several)})`",
            fix=Fix("give each its date", (Edit(item.file_span(citation.span), "; ".join(several)),), is_safe=False),
            severity=Severity.WARNING,
        )
    misspelt = find_misspelt(manuscript, citation)
    if misspelt:
        return _misspelt(manuscript, item, citation, misspelt)
    swapped = find_swapped(manuscript, citation)
    if swapped:
        return _swapped(manuscript, item, citation, swapped)
    near = find_near(manuscript, citation)
    if near:
        return _near(manuscript, item, citation, near)
    moved = _other_day(manuscript, item, citation)
    if moved is not None:
        return moved
    hint = f"closest: `{close}`; or add it to `sources:`" if close else "add it to `sources:`"
    return Finding(
        span=item.file_span(citation.span),
        message=f"no source for {shown}",
        help=hint,
        fix=Fix("add the source", new.edits, is_safe=False) if new else None,
        severity=Severity.WARNING,
    )


def _near(manuscript: Manuscript, item: FieldText, citation: Citation, key: str) -> Finding:
    """Return the finding for a citation that means a source by another name, such as its author's."""
    source = manuscript.read_issue.sources[key]
    day = suggest_date(manuscript, key, item.field)
    same = citation.date if citation.date and source.date == read_date(manuscript, citation) else None
    language = manuscript.written_language(item.field)
    written = write_date(citation.date, language) if citation.date and (not day or same) else day
    edits = [Edit(item.file_span(citation.outlet_span), source.outlet)]
    if written == day and not same:
        edits.append(Edit(item.file_span(citation.date_span), day))
    meant = write_group([f"{source.outlet}{language.labels.comma}{written}"], language)
    # Any other name would be that of somebody else, whom the text does not credit.
    is_same = is_same_name(manuscript, citation, key)
    asked = f"did you mean `{meant}`? Or add it to `sources:`"
    other = f"add it to `sources:`; `{key}`, which is never cited, has the same date, but is from {source.outlet}"
    return Finding(
        span=item.file_span(citation.span),
        message=f"no source for {_shown(manuscript, item, citation)}",
        help=asked if is_same else other,
        fix=Fix(f"cite {source.outlet}", tuple(edits), is_safe=False) if is_same and citation.is_plain else None,
        severity=Severity.WARNING,
    )


def _misspelt(manuscript: Manuscript, item: FieldText, citation: Citation, key: str) -> Finding:
    """Return the finding for a source whose outlet is misspelt, so that a typed citation does not find it."""
    written = manuscript.read_issue.sources[key].outlet
    place = manuscript.document.value_span("sources", key, "outlet")
    edit = Edit(place, quote_if_needed(citation.outlet))
    # Agencies are printed by many: that an address is another outlet’s says nothing against them.
    is_slip = not manuscript.outlets.is_written(written)
    return Finding(
        span=place,
        message=f"no source for {_shown(manuscript, item, citation)}: `{key}` is from “{written}”",
        help=f"write `outlet: {citation.outlet}`",
        related=(Related(item.file_span(citation.span), "cited here"),),
        fix=Fix(f"write `{citation.outlet}`", (edit,), is_safe=False) if is_slip else None,
        severity=Severity.WARNING,
    )


def _swapped(manuscript: Manuscript, item: FieldText, citation: Citation, key: str) -> Finding:
    """Return the finding for a source whose day and month are swapped, at its date."""
    place = manuscript.document.value_span("sources", key, "date")
    day = read_date(manuscript, citation)
    return Finding(
        span=place,
        message=f"no source for {_shown(manuscript, item, citation)}: the day and month of `{key}` may be swapped",
        help=f"write `date: {day}` if the article has that date, or correct the citation",
        related=(Related(item.file_span(citation.span), "cited here"),),
        fix=Fix(f"write `{day}`", (Edit(place, str(day)),), is_safe=False),
        severity=Severity.WARNING,
    )


def _other_day(manuscript: Manuscript, item: FieldText, citation: Citation) -> Finding | None:
    """Return the finding for a citation with another day than the only source of its outlet, which nobody cites."""
    key = find_other_day(manuscript, citation)
    if not key:
        return None
    day = suggest_date(manuscript, key, item.field)
    edit = Edit(item.file_span(citation.date_span), day)
    return Finding(
        span=item.file_span(citation.span),
        message=f"no source for {_shown(manuscript, item, citation)}",
        help=f"closest: `{key}` of {day}, which is never cited; correct one of the days, or list another source",
        fix=Fix(f"write `{day}`", (edit,), is_safe=False) if citation.is_plain else None,
        severity=Severity.WARNING,
    )


def _several(manuscript: Manuscript, item: FieldText, citation: Citation) -> list[str]:
    """Return a citation of several outlets as one for each, all with its date: `NYT, May 10`, `BBC, May 10`; or []."""
    names = re.split(r"\s*(?:/|&|\+|\b(?:and|und|et|y|e)\b)\s*", citation.outlet)
    known = {source.outlet for source in manuscript.read_issue.sources.values()}
    is_plain = citation.is_plain and not citation.prefix and not citation.locator and not citation.author
    if len(names) < 2 or not is_plain or not all(n in known or manuscript.outlets.is_written(n) for n in names):  # noqa: PLR2004
        return []
    language = manuscript.written_language(item.field)
    return [write_part(name, citation.date or citation.document, language) for name in names]


def _shown(manuscript: Manuscript, item: FieldText, citation: Citation) -> str:
    """Return a citation alone as the language of its text writes it: `(NRC, May 7)`."""
    language = manuscript.written_language(item.field)
    return write_group([write_part(citation.outlet, citation.date or citation.document, language)], language)


def _all_at_once(typed: list[tuple[FieldText, Citation]], new: list[NewSource]) -> Finding:
    item, citation = typed[0]
    edits = tuple(dict.fromkeys(edit for source in new for edit in source.edits))
    return Finding(
        span=item.file_span(citation.span),
        message=f"{len(typed)} citations but no `sources:`: none of them links anywhere",
        help="list what they cite under `sources:`",
        related=tuple(Related(item.file_span(citation.span), "also") for item, citation in typed[1:]),
        fix=Fix("list them", edits, is_safe=False) if edits else None,
        severity=Severity.WARNING,
    )


def _closest(manuscript: Manuscript, citation: Citation) -> str:
    """Return the source of the same outlet whose date is nearest, as `NRC 2023-05-08`."""
    key = find_closest(manuscript, citation)
    source = manuscript.read_issue.sources[key] if key else None
    return f"{source.outlet} {source.date}" if source else ""


RULE = Rule("C102", "undefined-source", Severity.ERROR, check)
