"""`briefgen schema`: JSON Schemas, for editors that check and complete while one writes."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from briefgen.cli.terminal import report
from briefgen.model import make_schema


class SchemaOf(StrEnum):
    """The files that people write."""

    ISSUE = "issue"
    PUBLICATION = "publication"
    OUTLETS = "outlets"


def schema(
    of: Annotated[SchemaOf, typer.Argument(help="Which file.", metavar="issue|publication|outlets")],
) -> None:
    """Print a JSON Schema, for editors that check and complete."""
    report(json.dumps(make_schema(of.value), ensure_ascii=False, indent=2) + "\n")
