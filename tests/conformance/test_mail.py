"""Lets other programs judge the mail: what mail programs support, how parsers read it, how it looks in a browser."""

import email
import email.policy
import json
import re
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from briefgen.render.mail_html import render_mail_html
from briefgen.render.templates import Templates
from tests.conformance.conftest import Verdict
from tests.conformance.programs import run
from tests.conformance.publications import NAMES, ROOT, Built, run_briefgen
from tests.conformance.test_browser import find_browser_findings
from tests.conformance.test_scripts import attack
from tests.hostile.inertness import build
from tests.hostile.payloads import KINDS, kinds_of, scripts
from tests.hostile.seeding import BODIES, seed_fields

KB = 1024
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
# Python reads a folded header's name and the space in an address in a way of its own; these are compared.
READ_ALIKE = ("headers", "subject", "from", "text", "html", "pictures")


@dataclass(frozen=True, slots=True)
class Mailed:
    """The folders of a publication's mails."""

    name: str
    folders: tuple[Path, ...]


@pytest.fixture(scope="module")
def mailer(builder: Callable[[str], Built], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Mailed]:
    made: dict[str, Mailed] = {}

    def mailed(name: str) -> Mailed:
        if name not in made:
            output = tmp_path_factory.mktemp(f"mail-{name}")
            source = shutil.copytree(builder(name).source / "issues", output / "source" / "issues")
            settings = source / "publication.yaml"
            if settings.exists():
                # The pictures come with the mail, because a judge must not ask the network for them.
                lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
                settings.write_text("".join(line for line in lines if not line.startswith("url:")), encoding="utf-8")
            done = run_briefgen("build", "-f", "email", "-o", str(output / "dist"), cwd=source.parent)
            assert done.returncode == 0, done.stdout + done.stderr
            folders = tuple(sorted(path.parent for path in (output / "dist").glob("*/email.html")))
            assert folders
            made[name] = Mailed(name, folders)
        return made[name]

    return mailed


@pytest.fixture(params=NAMES)
def mails(request: pytest.FixtureRequest, mailer: Callable[[str], Mailed]) -> Mailed:
    return mailer(str(request.param))


def read_mails(node: Path, folders: tuple[Path, ...]) -> dict[str, Any]:
    done = run("node", node / "mail.mjs", *folders)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_mail_programs_support_what_the_mail_uses(mails: Mailed, node: Path, verdict: Verdict) -> None:
    found = read_mails(node, mails.folders)
    verdict("caniemail", found["caniemail"])
    verdict("email-comb", found["email-comb"])


def test_the_mail_in_a_browser(mails: Mailed, node: Path, verdict: Verdict) -> None:
    verdict("mail in a browser", find_browser_findings(node, [folder / "email.html" for folder in mails.folders]))


def read_with_python(message: bytes) -> dict[str, object]:
    mail = email.message_from_bytes(message, policy=email.policy.default)
    plain, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    return {
        "headers": sorted(name.lower() for name in mail.keys()),  # noqa: SIM118 - a message iterates over no names
        "subject": mail["Subject"],
        "from": [{"name": one.display_name, "address": one.addr_spec} for one in mail["From"].addresses]
        if mail["From"]
        else [],
        "text": plain.get_content(),
        "html": html.get_content(),
        "pictures": [
            [part["Content-ID"].strip("<>"), len(part.get_content())]
            for part in mail.walk()
            if part.get_content_maintype() == "image"
        ],
    }


def tidy(read: dict[str, object]) -> dict[str, object]:
    return {
        name: value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
        for name, value in read.items()
        if name in READ_ALIKE
    }


def test_three_parsers_read_the_message_alike(mails: Mailed, node: Path) -> None:
    found = read_mails(node, mails.folders)
    for folder, one, other in zip(mails.folders, found["mailparser"], found["postal-mime"], strict=True):
        (message,) = folder.glob("*.eml")
        ours = tidy(read_with_python(message.read_bytes()))
        assert tidy(one) == ours
        assert tidy(other) == ours
        assert ours["text"] == (folder / "email.txt").read_text(encoding="utf-8").strip()


def test_the_model_newsletter_is_one_mail_that_gmail_shows_whole(mailer: Callable[[str], Mailed]) -> None:
    for name in ("keyed", "typed"):
        (folder,) = mailer(name).folders
        assert (folder / "email.html").stat().st_size < 60 * KB


class Inbox:
    """Keeps what a server is sent."""

    def __init__(self) -> None:
        self.received: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep a message."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.received.append(content)
        return "250 OK"


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, int]]:
    handler = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


def test_a_server_takes_the_message_as_docs_email_sends_it(
    mailer: Callable[[str], Mailed], inbox: tuple[Inbox, int], node: Path, tmp_path: Path
) -> None:
    """What arrives is, for two parsers, what is in the file."""
    handler, port = inbox
    (folder, *_) = mailer("ours").folders
    (file,) = folder.glob("*.eml")
    page = (ROOT / "docs/email.md").read_text(encoding="utf-8")
    script = page.partition("```python\n")[2].partition("```")[0]
    assert '"mail.example.org", 25' in script
    done = run(
        sys.executable, "-c", script.replace('"mail.example.org", 25', f'"127.0.0.1", {port}'), file, "a@b.example"
    )
    assert done.returncode == 0, done.stderr
    (arrived,) = handler.received
    sent, got = (tidy(read_with_python(each)) for each in (file.read_bytes(), arrived))
    assert got == sent | {"headers": sorted({*sent["headers"], "to"} - {"x-unsent"})}  # type: ignore[misc]
    (tmp_path / "arrived.eml").write_bytes(arrived)
    shutil.copyfile(folder / "email.html", tmp_path / "email.html")
    (seen,) = read_mails(node, (tmp_path,))["mailparser"]
    assert tidy(seen) == got


def test_nothing_runs_in_a_mail(node: Path, tmp_path: Path) -> None:
    kinds = (*KINDS, *kinds_of(scripts()))
    built = [*build(BODIES["a body"], kinds), *build(seed_fields, kinds[::10])]
    mails = [render_mail_html(batch.outputs.edition, Templates()).text for batch in built]
    # Pictures come from the folder of the mail, which a page without an address does not have.
    assert attack(node, tmp_path, [re.sub(r'src="images/[^"]*"', f'src="{PIXEL}"', html) for html in mails]) == []


BROKEN = {
    "caniemail": '<!doctype html><p style="display: grid">x</p>',
    "email-comb": '<!doctype html><style>.a { color: red }</style><p class="a">x</p><p class="nobody">y</p>',
}


@pytest.mark.parametrize("judge", BROKEN)
def test_the_judges_of_mails_detect_faults(node: Path, tmp_path: Path, judge: str, verdict: Verdict) -> None:
    (tmp_path / "email.html").write_text(BROKEN[judge], encoding="utf-8")
    found = read_mails(node, (tmp_path,))[judge]
    with pytest.raises(AssertionError, match=f"{judge} finds"):
        verdict(judge, found)
