"""Hypothesis tries what is fuzzed: noise, and what one knows to be valid with a few changes."""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.targets import TARGETS
from tests.hostile.pictures import part, riff, segment
from tests.hostile.test_yaml import mutate

EXAMPLES = 600
LONG = 20_000


def inputs(name: str) -> "st.SearchStrategy[bytes]":
    """Return noise, text, and changed inputs of a kind."""
    seeds = st.sampled_from(list(TARGETS[name].seeds()))
    changed = st.tuples(seeds, st.integers(0, 2**32)).map(lambda drawn: mutate(drawn[0], random.Random(drawn[1])))  # noqa: S311
    return st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore")) | changed


def attempt(name: str, examples: int) -> None:
    try_ = TARGETS[name].try_

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(inputs(name))
    def test(data: bytes) -> None:
        try_(data)

    test()


@pytest.mark.parametrize("name", TARGETS)
def test_the_first_inputs_pass(name: str) -> None:
    for seed in list(TARGETS[name].seeds())[:6]:
        TARGETS[name].try_(seed)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        # An open bracket, and a note before it with the closing one.
        ("citations", b"[^n]:]\n\n[^n][@"),
        # Sizes that stand in the chunk after the one that states them, which is not kept.
        ("pictures", riff(part(b"VP8 ", b"")) + b"\0\0\0\0\x12\x12\0\0\0\xff\xd8\xff\xc4\0\x1f\0"),
        ("pictures", riff(part(b"VP8L", b"\x2f"), part(b"NONE", bytes(8)))),
        (
            "pictures",
            b"\xff\xd8" + segment(0xC0, b"") + segment(0xFE, b"\0\x08\0\x08") + segment(0xDA, b"") + b"\xff\xd9",
        ),
    ],
)
def test_what_was_found_passes(name: str, data: bytes) -> None:
    TARGETS[name].try_(data)


@pytest.mark.attacks
@pytest.mark.parametrize("name", TARGETS)
def test_changed_inputs_are_read_or_refused(name: str) -> None:
    attempt(name, EXAMPLES)


@pytest.mark.nightly
@pytest.mark.parametrize("name", TARGETS)
def test_many_changed_inputs_are_read_or_refused(name: str) -> None:
    attempt(name, int(os.environ.get("BRIEFGEN_EXAMPLES", LONG)))
