"""What the environment says about where to keep things, and how many processors there are."""

import os
from pathlib import Path

from briefgen.compile.cache import Cache


def open_cache() -> Cache | None:
    """Return briefgen's cache, or None if there is no home folder."""
    named = os.environ.get("BRIEFGEN_CACHE") or os.environ.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        return Cache(Path(named) if os.environ.get("BRIEFGEN_CACHE") else Path(named) / "briefgen")
    home = os.environ.get("HOME")
    return Cache(Path(home) / ".cache" / "briefgen") if home else None


def count_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
