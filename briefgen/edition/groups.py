"""The citations of an issue in house style: what stands in each parenthesis, and where it leads."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from briefgen.citations import Citation, Group, Resolution, format_source
from briefgen.edition.words import Surroundings, format_words
from briefgen.manuscript import FieldText, Manuscript
from briefgen.markdown import escape_markdown, format_link
from briefgen.model import Issue, Labels, Language, Source, fill_label
from briefgen.yamltext import Span


class FormattedPart(Struct, frozen=True):
    """One part of a group: words and the address they link to, which may be an anchor of the page or nothing."""

    words: str
    address: str = ""
    is_anchor: bool = False

    def format_html(self, around: Surroundings) -> Markup:
        """Return the part for the page."""
        words = format_words(self.words, around).html
        return Markup('<a href="{}">{}</a>').format(self.address, words) if self.address else words

    def format_markdown(self) -> str:
        """Return the part as Markdown, which has no anchors of the page to link to."""
        words = escape_markdown(self.words)
        return format_link(words, self.address) if self.address and not self.is_anchor else words


class FormattedGroup(Struct, frozen=True):
    """A group as the reader sees it."""

    parts: tuple[FormattedPart, ...]
    labels: Labels

    def format_html(self, around: Surroundings) -> Markup:
        """Return what stands between the parentheses, for the page."""
        return Markup(self.labels.between_parts).join(part.format_html(around) for part in self.parts)  # noqa: S704 - ours

    def in_parentheses(self, around: Surroundings) -> Markup:
        """Return the group with its parentheses, for the page."""
        html = Markup('<span class="cite">{}{}{}</span>')
        return html.format(self.labels.group_open, self.format_html(around), self.labels.group_close)

    def format_markdown(self) -> str:
        """Return what stands between the parentheses, as Markdown."""
        return self.labels.between_parts.join(part.format_markdown() for part in self.parts)

    def in_parentheses_of_markdown(self) -> str:
        """Return the group with its parentheses, as Markdown."""
        return f"{self.labels.group_open}{self.format_markdown()}{self.labels.group_close}"

    @property
    def words(self) -> str:
        """The group with its parentheses and without its links."""
        inside = self.labels.between_parts.join(part.words for part in self.parts)
        return f"{self.labels.group_open}{inside}{self.labels.group_close}"


class CitationFormatter(Struct, frozen=True):
    """Prints groups for one issue."""

    manuscript: Manuscript
    issue: Issue
    anchors: Mapping[str, str]
    """Anchor of each listed source by its key, for sources without an address."""
    language: Language

    def format_group(self, item: FieldText, group: Group) -> FormattedGroup:
        """Return a group in house style; a typed one that cannot be resolved whole stays as typed."""
        resolver = self.manuscript.resolver
        pairs = [(citation, resolver.resolve(citation)) for citation in group.citations]
        if any(not resolution.key and not citation.is_plain for citation, resolution in pairs):
            inside = Span(group.span.start + 1, group.span.end - 1)
            return FormattedGroup((FormattedPart(item.words(inside)),), self.language.labels)
        if self.manuscript.publication.style.order == "date":
            pairs.sort(key=lambda pair: self._day(pair[1]))
        parts = tuple(self._format_part_of_group(item, *pair) for pair in pairs)
        return FormattedGroup(parts, self.language.labels)

    def _day(self, resolution: Resolution) -> date:
        source = self.issue.sources.get(resolution.key)
        return source.date.earliest if source is not None and source.date is not None else date.max

    def _format_part_of_group(self, item: FieldText, citation: Citation, resolution: Resolution) -> FormattedPart:
        source = self.issue.sources.get(resolution.key)
        if source is not None:
            words = " ".join(filter(None, (citation.prefix, self._label(source, resolution.key))))
            words += f"{self.language.labels.comma}{citation.locator}" if citation.locator else ""
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
