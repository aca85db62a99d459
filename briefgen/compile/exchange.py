"""Exchanges two files or folders in one step, where the system can do that."""

import ctypes
import errno
import os
from pathlib import Path

_EXCHANGE = 2
_HERE = -100
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files or folders atomically; return False if the system cannot (Linux 3.15+, not NFS).

    Raises:
        OSError: one of them is missing, or the system refuses.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    rename = getattr(libc, "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _UNSUPPORTED:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
