"""Spreads work over processes forked from this one, which has loaded and prepared everything already."""

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Generic, NamedTuple, TypeVar

from briefgen.compile.errors import CommandError

Result = TypeVar("Result")


class Died(NamedTuple):
    """The process that did a task has died."""

    how: str


class _Refused(NamedTuple):
    """A task that could not be done."""

    message: str
    hint: str


def can_fork() -> bool:
    """Return whether this system can copy a running process."""
    return "fork" in multiprocessing.get_all_start_methods()


def run_forked(
    count: int, work: Callable[[int], Result], jobs: int, *, close: Callable[[], None] = lambda: None
) -> Iterator[tuple[int, Result | Died]]:
    """Do the tasks 0 to `count` - 1 in `jobs` processes, and yield the result of each as it comes.

    Each process takes a run of tasks that follow one another, since neighbouring issues share what they read; one that
    is through helps another with the end of its run. If a process dies, its task has failed and another takes its
    place. Results must be picklable. Each process calls `close` at its end.

    Raises:
        CommandError: a task could not be done.
    """
    crew = _Crew(count, work, min(jobs, count), close)
    try:
        yield from crew.run()
    finally:
        crew.dismiss()


class _Worker(Generic[Result]):
    """A process, its end of the line, what it is at, and what it has before it."""

    def __init__(
        self, work: Callable[[int], Result], ahead: deque[int], lines: Sequence[Connection], close: Callable[[], None]
    ) -> None:
        """`lines` are this process's ends of the lines to the other workers."""
        self.ahead = ahead
        self.task: int | None = None
        context = multiprocessing.get_context("fork")
        self.line, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, (*lines, self.line), work, close))
        self.process.start()
        other.close()

    def begin(self, task: int) -> None:
        self.task = task
        self.line.send(task)

    def receive(self) -> Result | Died:
        """Return the result of its task, or that it has died.

        Raises:
            CommandError: the task could not be done.
        """
        try:
            result = self.line.recv()
        except (EOFError, OSError):
            self.process.join()
            code = self.process.exitcode or 0
            return Died(f"signal {-code}" if code < 0 else f"exit code {code}")
        if isinstance(result, _Refused):
            raise CommandError(result.message, result.hint)
        return result  # type: ignore[no-any-return]


class _Crew(Generic[Result]):
    def __init__(self, count: int, work: Callable[[int], Result], jobs: int, close: Callable[[], None]) -> None:
        self._work = work
        self._close = close
        self._left = count
        bounds = [count * place // jobs for place in range(jobs + 1)]
        runs = (deque(range(start, end)) for start, end in itertools.pairwise(bounds))
        self._workers: list[_Worker[Result]] = []
        for ahead in runs:
            self._workers.append(self._hire(ahead))

    def _hire(self, ahead: deque[int]) -> "_Worker[Result]":
        lines = [each.line for each in self._workers if not each.line.closed]
        return _Worker(self._work, ahead, lines, self._close)

    def run(self) -> Iterator[tuple[int, Result | Died]]:
        for worker in self._workers:
            self._assign(worker)
        while self._left:
            busy: dict[object, _Worker[Result]] = {each.line: each for each in self._workers if each.task is not None}
            for line in wait(list(busy)):  # type: ignore[arg-type]
                worker = busy[line]
                task, result = worker.task, worker.receive()
                self._left -= 1
                if isinstance(result, Died):
                    worker = self._replace(worker)
                self._assign(worker)
                if task is not None:
                    yield task, result

    def _assign(self, worker: "_Worker[Result]") -> None:
        """Give a worker its next task, or the second half of the longest run that another has before it."""
        worker.task = None
        if not worker.ahead:
            longest = max((each.ahead for each in self._workers), key=len)
            taken = [longest.pop() for _ in range((len(longest) + 1) // 2)]
            worker.ahead.extend(reversed(taken))
        if worker.ahead:
            worker.begin(worker.ahead.popleft())

    def _replace(self, worker: "_Worker[Result]") -> "_Worker[Result]":
        worker.line.close()
        new = self._hire(worker.ahead)
        self._workers[self._workers.index(worker)] = new
        return new

    def dismiss(self) -> None:
        """End all processes: those that wait for a task at once, those at work because their results are not wanted."""
        for worker in self._workers:
            worker.line.close()
        for worker in self._workers:
            if worker.task is not None:
                worker.process.terminate()
            worker.process.join()


def _serve(
    line: Connection, parents: Sequence[Connection], work: Callable[[int], Result], close: Callable[[], None]
) -> None:
    """Do tasks until nobody sends any."""
    # Otherwise the workers themselves would keep the lines open after the parent has gone.
    for each in parents:
        each.close()
    try:
        while True:
            line.send(_try(work, line.recv()))
    except (EOFError, OSError):
        return
    finally:
        close()


def _try(work: Callable[[int], Result], task: int) -> Result | _Refused:
    try:
        return work(task)
    except CommandError as fault:
        return _Refused(str(fault), fault.hint)
