"""An outlet is named as the source, but the paragraph does not cite it.

Readers learn who published it, but not what or when. Only outlets in the register count, next to words such as “told,”
“according to” or “reported”. Government agencies and companies are not reported, because they may be speaking for
themselves, and a name that begins a quotation is not the newsletter's. A link cites the outlet whose domain it has. One
to a site that the register does not list may lead to the outlet’s article, so nothing in its paragraph is reported.
Links to social media cite nothing.

Bad:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour is sound, its director told the BBC. It opened on Monday (NYT, May 8).

Reports:
    4:51 BBC is the stated source, but no BBC citation is in this paragraph

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour is sound, its director told the BBC (BBC, May 9). It opened on Monday (NYT, May 8).

Good:
    briefs:
      - title: Harbour Opens
        body: |
          The harbour is sound, its director [told the BBC](https://www.bbc.com/news/harbour). The BBC reported
          that it opened on Monday.
"""

import re
from collections.abc import Iterator

from briefgen.diagnostics import Finding, Severity
from briefgen.manuscript import ItemText, Manuscript
from briefgen.prose import Block
from briefgen.rules.analysis.coverage import paragraphs
from briefgen.rules.rule import Rule
from briefgen.rules.vocabulary.claims import OUTLET_VERBS
from briefgen.rules.vocabulary.language_conventions import ENGLISH
from briefgen.yamltext import Span

_NAME = r"[A-Z][\w’&-]*(?:\.[\w’&-]+)*(?:\s(?:(?:of|the|on|and|for)\s)?[A-Z][\w’&-]*(?:\.[\w’&-]+)*){0,4}"
_DAY = r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
# They begin with a letter or a space that is looked for first; a choice of letters would take five times as long.
_LEAD = r"o(?:(?<=[Tt]o)ld|rding to|(?<=[Rr]epo)rted (?:by|in)|(?<=[Qq]uo)ted (?:by|in)) (?:the )?[*_]?"
_VERB = rf" (?:(?:has|have|had|also) )?(?:{OUTLET_VERBS})\b"
_LONGEST_NAME = 60
# A name behind one of these begins what somebody else said, as on a placard: ‘Science says so’.
_OPENING = frozenset("“‘„‚«\"'")
# They are sources by being cited, not by being named: “the White House said”.
_SPEAKERS = frozenset({"government", "university", "ngo", "company", "social", "tertiary"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield outlets that are named as a source and not cited in their paragraph."""
    for item in manuscript.items:
        for block in paragraphs(item):
            cited: frozenset[str] | None = None
            for name, span in _named(manuscript, item, block):
                if any(block.span.covers(link.span) and not link.outlets for link in item.links):
                    break
                if cited is None:
                    cited = _cited(manuscript, item, block)
                if not manuscript.outlets.ids(name) & cited:
                    cited |= manuscript.outlets.ids(name)
                    yield Finding(
                        span=item.file_span(span),
                        message=f"{name} is the stated source, but no {name} citation is in this paragraph",
                        help=f"cite what {name} published",
                    )


def _named(manuscript: Manuscript, item: ItemText, block: Block) -> Iterator[tuple[str, Span]]:
    """Yield the outlets that are named as a source in a block."""
    for place in _names(item.prose.visible, block.span):
        words = place.of(item.prose.visible)
        name = re.sub(_DAY, "", words.rstrip(".,")).removesuffix("’s")
        name = name if manuscript.outlets.is_written(name) else name.partition(" ")[2] if _is_lead_in(name) else ""
        if not manuscript.outlets.is_written(name):
            continue
        start = place.start + words.index(name)
        span = Span(start, start + len(name))
        kinds = {outlet.kind for outlet in manuscript.outlets.named(name)}
        begins_quotation = item.prose.visible[max(0, start - 1) : start] in _OPENING
        if not kinds & _SPEAKERS and not begins_quotation and not item.prose.is_quoted(span):
            yield name, span


def _names(text: str, within: Span) -> Iterator[Span]:
    """Yield the runs of capitalized words in places where a source is usually named."""
    for lead in re.compile(_LEAD).finditer(text, within.start, within.end):
        begins_name = text[lead.end() : lead.end() + 1].isupper()
        name = re.compile(_NAME).match(text, lead.end(), within.end) if begins_name else None
        if name is not None:
            yield Span(*name.span())
    for verb in re.compile(_VERB).finditer(text, within.start, within.end):
        start = max(within.start, verb.start() - _LONGEST_NAME)
        before = text[start : verb.start()].rstrip("*_")
        last = "".join(before.split()[-1:])
        name = re.search(rf"(?<!\w){_NAME}$", before) if last != last.lower() else None
        if name is not None:
            yield Span(*name.span()).shift(start)


def _is_lead_in(name: str) -> bool:
    """Return whether the first of the capitalized words only begins the sentence: `As Xinhua reported`."""
    return name.partition(" ")[0] in {"As", "And", "But", "While", "When", "Yet", "What", "Then", "Since", "Although"}


def _cited(manuscript: Manuscript, item: ItemText, block: Block) -> frozenset[str]:
    """Return the ids of the outlets that are cited in a block, or linked to."""
    found = {outlet for link in item.links if block.span.covers(link.span) for outlet in link.outlets}
    for group in item.groups:
        if block.span.covers(group.span):
            for citation in group.citations:
                source = manuscript.read_issue.sources.get(citation.key)
                found |= manuscript.outlets.ids(source.outlet if source else citation.outlet)
    return frozenset(found)


RULE = Rule("E106", "outlet-named-not-cited", Severity.WARNING, check, languages=ENGLISH)
