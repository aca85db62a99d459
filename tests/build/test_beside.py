"""Work beside this process comes to the same as work in it, whatever becomes of the copy."""

import os
import signal

import pytest

from briefgen.build import beside
from briefgen.build.beside import Beside


@pytest.fixture(params=["beside", "here"], autouse=True)
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    # Under pytest-xdist a worker has a thread of its own, and would not be copied.
    monkeypatch.setattr(beside, "can_fork", lambda: request.param == "beside")
    return str(request.param)


def test_the_result_is_the_same_and_found_once(place: str) -> None:
    work = Beside(lambda: {"process": os.getpid()}, shared=None, at_once=True)
    assert work.result() is work.result()
    assert (work.result()["process"] == os.getpid()) == (place == "here")


def test_nothing_is_begun_that_shall_wait() -> None:
    assert Beside(os.getpid, shared=None, at_once=False).result() == os.getpid()


def test_a_fault_of_the_work_is_seen_here() -> None:
    def fail() -> None:
        message = "no"
        raise LookupError(message)

    with pytest.raises(LookupError):
        Beside(fail, shared=None, at_once=True).result()


def test_a_copy_that_is_killed_is_no_loss() -> None:
    home = os.getpid()

    def die() -> str:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert Beside(die, shared=None, at_once=True).result() == "done"


def test_a_result_that_cannot_travel_is_found_here() -> None:
    assert callable(Beside(lambda: lambda: 1, shared=None, at_once=True).result())


def test_what_is_shared_stays_one() -> None:
    text = ["text"]
    assert Beside(lambda: {"of": text}, shared=text, at_once=True).result()["of"] is text


def test_a_copy_ends_when_nobody_waits_for_it(place: str) -> None:
    work = Beside(lambda: bytes(1_000_000), shared=None, at_once=True)
    if place == "beside":
        assert work._copy is not None
        number, source = work._copy
        os.close(source)
        assert os.waitpid(number, 0)[1] != 0
