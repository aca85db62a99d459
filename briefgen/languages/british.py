"""British English, and English everywhere but in America.

Neither the words nor the marks were checked against a published newsletter.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="No {number}",
    contents="This week",
    feature="Feature",
    briefs="Briefs",
    notes="Notes",
    corrections="Corrections",
    sources="Sources",
    byline="By {authors}",
    undated="undated",
    state_media="state media",
    social="{author} on {outlet}",
    archived_copy="Archived copy",
    archived_copy_of="Archived copy, {date}",
    archived_on="Archived {date}.",
    accessed_on="Accessed {date}.",
    citation_needed="[citation needed: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Set in {faces}.",
    compiled="Compiled with briefgen.",
    draft="Draft. Not for publication.",
    draft_mark="DRAFT",
    draft_state="State of this issue",
    skip="Skip to the feature",
    table="Table",
    back_to_note="Back to note {number} in the text",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    stop=".",
    aside=" ({words})",
    quote_open="‘",
    quote_close="’",
)
