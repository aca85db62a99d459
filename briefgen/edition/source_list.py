"""The list of sources: what each entry says, in the language of the newsletter."""

from markupsafe import Markup, escape
from msgspec import Struct

from briefgen.citations import add_letter
from briefgen.edition.edition import SourceEntry, Words
from briefgen.edition.surroundings import surroundings
from briefgen.edition.words import format_name
from briefgen.manuscript import Manuscript
from briefgen.model import Labels, Language, PartialDate, Source, Style, fill_label

# Dates outside citations are always printed whole.
_LONG = Style(year="always")
_NOTHING = Words(Markup(), "")


class SourceLister(Struct, frozen=True):
    """Makes the entries of an issue's list."""

    manuscript: Manuscript
    language: Language

    def list_source(self, number: int, key: str) -> SourceEntry:
        """Return the entry of a source."""
        source, labels = self.manuscript.read_issue.sources[key], self.language.labels
        around = surroundings(None, self.language)
        archived = format_long(PartialDate.of(source.archived.date), self.language) if source.archived else ""
        accessed = format_long(PartialDate.of(source.accessed), self.language) if source.accessed else ""
        date = add_letter(format_long(source.date, self.language), self.manuscript.resolver.letters.get(key, ""))
        translation = format_name(source.translated_title or "", around)
        return SourceEntry(
            id=f"source-{number}",
            number=number,
            outlet=format_name(source.outlet, around),
            outlet_label=self._outlet_label(source),
            author=format_name(source.author or "", around),
            title=format_name(source.title or "", around),
            title_language=self._title_language(source),
            translated_title=translation,
            translation=_framed(labels.aside, translation) if translation else _NOTHING,
            date=date,
            date_iso=str(source.date) if source.date is not None and source.date.year is not None else "",
            url=source.address,
            archived_url=source.archived.url if source.archived else "",
            archived_date=archived,
            archived_label=_archived_label(source, archived, labels),
            accessed=accessed,
            accessed_label=fill_label(labels.accessed_on, date=accessed) if accessed else "",
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
        own = self.manuscript.publication.language
        return source.language if source.language and source.language != own else ""


def format_long(date: PartialDate | None, language: Language) -> str:
    """Return a date as it is printed outside citations: whole."""
    return language.format_date(date, year=None, style=_LONG)


def end_sentence(words: str, labels: Labels) -> str:
    """Return words with a full stop behind them, where they have none."""
    return words if words.endswith(labels.stop) else words + labels.stop


def _framed(label: str, words: Words) -> Words:
    """Return words in what a label puts around them."""
    before, _, after = label.partition("{words}")
    return Words(escape(before) + words.html + escape(after), before + words.markdown + after)


def _archived_label(source: Source, date: str, labels: Labels) -> str:
    """Say that there is a copy, or of an address that leads to it, when it was made."""
    if source.archived is None:
        return ""
    if source.archived.url != source.address:
        return fill_label(labels.archived_copy_of, date=date)
    return fill_label(labels.archived_on, date=date)
