"""No script of an author runs in Chromium, even without the page's Content-Security-Policy, and nothing is fetched."""

import html
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.programs import run
from tests.hostile.inertness import build
from tests.hostile.payloads import KINDS, kinds_of, odd_strings, scripts, template_code
from tests.hostile.seeding import BODIES, PLACES, seed_fields

IS_NIGHT = bool(os.environ.get("BRIEFGEN_NIGHTLY"))


def attack(node: Path, folder: Path, pages: list[str]) -> list[dict[str, Any]]:
    """Return what ran or was fetched on each of the pages."""
    file = folder / "pages.json"
    file.write_text(json.dumps(pages), encoding="utf-8")
    done = run("node", node / "scripts.mjs", file, timeout=1200)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def test_nothing_runs_and_nothing_is_fetched(node: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = BODIES["a body"]
    placed = [place(payload) for payload in KINDS for place in PLACES.values()]
    others = (*odd_strings(), *template_code())
    kinds = (*KINDS, *kinds_of(scripts()))
    built = (
        [*build(body, (*scripts(), *others, *placed)), *build(seed_fields, (*kinds, *others))]
        if IS_NIGHT
        else [*build(body, (*kinds, *placed[::3])), *build(seed_fields, kinds[::10])]
    )
    found = attack(node, tmp_path, [batch.outputs.page for batch in built])
    count = sum(len(batch.payloads) for batch in built)
    with capsys.disabled():
        line = (
            f"G2 {count} payloads in {len(built)} pages without their policy: {len(found)} ran or fetched in Chromium"
        )
        print(f"\n{line}")  # noqa: T201 - for people
    assert not found, "\n".join(map(str, found[:20]))


LIVE = {
    "a script": "<script>alert(1)</script>",
    "a handler": "<img src=data:, onerror=alert(1)>",
    "a handler of an event": "<b onmouseover=alert(1)>x</b>",
    "a link": "<a href='javascript:alert(1)'>x</a>",
    "a picture from elsewhere": "<img src=https://evil.example/x.png>",
    "a frame": "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
    "a script that fails": "<script>undefined.x</script>",
}


def test_the_browser_sees_what_runs(node: Path, tmp_path: Path) -> None:
    pages = [f"<!doctype html><title>x</title><body>{part}" for part in LIVE.values()]
    harmless = f"<!doctype html><title>x</title><body>{html.escape(''.join(LIVE.values()))}"
    found = attack(node, tmp_path, [*pages, harmless])
    assert {one["page"] for one in found} == set(range(len(pages)))
