"""The one kind of exception for what is wrong with a call or a machine, and not with a text."""


class CommandError(Exception):
    """briefgen could not run: a missing file or library, a bad setting. The command ends with exit code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
