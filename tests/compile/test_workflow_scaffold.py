"""The workflows of a new publication: for whom, where, and with which briefgen."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from briefgen.compile import workflow_scaffold
from briefgen.compile.errors import CommandError
from briefgen.compile.publication_scaffold import init_publication
from briefgen.compile.workflow_scaffold import PATHS, UNKNOWN, Host, Origin, find_origin, make_workflows

TODAY = date(2024, 1, 5)
HOSTS: tuple[Host, ...] = ("github", "gitlab")


@pytest.mark.parametrize("hosts", [(), ("github",), ("gitlab",), HOSTS])
def test_workflows_are_written_for_those_who_are_asked_for(tmp_path: Path, hosts: Sequence[Host]) -> None:
    new = init_publication(tmp_path / "new", TODAY, hosts)
    there = [host for host in HOSTS if (tmp_path / "new" / PATHS[host]).exists()]
    assert there == list(hosts)
    assert [path.relative_to(tmp_path / "new").as_posix() for path in new.unnamed] == [PATHS[host] for host in hosts]


def test_what_is_there_stays(tmp_path: Path) -> None:
    for name in (*PATHS.values(), ".gitattributes"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("ours\n", encoding="utf-8")
    new = init_publication(tmp_path, TODAY, HOSTS)
    assert new.unnamed == ()
    assert all(
        (tmp_path / name).read_text(encoding="utf-8") == "ours\n" for name in (*PATHS.values(), ".gitattributes")
    )
    assert not {path.name for path in new.written} & {".gitattributes", "newsletter.yml", ".gitlab-ci.yml"}


def test_a_folder_of_a_repository_gets_none_as_servers_look_at_the_root_only(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    new = init_publication(tmp_path / "newsletters/harbor", TODAY, HOSTS)
    assert new.repository == tmp_path
    assert not [path for path in tmp_path.rglob("*") if path.name in {".github", ".gitlab-ci.yml"}]
    assert init_publication(tmp_path, TODAY, HOSTS).repository is None


COMMIT = "3d3c42e5aac5ba805825da76410c181273ba90b1"


@pytest.mark.parametrize(
    ("noted", "found"),
    [
        (None, UNKNOWN),
        ("{", UNKNOWN),
        ({"url": "file:///home/jane/briefgen", "dir_info": {"editable": True}}, UNKNOWN),
        ({"url": "ssh://git@example.org/briefgen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, UNKNOWN),
        (
            {"url": "https://example.org/o/briefgen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            Origin("https://example.org/o/briefgen", COMMIT),
        ),
    ],
)
def test_the_briefgen_that_wrote_a_workflow_is_the_one_it_uses(
    monkeypatch: pytest.MonkeyPatch, noted: object, found: Origin
) -> None:
    text = noted if noted is None or isinstance(noted, str) else json.dumps(noted)
    installed = SimpleNamespace(read_text=lambda _: text)
    monkeypatch.setattr(workflow_scaffold, "distribution", lambda _: installed)
    assert find_origin() == found
    for text in make_workflows(HOSTS, found).values():
        workflow = yaml.safe_load(text)
        known = workflow.get("env") or workflow["variables"]
        assert known["BRIEFGEN_VERSION"] == found.version
        assert known["BRIEFGEN"] == found.address or (not found.address and "OWNER/briefgen" in known["BRIEFGEN"])


def test_a_publication_starts_in_its_language(tmp_path: Path) -> None:
    init_publication(tmp_path, date(2024, 5, 10), language="de")
    assert "\nlanguage: de\n" in (tmp_path / "issues/publication.yaml").read_text(encoding="utf-8")
    assert "(Style Council, 8.\u00a0Mai)" in (tmp_path / "issues/1-first-issue.yaml").read_text(encoding="utf-8")
    with pytest.raises(CommandError, match="expected a language tag") as fault:
        init_publication(tmp_path / "other", date(2024, 5, 10), language="deutsch")
    assert fault.value.hint == "write `de`"
    assert not (tmp_path / "other").exists()
