"""A progress bar on a terminal."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefgen.cli.terminal import plain_stream


@contextmanager
def show_progress(total: int, *, wanted: bool) -> Iterator[Callable[[], object] | None]:
    """Show a bar of what is done and the time left on a terminal, where the work is long; yields None elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty() or (total == 1 and not wanted):
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - takes 130 ms, and only terminals need it
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    left = (TextColumn("left"), TimeRemainingColumn(compact=True)) if total > 1 else ()
    shown = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), *left)
    # The bar hides the cursor, so Ctrl-C must let it end.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with Progress(*shown, console=Console(file=plain_stream(sys.stderr)), transient=True) as bar:
            task = bar.add_task("building", total=total)
            yield lambda: bar.advance(task)
    finally:
        signal.signal(signal.SIGINT, before)
