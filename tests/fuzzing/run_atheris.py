"""Fuzzes one target in this process: `python -m tests.fuzzing.run_atheris TARGET CORPUS [FLAG…]`, for libFuzzer."""

import sys
import warnings
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["briefgen", "markdown", "yaml"]):
    from tests.fuzzing.targets import TARGETS


def main() -> None:
    """Write the first inputs into the corpus, and go on from there until the time is up."""
    name, corpus = sys.argv[1:3]
    warnings.simplefilter("ignore")
    for seed in TARGETS[name].seeds():
        (Path(corpus) / sha256(seed).hexdigest()).write_bytes(seed)
    atheris.Setup([sys.argv[0], corpus, *sys.argv[3:]], TARGETS[name].try_)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
