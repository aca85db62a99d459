"""Arguments and options that several commands share."""

from typing import Annotated

import typer

Issues = Annotated[
    list[str] | None,
    typer.Argument(metavar="ISSUE", help="Numbers or files; all issues of the publication when left out."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings fail too.")]


def split_words(values: list[str] | None) -> tuple[str, ...]:
    """Split values that may each hold several, parted by commas: `--format html,pdf`."""
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
