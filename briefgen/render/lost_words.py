"""The one fault of an output that no reader could see: words that are gone."""


class LostWordsError(Exception):
    """Words of the edition are missing from an output; the message says which, and from what."""
