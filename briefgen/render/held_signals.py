"""Holds back Ctrl-C and requests to end while something short must not be cut off."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def unbroken() -> Iterator[None]:
    """Do a short piece of work to its end, so that it leaves nothing behind; what was held back comes after it.

    A process that is started meanwhile holds the same signals back from its start.
    """
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        del frame
        held.append(number)

    numbers = [number for name in _NAMES if signal.getsignal(number := getattr(signal, name)) != signal.SIG_IGN]
    # The mask is for the process that is started, the handlers are for other threads of this one.
    handlers = {number: signal.signal(number, hold) for number in numbers}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in held:
            signal.raise_signal(number)
