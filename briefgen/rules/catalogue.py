"""Every rule there is, in the order of its code."""

from briefgen.rules.accessibility import image_without_alt
from briefgen.rules.citation import (
    ambiguous_source,
    citation_after_period,
    duplicate_source,
    future_date,
    group_order,
    impossible_date,
    malformed_citation,
    missing_date,
    repeated_in_group,
    undefined_source,
    unused_source,
    year_elision,
)
from briefgen.rules.dates import ambiguous_date, relative_date, stale_relative_date, weekday_mismatch
from briefgen.rules.evidence import (
    distant_citation,
    outlet_named_not_cited,
    single_source_item,
    uncited_item,
    uncited_paragraph,
    uncited_quotation,
    uncited_statistic,
    vague_attribution,
)
from briefgen.rules.printing import missing_glyph
from briefgen.rules.rule import Rule
from briefgen.rules.structure import (
    bad_field,
    bad_suppression,
    invalid_yaml,
    issue_sequence,
    over_limit,
    placeholder_left,
    unknown_key,
    unsupported_markup,
    unusable_image,
)
from briefgen.rules.typography import (
    cjk_punctuation,
    dash_style,
    invisible_character,
    missing_final_period,
    quote_lead_in,
    quote_style,
    repeated_word,
    stray_capital,
    stray_space,
    unbalanced_pair,
)

RULES: tuple[Rule, ...] = (
    image_without_alt.RULE,
    malformed_citation.RULE,
    undefined_source.RULE,
    ambiguous_source.RULE,
    unused_source.RULE,
    duplicate_source.RULE,
    repeated_in_group.RULE,
    group_order.RULE,
    citation_after_period.RULE,
    missing_date.RULE,
    impossible_date.RULE,
    future_date.RULE,
    year_elision.RULE,
    weekday_mismatch.RULE,
    relative_date.RULE,
    stale_relative_date.RULE,
    ambiguous_date.RULE,
    uncited_item.RULE,
    uncited_paragraph.RULE,
    uncited_quotation.RULE,
    uncited_statistic.RULE,
    vague_attribution.RULE,
    outlet_named_not_cited.RULE,
    distant_citation.RULE,
    single_source_item.RULE,
    missing_glyph.RULE,
    invalid_yaml.RULE,
    unknown_key.RULE,
    bad_field.RULE,
    placeholder_left.RULE,
    issue_sequence.RULE,
    bad_suppression.RULE,
    over_limit.RULE,
    unsupported_markup.RULE,
    unusable_image.RULE,
    unbalanced_pair.RULE,
    quote_style.RULE,
    invisible_character.RULE,
    repeated_word.RULE,
    stray_space.RULE,
    stray_capital.RULE,
    missing_final_period.RULE,
    dash_style.RULE,
    quote_lead_in.RULE,
    cjk_punctuation.RULE,
)


def find_rule(word: str) -> Rule | None:
    """Return the rule with a code or name."""
    return next((rule for rule in RULES if word in {rule.name, rule.code} or word.upper() == rule.code), None)
