"""Tells English text from passages in other languages that are not marked as such."""

import re

# Small words of other languages that are no English ones: where several stand nearby, the text is not English.
_FOREIGN = (
    r"\b(?:aber|als|auf|aus|bei|che|como|con|dans|das|dass|de|degli|dei|del|della|dem|der|des|di|du|durch|een|ein|eine|el|"
    r"et|het|il|ist|je|las|les|los|mais|mit|nach|nicht|och|oder|para|por|qu|que|sind|som|sur|um|una|und|une|voor|von|werden|"
    r"wir|wird|zu|zum|zur)\b"
)
_AROUND = 80
_FEWEST = 2
# Letters with accents: a foreign name has one or two.
_ACCENTED = r"[^\W\d_a-zA-Z]"
_MOST_ACCENTED = 3


def is_among_english(match: re.Match[str]) -> bool:
    """Return whether a match is not in a passage in another language."""
    around = match.string[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return len(re.findall(_FOREIGN, around)) < _FEWEST and len(re.findall(_ACCENTED, around)) <= _MOST_ACCENTED
