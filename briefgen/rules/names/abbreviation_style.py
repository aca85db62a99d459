"""One abbreviation both with and without full stops, or an initial without one where abbreviations have them.

Two forms look like two writers. The preferred form is the one listed in publication.yaml under `acronyms: {known:
[…]}`, or else the one that the issue uses more often, headlines included, but not counting quotations, titles of
works and citations. An issue that writes “U.S.” more than once gives the initials of people a full stop as well; those
behind a rank or title are checked.

Bad:
    briefs:
      - title: Sister Cities in the U.S.
        body: |
          The U.S. has many sister cities. In the US and Canada, councils decide.

Reports:
    4:47 “US” here, “U.S.” 2 times elsewhere

Fixed:
    briefs:
      - title: Sister Cities in the U.S.
        body: |
          The U.S. has many sister cities. In the U.S. and Canada, councils decide.

Bad:
    briefs:
      - title: Sister Cities in the U.S.
        body: |
          The U.S. has many sister cities. Admiral M Amjad Niazi has seen some.

Reports:
    4:48 “M” has no full stop, though “U.S.” has

Fixed:
    briefs:
      - title: Sister Cities in the U.S.
        body: |
          The U.S. has many sister cities. Admiral M. Amjad Niazi has seen some.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Fix, Related, Severity, plural
from briefgen.expressions import expression
from briefgen.manuscript import Manuscript, find_verbatim
from briefgen.markdown import blank
from briefgen.rules.analysis.sic import is_sic
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Edit, Path

_DOTTED = ("U.S.", "U.K.", "U.N.", "E.U.", "D.C.")
_FORMS = expression(
    r"[UED](?<![\w.$&@#/-].)(?:(?P<dotted>(?<=U)\.[SKN]\.|(?<=E)\.U\.|(?<=D)\.C\.)"
    r"|(?:(?<=U)[SKN]|(?<=E)U|(?<=D)C)(?![\w$&@]|\.\w|-\d|-[A-Z]{2}))"
)
# `US Weekly`, `UN Women`, `US Airways`, like `US-CERT` above: a name keeps the form of its owner.
_NAME_AFTER = expression(r" (?!and\b)[A-Z][a-z]+")
# An initial behind a title, perhaps with a given name between them, and before a name; `I` and its like are numerals.
_INITIAL = (
    r"\b(?:Admiral|Ambassador|Captain|Chancellor|Colonel|Commander|Congressman|Congresswoman|Dr\.?|General|Governor|Judge"
    r"|Justice|Lieutenant|Major|Mayor|Minister|Mrs?\.?|Ms\.?|President|Prof\.?|Professor|Representative|Secretary|Senator)"
    r" (?:[A-Z][a-z]+ )?(?P<initial>[A-HJ-UWYZ])(?= [A-Z][a-z]+)"
)
_OFTEN = 2
_Place = tuple[Path, int, str, str]
"""Path of a text, offset in it, the form found, what follows."""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the rarer form of each abbreviation, once with all its places."""
    found: dict[str, dict[bool, list[_Place]]] = {}
    texts = list(_texts(manuscript))
    # Most issues have no abbreviation in both forms, and are not searched.
    for path, text in texts if any(_stands_in(form, texts) for form in _DOTTED) else ():
        for match in _FORMS.finditer(text):
            form, after = match.group(), text[match.end() : match.end() + 24]
            is_dotted = match["dotted"] is not None
            if is_sic(text, match.end()) or (not is_dotted and _NAME_AFTER.match(after)):
                continue
            pair = found.setdefault(form.replace(".", ""), {True: [], False: []})
            pair[is_dotted].append((path, match.start(), form, after))
    for pair in found.values():
        if pair[True] and pair[False]:
            house = _is_house_dotted(manuscript, pair)
            yield _report(manuscript, pair[not house], pair[house])
    yield from _find_initials(manuscript, texts)


def _find_initials(manuscript: Manuscript, texts: list[tuple[Path, str]]) -> Iterator[Finding]:
    """Yield the initials of people without a full stop, where an abbreviation has its stops throughout."""
    dotted = next((form for form in _DOTTED if sum(text.count(form) for _, text in texts) >= _OFTEN), "")
    for path, text in texts if dotted else ():
        for match in re.finditer(_INITIAL, text):
            span, end = (manuscript.document.span(path, at, match.end("initial")) for at in match.span("initial"))
            if not is_sic(text, match.end()):
                yield Finding(
                    span=span,
                    message=f"“{match['initial']}” has no full stop, though “{dotted}” has",
                    help=f"write {match['initial']}.",
                    fix=Fix("add a full stop", (Edit(end, "."),), is_safe=False),
                )


def _is_house_dotted(manuscript: Manuscript, pair: dict[bool, list[_Place]]) -> bool:
    known = manuscript.publication.acronyms.known
    listed = {is_dotted for is_dotted, places in pair.items() if places[0][2] in known}
    return True in listed if len(listed) == 1 else len(pair[True]) >= len(pair[False])


def _stands_in(dotted: str, texts: list[tuple[Path, str]]) -> bool:
    """Return whether the texts may contain an abbreviation both with periods and without."""
    return all(any(form in text for _, text in texts) for form in (dotted, dotted.replace(".", "")))


def _texts(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    for item in manuscript.items:
        yield (*item.path, "body"), blank(item.own_words, item.verbatim)
    issue = manuscript.read_issue
    titles = [((*item.path, key), getattr(item.item, key)) for item in manuscript.items for key in ("title", "deck")]
    for path, text in (*titles, (("summary",), issue.summary)):
        if text:
            yield path, blank(text, find_verbatim(text))


def _report(manuscript: Manuscript, deviations: list[_Place], house: list[_Place]) -> Finding:
    spans = [manuscript.document.span(path, at, at + len(form)) for path, at, form, _ in deviations]
    here, there, often = deviations[0][2], house[0][2], len(house)
    times = "" if len(deviations) == 1 else f" {len(deviations)} times"
    edits = [_edit(manuscript, place, there) for place in deviations]
    return Finding(
        span=spans[0],
        message=f"“{here}”{times or ' here'}, “{there}” {often} {plural(often, 'time')} elsewhere",
        help=f"write {there}",
        related=tuple(Related(span, "here too") for span in spans[1:]),
        fix=Fix(f"write {there}", tuple(edit for edit in edits if edit), is_safe=True) if all(edits) else None,
    )


def _edit(manuscript: Manuscript, place: _Place, there: str) -> Edit | None:
    """Return the edit of one place; none where a point may end the sentence as well."""
    path, at, form, after = place
    if form.endswith("."):
        if not after or re.match(r"[\s”\"')]*(?:\n|$|\s[A-Z“])", after):
            return None
        return Edit(manuscript.document.span(path, at, at + len(form)), there)
    doubled = after.startswith(".") and not after.startswith("...")
    return Edit(manuscript.document.span(path, at, at + len(form) + doubled), there)


RULE = Rule("N103", "abbreviation-style", Severity.WARNING, check, languages=ENGLISH)
