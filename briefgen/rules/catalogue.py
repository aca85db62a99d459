"""The list of all rules, ordered by code."""

import re

from briefgen.model import nearest
from briefgen.rules.accessibility import (
    broken_outline,
    image_without_alt,
    untagged_foreign_text,
    vague_link_text,
)
from briefgen.rules.citation import (
    ambiguous_outlet,
    ambiguous_source,
    citation_after_period,
    conflicting_source,
    duplicate_source,
    future_date,
    group_order,
    homepage_as_source,
    host_mismatch,
    impossible_date,
    insecure_url,
    keyed_citation,
    malformed_citation,
    misplaced_citation,
    missing_archive,
    missing_date,
    missing_url,
    opaque_url,
    outlet_variant,
    prior_coverage,
    repeated_in_group,
    social_without_author,
    split_group,
    tertiary_source,
    tracking_parameters,
    typed_citation,
    undefined_source,
    unknown_outlet,
    unlabelled_state_media,
    untranslated_source,
    unused_source,
    url_date_mismatch,
    year_elision,
)
from briefgen.rules.dates import (
    ambiguous_date,
    conflicting_dates,
    date_style,
    impossible_day,
    relative_date,
    stale_relative_date,
    weekday_mismatch,
)
from briefgen.rules.evidence import (
    distant_citation,
    growth_of_growth,
    outlet_named_not_cited,
    single_source_item,
    uncited_item,
    uncited_paragraph,
    uncited_quotation,
    uncited_statistic,
    vague_attribution,
)
from briefgen.rules.mail import email_clipped, preheader_missing, subject_too_long, summary_length
from briefgen.rules.names import (
    abbreviation_style,
    acronym_definition,
    acronym_mismatch,
    gloss_inconsistent,
    heading_case,
    house_term,
    hyphenation_variant,
    name_spelling,
    name_variant,
    open_compound,
    place_type_conflict,
    undefined_acronym,
)
from briefgen.rules.printing import missing_glyph
from briefgen.rules.rule import Rule
from briefgen.rules.structure import (
    bad_field,
    bad_suppression,
    comment_in_value,
    folded_body,
    invalid_yaml,
    issue_sequence,
    over_limit,
    pasted_list,
    placeholder_left,
    sample_text,
    unknown_key,
    unlikely_value,
    unread_file,
    unsupported_markup,
    unusable_image,
)
from briefgen.rules.typography import (
    adverb_hyphen,
    apostrophe_style,
    cjk_punctuation,
    dash_style,
    everyday,
    figure_compound,
    garbled_character,
    invisible_character,
    its_apostrophe,
    lopsided_dash,
    misplaced_comma,
    missing_final_period,
    misspelling,
    noun_as_verb,
    plural_possessive,
    quote_lead_in,
    quote_style,
    repeated_word,
    stray_capital,
    stray_space,
    unbalanced_pair,
    unclosed_comma,
)

RULES: tuple[Rule, ...] = (
    image_without_alt.RULE,
    vague_link_text.RULE,
    broken_outline.RULE,
    untagged_foreign_text.RULE,
    malformed_citation.RULE,
    undefined_source.RULE,
    ambiguous_source.RULE,
    unused_source.RULE,
    duplicate_source.RULE,
    repeated_in_group.RULE,
    group_order.RULE,
    citation_after_period.RULE,
    typed_citation.RULE,
    keyed_citation.RULE,
    conflicting_source.RULE,
    prior_coverage.RULE,
    misplaced_citation.RULE,
    split_group.RULE,
    missing_date.RULE,
    impossible_date.RULE,
    future_date.RULE,
    year_elision.RULE,
    url_date_mismatch.RULE,
    missing_url.RULE,
    insecure_url.RULE,
    tracking_parameters.RULE,
    opaque_url.RULE,
    homepage_as_source.RULE,
    missing_archive.RULE,
    outlet_variant.RULE,
    unknown_outlet.RULE,
    host_mismatch.RULE,
    ambiguous_outlet.RULE,
    social_without_author.RULE,
    tertiary_source.RULE,
    unlabelled_state_media.RULE,
    untranslated_source.RULE,
    weekday_mismatch.RULE,
    relative_date.RULE,
    stale_relative_date.RULE,
    ambiguous_date.RULE,
    impossible_day.RULE,
    conflicting_dates.RULE,
    date_style.RULE,
    uncited_item.RULE,
    uncited_paragraph.RULE,
    uncited_quotation.RULE,
    uncited_statistic.RULE,
    vague_attribution.RULE,
    outlet_named_not_cited.RULE,
    distant_citation.RULE,
    single_source_item.RULE,
    growth_of_growth.RULE,
    subject_too_long.RULE,
    preheader_missing.RULE,
    email_clipped.RULE,
    summary_length.RULE,
    undefined_acronym.RULE,
    acronym_definition.RULE,
    abbreviation_style.RULE,
    name_variant.RULE,
    hyphenation_variant.RULE,
    place_type_conflict.RULE,
    gloss_inconsistent.RULE,
    heading_case.RULE,
    house_term.RULE,
    open_compound.RULE,
    acronym_mismatch.RULE,
    name_spelling.RULE,
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
    comment_in_value.RULE,
    folded_body.RULE,
    pasted_list.RULE,
    sample_text.RULE,
    unread_file.RULE,
    unlikely_value.RULE,
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
    misplaced_comma.RULE,
    unclosed_comma.RULE,
    garbled_character.RULE,
    misspelling.RULE,
    its_apostrophe.RULE,
    plural_possessive.RULE,
    adverb_hyphen.RULE,
    figure_compound.RULE,
    noun_as_verb.RULE,
    everyday.RULE,
    lopsided_dash.RULE,
    apostrophe_style.RULE,
)


def find_rule(word: str) -> Rule | None:
    """Return the rule with a code or name, or None."""
    return next((rule for rule in RULES if word in {rule.name, rule.code} or word.upper() == rule.code), None)


def advise_rule(word: str) -> str:
    """Return what to do about a word that names no rule."""
    first, _, rest = word.strip().partition(" ")
    named = find_rule(first.rstrip(":,;"))
    if named is not None and (words := re.split(r"[\s,;]+", rest.strip())) and all(map(find_rule, words)):
        return f"put commas between the rules: `[{', '.join([first.rstrip(':,;'), *words])}]`"
    if named is not None and rest.strip():
        return f"write `{{rule: {named.code}, reason: {rest.strip(' -–—:')[:60]}}}`"
    folded = word.strip().casefold().replace("_", "-").replace(" ", "-")
    close = nearest(folded, (rule.name for rule in RULES)) or _most_alike(folded)
    return f"did you mean `{close}`? `briefgen rule` lists them all" if close else "`briefgen rule` lists them"


def _most_alike(word: str) -> str:
    """Return the one rule whose name shares the most words with another name, and two at least or its last."""
    words = set(word.split("-"))
    counts = {rule.name: len(words & set(rule.name.split("-"))) for rule in RULES}
    best = [name for name, count in counts.items() if count == max(counts.values())]
    shares = counts[best[0]]
    return best[0] if len(best) == 1 and shares * 3 >= len(words) else ""
