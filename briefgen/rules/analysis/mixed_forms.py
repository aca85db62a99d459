"""Finds figures that an issue writes in two forms, of which one is the usual one."""

from collections.abc import Callable, Iterator
from itertools import chain

from briefgen.diagnostics import Finding, Related, plural
from briefgen.manuscript import FieldText, Manuscript
from briefgen.prose import PROSE_BLOCKS, Pattern
from briefgen.rules.analysis.sic import is_sic
from briefgen.yamltext import Span

_FIELDS = frozenset({"body", "summary", "bio", "text"})


def find_mixed(
    manuscript: Manuscript, pattern: Pattern, form_of: Callable[[str], str], help_: str
) -> Iterator[Finding]:
    """Yield one finding for all matches of a pattern that are not in the usual form.

    `form_of` names the form of the words of the group `form`, or returns "" for one that does not count. The form that
    the issue uses most often is the usual one; if they are equally frequent, the first. Only running text of the
    newsletter's own counts, outside parentheses.
    """
    found: dict[str, list[Span]] = {}
    for field in manuscript.fields:
        for words, span in _find(manuscript, field, pattern) if field.name in _FIELDS else ():
            if form := form_of(words):
                found.setdefault(form, []).append(field.file_span(span))
    if len(found) > 1:
        usual = max(found, key=lambda form: len(found[form]))
        others = sorted(chain.from_iterable(places for form, places in found.items() if form != usual))
        yield _report(manuscript, others, found[usual], help_)


def _find(manuscript: Manuscript, field: FieldText, pattern: Pattern) -> Iterator[tuple[str, Span]]:
    """Yield the matches in the running text of a field, each with the words of its form."""
    text = field.own_words
    for match in pattern.finditer(text):
        block = field.prose.block_at(match.start())
        if block is None or block.kind not in PROSE_BLOCKS or is_sic(text, match.end()):
            continue
        if manuscript.is_verbatim(field.file_span(Span(*match.span()))):
            continue
        before = text[block.span.start : match.start()]
        if before.count("(") <= before.count(")"):
            yield match["form"], Span(*match.span())


def _report(manuscript: Manuscript, others: list[Span], usual: list[Span], help_: str) -> Finding:
    words = [" ".join(span.of(manuscript.document.text).split()) for span in (others[0], usual[0])]
    here = f"“{words[0]}”" + (f" and {len(others) - 1} more" if len(others) > 1 else " here")
    return Finding(
        span=others[0],
        message=f"{here}, but {len(usual)} {plural(len(usual), 'figure')} like “{words[1]}”",
        help=help_,
        related=tuple(Related(span, "here too") for span in others[1:]),
    )
