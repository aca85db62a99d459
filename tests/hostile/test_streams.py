"""Standard streams that are closed or full, and Ctrl-C: at most a line, no traceback, and the right exit code."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from briefgen.render.held_signals import unbroken
from tests.cli.conftest import ISSUE, ROOT
from tests.hostile.conftest import COMMAND, environment
from tests.seldom import seldom

WORDS = {
    "full": ("validate",),
    "concise": ("validate", "--output-format", "concise"),
    "json": ("validate", "--output-format", "json"),
    "diff": ("validate", "--diff", "--select", "typed-citation"),
    "rule": ("rule",),
    "schema": ("schema", "issue"),
    "help": ("--help",),
    "version": ("--version",),
}
PROMPT_WORDS = ("build", "--format", "html,markdown,pdf")
# What `./run` puts in front.
HELD = ("env", "--block-signal=INT")


@pytest.fixture
def faulty(newsroom: Path) -> Path:
    """A publication with an error."""
    text = ISSUE.replace("[@signing].", "[@nothing].")
    (newsroom / "issues" / "7-two-ports.yaml").write_text(text, encoding="utf-8")
    return newsroom


def shell(folder: Path, script: str) -> "subprocess.CompletedProcess[str]":
    """Run a script in which `$@` is the command."""
    return subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment(),
    )


@pytest.mark.parametrize("kind", seldom(WORDS, ("full", "json")))
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_a_report_that_cannot_be_written_is_said_so(faulty: Path, kind: str, where: str) -> None:
    done = shell(faulty, f'"$@" {" ".join(WORDS[kind])} {where}')
    assert done.returncode == 2
    assert not done.stdout
    lines = done.stderr.splitlines()
    assert lines[0].startswith(("error: cannot write to standard output: ", "error: cannot go on: "))
    assert len(lines) <= 2


@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-"])
def test_a_command_goes_on_without_a_standard_error(faulty: Path, where: str) -> None:
    done = shell(faulty, f'"$@" validate {where}')
    assert done.returncode == 1
    assert "error[C102]" in done.stdout
    assert shell(faulty, f'"$@" build --draft -f markdown {where}').returncode == 0
    assert (faulty / "dist/7-two-ports/7-two-ports.md").is_file()
    assert shell(faulty, f'"$@" nonsense {where}').returncode == 2


def test_a_command_that_can_say_nothing_says_it_by_its_exit_code(faulty: Path) -> None:
    for script in ('"$@" validate >&- 2>&-', '"$@" validate >&- 2>&- <&-', '"$@" validate >/dev/full 2>/dev/full'):
        assert shell(faulty, script).returncode == 2
    # Where nothing is to be reported, nothing is missing. Nor does a file get the number of a closed stream.
    assert shell(faulty, '"$@" build --draft -f markdown >&- 2>&- <&-').returncode == 2
    (faulty / "issues/7-two-ports.yaml").write_text(ISSUE, encoding="utf-8")
    assert shell(faulty, '"$@" build -f markdown >&- 2>&- <&-').returncode == 0
    assert (faulty / "dist/7-two-ports/7-two-ports.md").read_text(encoding="utf-8").count("error") == 0


@pytest.mark.parametrize("kind", seldom(WORDS, ("full", "json")))
def test_a_reader_that_reads_nothing_ends_the_command_without_a_word(faulty: Path, kind: str) -> None:
    done = shell(faulty, f'{{ sleep 0.2; "$@" {" ".join(WORDS[kind])}; echo "exit $?" >&2; }} | head -0')
    assert done.stderr == "exit 2\n"


def test_standard_input_that_is_closed_is_a_wrong_call(faulty: Path) -> None:
    done = shell(faulty, '"$@" validate - <&-')
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: standard input is closed")


def test_standard_input_without_end_is_too_long_an_issue(faulty: Path) -> None:
    done = shell(faulty, 'yes "a: b" | "$@" validate - --output-format concise')
    assert done.returncode == 1
    assert "S001" in done.stdout


def interrupt(folder: Path, after: float, *words: str, held: tuple[str, ...] = HELD) -> "tuple[int, str]":
    """Press Ctrl-C some seconds after the start; return how the command ended, and what it had said."""
    process = subprocess.Popen(
        [*held, *COMMAND, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=environment(TMPDIR=str(folder.parent)),
    )
    time.sleep(after)
    # A terminal sends it to all that run on it.
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def check_interruption(folder: Path, after: float, *words: str) -> None:
    """Hold a command that is interrupted to the rules: it ends as asked, or has ended, and leaves nothing behind."""
    code, err = interrupt(folder, after, *words)
    assert code in {0, 1, 130, -signal.SIGINT}, err
    assert "Traceback" not in err
    assert not list(folder.rglob(".briefgen-*"))


@pytest.mark.parametrize("milliseconds", seldom(range(0, 401, 40), (40, 120, 240)))
def test_ctrl_c_ends_a_command_without_a_traceback(newsroom: Path, milliseconds: int) -> None:
    check_interruption(newsroom, milliseconds / 1000, *PROMPT_WORDS)


@pytest.mark.nightly
@pytest.mark.parametrize("words", [PROMPT_WORDS, ("validate",), ("validate", "--fix"), ("baseline",), ("new", "Title")])
@pytest.mark.parametrize("milliseconds", range(0, 801, 10))
def test_ctrl_c_ends_every_command_at_every_moment(newsroom: Path, words: tuple[str, ...], milliseconds: int) -> None:
    check_interruption(newsroom, milliseconds / 1000, *words)


def test_run_holds_ctrl_c_back_while_python_starts() -> None:
    assert f'exec {" ".join(HELD)} "$venv/bin/briefgen" "$@"' in (ROOT / "run").read_text(encoding="utf-8")


def test_what_must_not_be_cut_short_is_not(request: pytest.FixtureRequest) -> None:
    # In the background of a shell, the signal is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    done = []

    def work() -> None:
        with unbroken():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("to the end")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["to the end"]
