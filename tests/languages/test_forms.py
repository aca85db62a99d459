"""Dates, lists and labels as each language prints them; `./run golden` writes the table that an editor can read."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from briefgen.languages import load_language
from briefgen.model import Language, Style, fill_label, parse_date

Golden = Callable[[Path, str], None]
TAGS = "en en-GB de fr es pt nl pl uk ru ar ar-LB he zh-Hans zh-Hant ja ko"
SHORT = Style(months="abbreviated")


def describe(language: Language) -> str:
    """Return what a language prints of some dates, of three names and around a citation."""

    def date(text: str, style: Style) -> str:
        return language.format_date(parse_date(text), year=2026, style=style)

    labels = language.labels
    dates = ("2026-08-20", "2025-12-03", "2026-05", "2025-05")
    return "\n".join(
        [
            f"{language.tag} ({language.direction})",
            "  " + " | ".join(date(each, Style()) for each in dates),
            "  " + " | ".join(date(each, SHORT) for each in dates),
            (
                f"  {fill_label(labels.byline, authors=language.join(('A', 'B', 'C'), str))} | "
                f"{fill_label(labels.number, number='12')} | {labels.quote_open}T{labels.quote_close} | "
                f"{labels.group_open}A{labels.comma}B{labels.between_parts}C{labels.comma}{labels.undated}"
                f"{labels.group_close}{labels.stop}"
            ),
        ]
    )


def test_each_language_prints_dates_and_lists_in_its_own_way(golden: Golden) -> None:
    golden(Path(__file__).parent / "forms.txt", "\n".join(describe(load_language(tag)) for tag in TAGS.split()) + "\n")


@pytest.mark.parametrize(
    ("tag", "text", "style", "printed"),
    [
        ("fr", "2023-05-01", Style(), "1er\u00a0mai 2023"),
        ("fr-CA", "2026-05-01", Style(), "1er\u00a0mai"),
        ("fr-CH", "2023-01-01", SHORT, "1er\u00a0janv. 2023"),
        ("fr", "2023-05-11", Style(), "11\u00a0mai 2023"),
        ("fr", "2023-05", Style(), "mai 2023"),
        ("de", "2023-05-01", Style(), "1.\u00a0Mai 2023"),
        ("es", "2023-05-01", Style(), "1 de mayo de 2023"),
        ("pl", "2023-05-01", Style(), "1\u00a0maja 2023"),
        ("ja", "2023-05-01", Style(), "2023年5月1日"),
        ("ja", "2025", Style(), "2025年"),
        ("ko", "2026", SHORT, "2026년"),
        ("zh-Hant", "2025", Style(), "2025年"),
        ("de", "2025", Style(), "2025"),
    ],
)
def test_only_french_has_an_ordinal_for_the_first_and_some_keep_day_and_month_together(
    tag: str, text: str, style: Style, printed: str
) -> None:
    assert load_language(tag).format_date(parse_date(text), year=2026, style=style) == printed


@pytest.mark.parametrize(
    ("names", "joined"), [((), ""), (("A",), "A"), (("A", "B"), "A und B"), (("A", "B", "C", "D"), "A, B, C und D")]
)
def test_a_list_has_commas_and_a_last_word(names: tuple[str, ...], joined: str) -> None:
    assert load_language("de").join(names, str) == joined


def test_names_in_a_list_of_markup_are_escaped_once() -> None:
    assert load_language("de").join((Markup("<b>A</b>"), Markup("&lt;")), Markup) == Markup("<b>A</b> und &lt;")


def test_english_and_validation_do_without_babel() -> None:
    code = "import sys; from briefgen.languages import load_language; import briefgen.compile.loading; "
    code += "load_language('en'); print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
