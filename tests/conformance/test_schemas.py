"""Validates the JSON Schemas against the metaschema, and real issues against them, with check-jsonschema."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import ROOT, Built, run_briefgen

NAMES = ("issue", "publication", "outlets", "terms", "report")


def find_schema_findings(*options: str | Path, files: Sequence[Path]) -> list[str]:
    """Run check-jsonschema, which reads YAML and JSON."""
    done = run(sys.executable, "-m", "check_jsonschema", "--output-format", "json", *options, *files)
    answer = json.loads(done.stdout)
    errors = [*answer.get("errors", []), *answer.get("parse_errors", [])]
    assert bool(errors) == (done.returncode != 0), done.stdout + done.stderr
    return [f"{one['filename']}: {one.get('path', '')}: {one['message']}" for one in errors]


def write_schema(name: str, folder: Path) -> Path:
    done = run_briefgen("schema", name, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    path = folder / f"{name}.json"
    path.write_text(done.stdout, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_schema_keeps_to_the_metaschema(name: str, tmp_path: Path, verdict: Verdict) -> None:
    schema = write_schema(name, tmp_path)
    verdict("check-jsonschema", find_schema_findings("--check-metaschema", files=[schema]))


def test_schema_accepts_the_issues(publication: Built, tmp_path: Path, verdict: Verdict) -> None:
    schema = write_schema("issue", tmp_path)
    issues = sorted((publication.source / "issues").glob("[0-9]*.y*ml"))
    assert issues
    verdict("check-jsonschema", find_schema_findings("--schemafile", schema, files=issues))


def test_schemas_accept_our_publication(tmp_path: Path, verdict: Verdict) -> None:
    for name in ("publication", "outlets"):
        file = ROOT / "issues" / f"{name}.yaml"
        if file.exists():
            schema = write_schema(name, tmp_path)
            verdict("check-jsonschema", find_schema_findings("--schemafile", schema, files=[file]))


def test_schema_refuses_other_files(tmp_path: Path) -> None:
    schema = write_schema("issue", tmp_path)
    broken = tmp_path / "broken.yaml"
    broken.write_text("number: 1\ndate: 2023-05-12\nfeature: {titel: x}\n", encoding="utf-8")
    assert find_schema_findings("--schemafile", schema, files=[broken])


def test_check_jsonschema_detects_faults(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "sentence"}', encoding="utf-8")
    assert find_schema_findings("--check-metaschema", files=[schema])
    schema.write_text('{"type": "object", "required": ["number"]}', encoding="utf-8")
    value = tmp_path / "value.yaml"
    value.write_text("title: x\n", encoding="utf-8")
    assert find_schema_findings("--schemafile", schema, files=[value])
