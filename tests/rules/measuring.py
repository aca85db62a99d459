"""Makes `briefgen/rules/precision_data.py`: the figures of the labels, and the fixes that documented examples get."""

import json
from pathlib import Path

from briefgen.rules import RULES, Rule
from tests.rules.labels import measure, read_labels
from tests.rules.test_documented_examples import complete, report

MODULE = Path(__file__).parents[2] / "briefgen" / "rules" / "precision_data.py"


def find_figures() -> dict[str, tuple[int, int, int, str]]:
    """Return for each measured rule: right, labelled, how many of these in texts it was made on, and a remark."""
    figures = {code: measure(labels) for code, labels in sorted(read_labels().items())}
    return {code: (each.right, each.labelled, each.on_own_texts, each.remark) for code, each in figures.items()}


def find_fixes() -> dict[str, str]:
    """Return which fixes each rule has that has some: `safe`, `unsafe`, or `both`."""
    found = ((rule.code, _kinds_of(rule)) for rule in RULES)
    return {code: "both" if len(kinds) > 1 else kinds.pop() for code, kinds in found if kinds}


def _kinds_of(rule: Rule) -> set[str]:
    texts = (complete(example.bad, is_broken=rule.code == "S001") for example in rule.examples)
    fixes = (each.finding.fix for text in texts for each in report(rule, text))
    return {"safe" if fix.is_safe else "unsafe" for fix in fixes if fix}


def make_module() -> str:
    """Return the module, its own words kept."""
    head = MODULE.read_text(encoding="utf-8").partition("\nMEASURED:")[0]
    rows = [
        f'    "{code}": ({right}, {labelled}, {own}, {json.dumps(remark, ensure_ascii=False)}),\n'
        for code, (right, labelled, own, remark) in find_figures().items()
    ]
    fixes = [f'    "{code}": "{kind}",\n' for code, kind in find_fixes().items()]
    return (
        f"{head}\nMEASURED: dict[str, tuple[int, int, int, str]] = {{\n{''.join(rows)}}}\n"
        f"FIXES: dict[str, str] = {{\n{''.join(fixes)}}}\n"
    )
