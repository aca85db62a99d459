"""Parts of a build, for several machines, and their results put together."""

from collections.abc import Sequence
from typing import TypeVar

Any = TypeVar("Any")


def choose_shard(tasks: Sequence[Any], shard: int, shards: int) -> Sequence[Any]:
    """Return part `shard` (from 1) of `shards`: tasks that follow one another, as neighbouring issues share reading."""
    return tasks[len(tasks) * (shard - 1) // shards : len(tasks) * shard // shards]
