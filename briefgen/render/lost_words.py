"""The error for text that is missing from an output, which no reader would notice."""


class LostWordsError(Exception):
    """Text of the edition is missing from an output; the message says which, and from what."""
