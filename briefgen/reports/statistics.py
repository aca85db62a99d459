"""The number of diagnostics of each rule."""

from collections import Counter
from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic


def format_statistics(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a line for each reported rule, most frequent first: `12  C301  missing-url`."""
    counts = Counter((each.code, each.name) for each in diagnostics)
    wide = max((len(str(count)) for count in counts.values()), default=1)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:>{wide}}  {code}  {name}\n" for (code, name), count in ranked)
