"""Every language has every label with its places, and says what its words were checked against."""

import re
from importlib import import_module

import pytest

from briefgen.languages import has_labels, load_language, load_languages
from briefgen.languages.load import LABELLED
from briefgen.model import ENGLISH, LABEL_NAMES, Labels

MODULES = tuple(sorted(set(LABELLED.values())))
PLACES = re.compile(r"\{\w+\}")
NAMED = re.compile(r"`(\w+)`")
MARKS = {"group_open", "group_close", "between_parts", "comma", "colon", "stop", "aside"}


def labels_of(module: str) -> Labels:
    labels: Labels = import_module(f"briefgen.languages.{module}").LABELS
    return labels


@pytest.mark.parametrize("module", MODULES)
def test_labels_have_the_same_places_as_in_english(module: str) -> None:
    labels = labels_of(module)
    assert {name: sorted(PLACES.findall(getattr(labels, name))) for name in LABEL_NAMES} == {
        name: sorted(PLACES.findall(getattr(ENGLISH, name))) for name in LABEL_NAMES
    }


@pytest.mark.parametrize("module", MODULES)
def test_no_label_is_empty(module: str) -> None:
    assert all(getattr(labels_of(module), name).strip() for name in LABEL_NAMES)


@pytest.mark.parametrize("module", MODULES)
def test_every_label_of_a_language_has_a_documented_source_or_none(module: str) -> None:
    said = " ".join(str(import_module(f"briefgen.languages.{module}").__doc__).split())
    checked, _, without = said.partition("Nothing was found for ")
    assert "checked against:" in checked
    found, missing = (set(NAMED.findall(part)) for part in (checked, without))
    assert sorted([*found, *missing]) == sorted(set(LABEL_NAMES) - MARKS)


@pytest.mark.parametrize("module", MODULES)
def test_the_mark_of_a_draft_has_only_letters_that_its_notice_brings_fonts_for(module: str) -> None:
    labels = labels_of(module)
    assert set(labels.draft_mark.casefold()) <= set(labels.draft.casefold())


@pytest.mark.parametrize(
    ("tag", "contents"),
    [
        ("en-US", "This week"),
        ("en-IN", "This week"),
        ("de-AT", "In dieser Ausgabe"),
        ("zh-TW", "本期內容"),
        ("zh-Hant-HK", "本期內容"),
        ("zh-CN", "本期内容"),
        ("zh", "本期内容"),
        ("pt-BR", "Nesta edição"),
        ("sw", "This week"),
        ("tlh", "This week"),
    ],
)
def test_a_variant_has_the_labels_of_its_language_and_an_unknown_one_english_labels(tag: str, contents: str) -> None:
    language = load_language(tag)
    assert (language.tag, language.labels.contents) == (tag, contents)
    assert has_labels(tag) == (tag not in {"sw", "tlh"})


def test_a_publication_renames_the_labels_of_its_own_language_only() -> None:
    german, french = load_languages(("de", "fr"), {"contents": "Diesen Monat"}).values()
    assert german.labels.contents == "Diesen Monat"
    assert french.labels.contents == "Au sommaire"
