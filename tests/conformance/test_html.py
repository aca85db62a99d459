"""Validates the HTML of the web page with the Nu HTML checker, html-validate, and schema.org's types for JSON-LD."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import Built
from tests.conformance.words import parse_page


def find_nu_findings(node: Path, pages: Sequence[Path]) -> list[str]:
    """Run the Nu HTML checker: errors and warnings, including embedded CSS."""
    # Deeply nested pages overflow Java's default stack, and the optimizing compiler takes more time than it saves.
    jar = node / "node_modules/vnu-jar/build/dist/vnu.jar"
    java = ("java", "-Xss2m", "-XX:TieredStopAtLevel=1", "-jar", jar)
    done = run(*java, "--Werror", "--also-check-css", "--format", "json", "--stdout", *pages)
    messages = json.loads(done.stdout)["messages"]
    found = [
        f"{message.get('url', '')}:{message.get('lastLine', 0)}: {message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    ]
    assert bool(found) == (done.returncode != 0), done.stdout + done.stderr
    return found


def find_html_validate_findings(node: Path, pages: Sequence[Path]) -> list[str]:
    """Run html-validate with the configuration in this folder."""
    with TemporaryDirectory() as folder:
        # It exits before all of a long output has gone through a pipe, so the output goes to a file.
        answer = Path(folder) / "answer.json"
        program, config = node / "node_modules/.bin/html-validate", node / "html-validate.json"
        done = run(program, "--config", config, "--formatter", f"json={answer}", *pages)
        assert done.returncode in {0, 1}, done.stdout + done.stderr
        results = json.loads(answer.read_text(encoding="utf-8"))
    return [
        f"{result['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in results
        for message in result["messages"]
    ]


def find_type_errors(node: Path, values: Sequence[object], folder: Path, kind: str) -> list[str]:
    """Compile JSON-LD against schema.org's types, which makes unknown properties errors."""
    lines = [f'import type {{ {kind}, WithContext }} from "schema-dts";']
    lines += [
        f"export const value{index}: WithContext<{kind}> = {json.dumps(value)};" for index, value in enumerate(values)
    ]
    (folder / "values.ts").write_text("\n".join(lines), encoding="utf-8")
    options = {"strict": True, "noEmit": True, "skipLibCheck": True, "types": []}
    modules = {"module": "esnext", "moduleResolution": "bundler"}
    project = {"compilerOptions": options | modules, "files": ["values.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    # tsc looks for modules in the folders above the file.
    (folder / "node_modules").symlink_to(node / "node_modules", target_is_directory=True)
    done = run(node / "node_modules/.bin/tsc", "--project", ".", cwd=folder)
    assert bool(done.stdout) == (done.returncode != 0), done.stdout + done.stderr
    return done.stdout.splitlines()


def read_json_ld(page: Path) -> list[object]:
    scripts = [one for one in parse_page(page).iter("script") if one.get("type") == "application/ld+json"]
    return [json.loads(script.text or "") for script in scripts]


def test_nu(publication: Built, node: Path, verdict: Verdict) -> None:
    verdict("nu", find_nu_findings(node, publication.pages))


def test_html_validate(publication: Built, node: Path, verdict: Verdict) -> None:
    verdict("html-validate", find_html_validate_findings(node, publication.pages))


def test_json_ld(publication: Built, node: Path, verdict: Verdict, tmp_path: Path) -> None:
    values = [value for issue in publication.issues for value in read_json_ld(issue / "index.html")]
    assert len(values) >= len(publication.issues) > 0
    verdict("schema-dts", find_type_errors(node, values, tmp_path, "NewsArticle"))


def page_of(body: str, head: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A page</title>{head}</head>'
        f"<body>{body}</body></html>\n"
    )


BROKEN_FOR_NU = (
    page_of("<p><div></p>"),
    page_of('<p id="a"></p><p id="a"></p>'),
    page_of("<p>x", head="<style>p { colour: red }</style>"),
    page_of('<section role="region"><p>a warning: the role is not needed</section>'),
)


@pytest.mark.parametrize("text", BROKEN_FOR_NU)
def test_nu_detects_faults(node: Path, tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    assert find_nu_findings(node, [page])


def test_html_validate_detects_faults(node: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = '<label for="nowhere">x</label><button>x</button><img src="x.png">'
    page.write_text(page_of(body), encoding="utf-8")
    found = "\n".join(find_html_validate_findings(node, [page]))
    assert "wcag/h37" in found
    assert "no-missing-references" in found


def test_sound_pages_pass(node: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(page_of("<main><h1>A page</h1><p>Words.</p></main>"), encoding="utf-8")
    assert find_nu_findings(node, [page]) == []
    assert find_html_validate_findings(node, [page]) == []


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A title"}


@pytest.mark.parametrize("wrong", [{"heading": "x"}, {"wordCount": "many"}, {"@type": "Novel"}])
def test_schema_dts_detects_faults(node: Path, tmp_path: Path, wrong: dict[str, str]) -> None:
    found = "\n".join(find_type_errors(node, [ARTICLE | wrong], tmp_path, "NewsArticle"))
    assert "values.ts" in found
    assert any(word in found for pair in wrong.items() for word in pair)


def test_schema_dts_accepts_valid_data(node: Path, tmp_path: Path) -> None:
    assert find_type_errors(node, [ARTICLE], tmp_path, "NewsArticle") == []
