"""Composes the list of sources, in the language of the newsletter."""

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.citations import add_letter
from briefgen.edition.edition import FormattedText, SourceEntry
from briefgen.edition.nested_marks import nest_marks
from briefgen.edition.text_context import make_context
from briefgen.edition.words import format_name
from briefgen.manuscript import Manuscript
from briefgen.markdown import TextRun
from briefgen.model import Labels, Language, PartialDate, Source, Style, fill_label, fold_name

# Dates outside citations always have their year.
_LONG = Style(year="always")
_NOTHING = FormattedText(Markup(), "")


class SourceLister(Struct, frozen=True):
    """Composes the entries of an issue's list of sources."""

    manuscript: Manuscript
    language: Language

    def list_source(self, number: int, key: str, cited_in: tuple[str, ...]) -> SourceEntry:
        """Compose the entry of a source; `cited_in` are the anchors of the items that cite it."""
        source, labels = self.manuscript.read_issue.sources[key], self.language.labels
        context = make_context(None, self.language)
        archived = format_long(PartialDate.of(source.archived.date), self.language) if source.archived else ""
        accessed = format_long(PartialDate.of(source.accessed), self.language) if source.accessed else ""
        date = add_letter(format_long(source.date, self.language), self.manuscript.resolver.letters.get(key, ""))
        translation = format_name(source.translated_title or "", context)
        known = self.manuscript.outlets.named(source.outlet)
        outlet = known[0] if len(known) == 1 else None
        return SourceEntry(
            id=f"source-{number}",
            number=number,
            outlet=format_name(source.outlet, context),
            outlet_label=self._outlet_label(source),
            author=format_name(source.author or "", context),
            title=format_name(nest_marks(source.title or "", self.language), context),
            title_language=self._title_language(source),
            translated_title=translation,
            translation=_wrap_in_label(labels.aside, translation) if translation else _NOTHING,
            date=date,
            date_iso=str(source.date) if source.date is not None and source.date.year is not None else "",
            url=source.address,
            archived_url=source.archived.url if source.archived else "",
            archived_date=archived,
            archived_label=_archived_label(source, archived, labels),
            accessed=accessed,
            accessed_label=fill_label(labels.accessed_on, date=accessed) if accessed else "",
            original_url=source.url or "",
            outlet_id=outlet.id if outlet else fold_name(source.outlet),
            cited_in=cited_in,
        )

    def _outlet_label(self, source: Source) -> str:
        known = self.manuscript.outlets.named(source.outlet)
        is_labelled = self.manuscript.publication.style.state_media == "label"
        return (
            self.language.labels.state_media
            if is_labelled and known and all(outlet.is_controlled for outlet in known)
            else ""
        )

    def _title_language(self, source: Source) -> str:
        own_language = self.manuscript.publication.language
        return source.language if source.language and source.language != own_language else ""


def format_long(date: PartialDate | None, language: Language) -> str:
    """Format a date in full, as outside citations."""
    return language.format_date(date, year=None, style=_LONG)


def end_sentence(words: str, labels: Labels) -> str:
    """Add a full stop unless there is one."""
    return words if words.endswith(labels.stop) else words + labels.stop


def _wrap_in_label(label: str, words: FormattedText) -> FormattedText:
    """Insert a text into a label that contains `{words}`."""
    before, _, after = label.partition("{words}")
    html, text = escape(before) + words.html + escape(after), before + words.text + after
    return FormattedText(html, before + words.markdown + after, text, (TextRun(text),))


def _archived_label(source: Source, date: str, labels: Labels) -> str:
    """Return the label of the link to an archived copy, or the date of the copy if `address` already links to it."""
    if source.archived is None:
        return ""
    if source.archived.url != source.address:
        return fill_label(labels.archived_copy_of, date=date)
    return fill_label(labels.archived_on, date=date)
