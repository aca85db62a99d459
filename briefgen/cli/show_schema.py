"""`briefgen schema`: prints JSON Schemas."""

from typing import Literal

from briefgen.cli.terminal import report
from briefgen.model import SchemaName, make_schema
from briefgen.reports.json_schema import make_report_schema
from briefgen.reports.visible import dump_json


def run_schema(name: SchemaName | Literal["report"]) -> None:
    """Print the JSON Schema of a kind of file, or of the JSON report."""
    made = make_report_schema() if name == "report" else make_schema(name)
    report(dump_json(made) + "\n")
