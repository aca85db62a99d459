"""The length of a text in words, in languages with and without spaces between them."""

from briefgen.model.scripts import FULL_WIDTH
from briefgen.rules.vocabulary.language_conventions import UNSPACED

_LETTERS_IN_WORD = 2


def count_letters(text: str) -> int:
    """Return how many letters a text has in scripts without spaces between words."""
    return sum(character in FULL_WIDTH for character in text)


def count_words(text: str, language: str) -> int:
    """Return the words of a text; in Chinese and Japanese, two letters are about one."""
    words = len(text.split())
    return words + count_letters(text) // _LETTERS_IN_WORD if language in UNSPACED else words
