"""The languages that newsletters are printed in: labels of our own, and what the CLDR knows of dates and lists."""

from briefgen.languages.load import has_labels, load_language, load_languages

__all__ = ["has_labels", "load_language", "load_languages"]
