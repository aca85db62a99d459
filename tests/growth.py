"""Tells linear work from quadratic on any machine: by how much longer four times the input takes."""

import gc
import time
from collections.abc import Callable

TIMES = 4
# Quadratic work would take sixteen times as long. Noise of less than a twentieth of a second is none.
ALLOWED = 2 * TIMES
NOISE = 0.05


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Do the work at a quarter of a size and at the whole, and compare the processor time of the fastest of three."""
    quarter, whole = _measure(work, size // TIMES), _measure(work, size)
    assert whole < ALLOWED * quarter + NOISE, f"{whole:.3f} s for {size:,}, {quarter:.3f} s for a quarter"


def _measure(work: Callable[[int], object], size: int) -> float:
    spent = []
    # As in `timeit`: a collection takes as long as all that other tests have left in memory.
    gc.disable()
    try:
        for _ in range(3):
            begun = time.process_time()
            work(size)
            spent.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(spent)
