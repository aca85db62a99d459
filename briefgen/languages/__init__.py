"""Languages of newsletters: our own labels, and date and list formats from the CLDR.

Each module of labels lists the sources that they were checked against, and the labels without a source. No editor
who speaks the language has reviewed them, and the punctuation of citations (`group_open` to `aside`) is unchecked.
The sources:

- CLDR: `delimiters.json` of `cldr-misc-full` 48.2.0.
- CSL: the terms of citation-style-language/locales at 938c09c.
- Congo: i18n of jpanther/congo at 7fe9db8, a theme for blogs and newsletters.
- Debian news: Debian Weekly News, later Debian Project News, in l/debian-webwml at 80cd946.
- Debian pages: the translated phrases around them, in the same place.
- MediaWiki: i18n of the skin Vector and of Cite, as in MediaWiki 1.39.17.
- Pandoc: data/translations of jgm/pandoc at 0a9a2f2.
- Quarto: src/resources/language of quarto-dev/quarto-cli at 5d1da59.
- WordPress: the catalogues of WordPress 6.1.9.

Public files without a name are excerpts of an index of public repositories that names none.
"""

from briefgen.languages.load import has_labels, load_labels, load_language, load_languages

__all__ = ["has_labels", "load_labels", "load_language", "load_languages"]
