"""The exception for wrong calls and missing prerequisites, as opposed to faults in a text."""


class CommandError(Exception):
    """briefgen cannot run: a missing file or library, or a bad setting. The command exits with code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
