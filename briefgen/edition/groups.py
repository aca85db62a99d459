"""Formats citation groups in house style, with links."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest

from markupsafe import Markup
from msgspec import Struct

from briefgen.citations import Citation, Group, Resolution, format_source
from briefgen.edition.text_context import TextContext
from briefgen.edition.words import format_words
from briefgen.manuscript import FieldText, Manuscript
from briefgen.markdown import TextRun, escape_markdown, format_link
from briefgen.model import Issue, Labels, Language, Source, fill_label
from briefgen.yamltext import Span


class FormattedPart(Struct, frozen=True):
    """A part of a group: its text and link target, which may be an anchor on the page or empty."""

    words: str
    address: str = ""
    is_anchor: bool = False

    def format_html(self, context: TextContext) -> Markup:
        """Return the part as HTML."""
        words = format_words(self.words, context).html
        return Markup('<a href="{}">{}</a>').format(self.address, words) if self.address else words

    def format_markdown(self) -> str:
        """Return the part as Markdown; links to anchors are dropped."""
        words = escape_markdown(self.words)
        return format_link(words, self.address) if self.address and not self.is_anchor else words


class FormattedGroup(Struct, frozen=True):
    """A formatted group."""

    parts: tuple[FormattedPart, ...]
    labels: Labels

    def format_html(self, context: TextContext) -> Markup:
        """Return the group without parentheses, as HTML."""
        return Markup(self.labels.between_parts).join(part.format_html(context) for part in self.parts)  # noqa: S704 - the separator is briefgen's own

    def html_in_parentheses(self, context: TextContext) -> Markup:
        """Return the group in parentheses, as HTML."""
        html = Markup('<span class="cite">{}{}{}</span>')
        return html.format(self.labels.group_open, self.format_html(context), self.labels.group_close)

    def format_markdown(self) -> str:
        """Return the group without parentheses, as Markdown."""
        return self.labels.between_parts.join(part.format_markdown() for part in self.parts)

    def markdown_in_parentheses(self) -> str:
        """Return the group in parentheses, as Markdown."""
        return f"{self.labels.group_open}{self.format_markdown()}{self.labels.group_close}"

    def format_plain(self) -> tuple[TextRun, ...]:
        """Return the group without parentheses, as runs of plain text; links to anchors are dropped."""
        runs = [TextRun(part.words, "" if part.is_anchor else part.address) for part in self.parts]
        between = [TextRun(self.labels.between_parts)] * (len(runs) - 1)
        return tuple(run for pair in zip_longest(runs, between) for run in pair if run is not None)

    def plain_in_parentheses(self) -> tuple[TextRun, ...]:
        """Return the group in parentheses, as runs of plain text."""
        return (TextRun(self.labels.group_open), *self.format_plain(), TextRun(self.labels.group_close))

    @property
    def words(self) -> str:
        """The group in parentheses, as plain text."""
        inside = self.labels.between_parts.join(part.words for part in self.parts)
        return f"{self.labels.group_open}{inside}{self.labels.group_close}"


class CitationFormatter(Struct, frozen=True):
    """Formats the groups of one issue."""

    manuscript: Manuscript
    issue: Issue
    anchors: Mapping[str, str]
    """The anchor of each listed source by key, for sources without a URL."""
    language: Language

    def format_group(self, item: FieldText, group: Group) -> FormattedGroup:
        """Format a group in house style; a typed group that does not resolve completely is kept as typed."""
        resolver = self.manuscript.resolver
        pairs = [(citation, resolver.resolve(citation)) for citation in group.citations]
        if any(not resolution.key and not citation.is_plain for citation, resolution in pairs):
            inside = Span(group.span.start + 1, group.span.end - 1)
            return FormattedGroup((FormattedPart(item.words(inside)),), self.language.labels)
        if group.remarks:
            return FormattedGroup(self._format_with_remarks(item, group, pairs), self.language.labels)
        # What stands before a part, such as “but see”, leads on from the part before it.
        if self.manuscript.publication.style.order == "date" and not any(each.prefix for each, _ in pairs):
            pairs.sort(key=lambda pair: self._day(pair[1]))
        parts = tuple(self._format_part_of_group(item, *pair) for pair in pairs)
        return FormattedGroup(parts, self.language.labels)

    def _format_with_remarks(
        self, item: FieldText, group: Group, pairs: list[tuple[Citation, Resolution]]
    ) -> tuple[FormattedPart, ...]:
        """Format the parts and remarks of a group as written, since a remark may concern the part before it."""
        parts = [(pair[0].span, self._format_part_of_group(item, *pair)) for pair in pairs]
        remarks = [(span, FormattedPart(item.words(span))) for span in group.remarks]
        return tuple(part for _, part in sorted([*parts, *remarks], key=lambda each: each[0]))

    def _day(self, resolution: Resolution) -> date:
        source = self.issue.sources.get(resolution.key)
        return source.date.earliest if source is not None and source.date is not None else date.max

    def _format_part_of_group(self, item: FieldText, citation: Citation, resolution: Resolution) -> FormattedPart:
        source = self.issue.sources.get(resolution.key)
        comma = self.language.labels.comma
        if source is not None:
            label = self._label(source, resolution.key) + citation.trail.rstrip()
            words = " ".join(filter(None, (citation.prefix, citation.lead, label)))
            # The comma behind an author is full-width there, and has its space in itself.
            words = words.replace(f"{comma} ", comma) if self.language.is_unspaced else words
            words += f"{comma}{citation.locator}" if citation.locator else ""
            anchor = self.anchors.get(resolution.key, "")
            address = source.address
            return FormattedPart(words, address or anchor, is_anchor=not address)
        if citation.key:
            return FormattedPart(fill_label(self.language.labels.citation_needed, key=citation.key))
        return FormattedPart(item.words(citation.span))

    def _label(self, source: Source, key: str) -> str:
        known = self.manuscript.outlets.named(source.outlet)
        return format_source(
            source,
            letter=self.manuscript.resolver.letters.get(key, ""),
            year=self.issue.date.year,
            style=self.manuscript.publication.style,
            language=self.language,
            is_social=any(outlet.kind == "social" for outlet in known),
        )
