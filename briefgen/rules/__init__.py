"""The rules: what a careful copy editor would point out, one module for each rule."""

from briefgen.rules.catalogue import RULES, find_rule
from briefgen.rules.rule import Example, Rule
from briefgen.rules.run import choose_rules, find_idle, run_rules, unknown_words, wants_spelling

__all__ = [
    "RULES",
    "Example",
    "Rule",
    "choose_rules",
    "find_idle",
    "find_rule",
    "run_rules",
    "unknown_words",
    "wants_spelling",
]
