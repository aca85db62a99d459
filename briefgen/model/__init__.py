"""Typed, frozen records of the files that authors write: issue, publication, outlets and terms."""

from briefgen.model.crop import Crop
from briefgen.model.dates import UNDATED, DateError, PartialDate, check_day, parse_date
from briefgen.model.fields import is_image_file, is_merge_tag
from briefgen.model.issue import Article, Brief, Correction, Feature, Ignore, Image, Issue, Person, Source
from briefgen.model.language import AMERICAN, DateForms, Direction, Language, ListForms
from briefgen.model.months import MONTHS
from briefgen.model.nearest import distance, nearest
from briefgen.model.outlets import Outlet, Outlets, fold_name
from briefgen.model.parse_files import Reading, parse_issue, parse_outlets, parse_publication, parse_terms
from briefgen.model.printed_labels import ENGLISH, LABEL_NAMES, Labels, fill_label
from briefgen.model.publication import (
    DEFAULT_FORMATS,
    UNNAMED,
    Feeds,
    Format,
    Logo,
    Paper,
    PerFile,
    Publication,
    Style,
    TitleCase,
    Validation,
)
from briefgen.model.schema import SCHEMAS, SchemaName, make_schema
from briefgen.model.shape_finding import ShapeFinding
from briefgen.model.slugs import make_issue_slug, make_slug, spell_slug
from briefgen.model.spaces import collapse_spaces
from briefgen.model.terms import Spec, Term
from briefgen.model.urls import UrlError, host_of, parse_link, parse_url

__all__ = [
    "AMERICAN",
    "DEFAULT_FORMATS",
    "ENGLISH",
    "LABEL_NAMES",
    "MONTHS",
    "SCHEMAS",
    "UNDATED",
    "UNNAMED",
    "Article",
    "Brief",
    "Correction",
    "Crop",
    "DateError",
    "DateForms",
    "Direction",
    "Feature",
    "Feeds",
    "Format",
    "Ignore",
    "Image",
    "Issue",
    "Labels",
    "Language",
    "ListForms",
    "Logo",
    "Outlet",
    "Outlets",
    "Paper",
    "PartialDate",
    "PerFile",
    "Person",
    "Publication",
    "Reading",
    "SchemaName",
    "ShapeFinding",
    "Source",
    "Spec",
    "Style",
    "Term",
    "TitleCase",
    "UrlError",
    "Validation",
    "check_day",
    "collapse_spaces",
    "distance",
    "fill_label",
    "fold_name",
    "host_of",
    "is_image_file",
    "is_merge_tag",
    "make_issue_slug",
    "make_schema",
    "make_slug",
    "nearest",
    "parse_date",
    "parse_issue",
    "parse_link",
    "parse_outlets",
    "parse_publication",
    "parse_terms",
    "parse_url",
    "spell_slug",
]
