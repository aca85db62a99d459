"""A quotation in a headline has inner marks, since the headline has the outer ones."""

import pytest

from briefgen.edition.nested_marks import nest_marks
from briefgen.languages import load_language


@pytest.mark.parametrize(
    ("tag", "title", "printed"),
    [
        ("en", "“Net Zero” Is Dead", "‘Net Zero’ Is Dead"),
        ("en", "“Net Zero", "“Net Zero"),
        ("en", "The ‘Net Zero’ Plan", "The ‘Net Zero’ Plan"),
        ("en-GB", "‘Biden’s wall’: it’s back", "“Biden’s wall”: it’s back"),
        ("de", "„Wärme für alle“", "‚Wärme für alle‘"),
        ("de", "Das “Net Zero” der anderen", "Das “Net Zero” der anderen"),
        ("de-CH", "«Wärme für alle»", "‹Wärme für alle›"),
        ("es", "Íñigo: «No es el fin»", "Íñigo: “No es el fin”"),
        ("es-MX", "Íñigo: “No es el fin”", "Íñigo: ‘No es el fin’"),
        ("fr", "Le «\u00a0plan\u00a0» et l’«\u202fautre\u202f»", "Le “plan” et l’“autre”"),
        ("ru", "«Мир» и море", "„Мир“ и море"),
        ("ja", "「海」の日", "『海』の日"),
        ("he", "”ים”", "”ים”"),
    ],
)
def test_marks_in_a_headline(tag: str, title: str, printed: str) -> None:
    assert nest_marks(title, load_language(tag)) == printed
