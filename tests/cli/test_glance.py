"""A glance at the command line reads it as Typer does, or leaves it to Typer."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from briefgen.cli import app as surface
from briefgen.cli.calls import CALLS, BuildCall, Call, Option, parameters_of
from briefgen.cli.glance import read_call

NAMES = sorted(
    name
    for kind in CALLS.values()
    for parameter in parameters_of(kind)
    if isinstance(parameter.surface, Option)
    for name in parameter.surface.names
)
VALUES = ["133", "-", "--", "full", "json", "html,pdf", "x", "", "-x", "-fhtml", "-1", "--help", "-h", "--strct"]
WORDS = (
    st.sampled_from([*NAMES, *VALUES])
    | st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(VALUES))
    | st.text(max_size=4)
)


def read_with_typer(words: Sequence[str]) -> Call | None:
    """What Typer makes of a command line; None where it refuses."""
    calls: list[Call] = []

    def keep(call: Call) -> int:
        calls.append(call)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(surface, "answer", keep)
        CliRunner().invoke(surface.app, list(words))
    return calls[0] if calls else None


@given(st.sampled_from(sorted(CALLS)), st.lists(WORDS, max_size=5))
def test_what_is_read_at_a_glance_typer_reads_alike(command: str, words: list[str]) -> None:
    glanced = read_call([command, *words])
    assert glanced is None or glanced == read_with_typer([command, *words])


@pytest.mark.parametrize(
    ("words", "call"),
    [
        (["build"], BuildCall()),
        (
            ["build", "133", "--format", "html,markdown", "x.yaml"],
            BuildCall(issues=["133", "x.yaml"], formats=["html,markdown"]),
        ),
        (["build", "--format=html", "-f", "pdf", "--draft"], BuildCall(formats=["html", "pdf"], draft=True)),
    ],
)
def test_usual_calls_do_not_wait_for_typer(words: list[str], call: Call) -> None:
    assert read_call(words) == call == read_with_typer(words)


@pytest.mark.parametrize(
    "words",
    [[], ["rule"], ["--version"], ["build", "--help"], ["build", "--frmat"], ["build", "-f"], ["build", "--draft=1"],
     ["validate", "--output-format", "word"], ["build", "--", "-x"], ["build", "-fhtml"]],
)  # fmt: skip
def test_everything_else_is_left_to_typer(words: list[str]) -> None:
    assert read_call(words) is None
