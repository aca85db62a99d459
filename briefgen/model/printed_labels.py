"""The labels printed around the author's text, in English; other languages have the same fields."""

from msgspec import Struct


class Labels(Struct, frozen=True, kw_only=True):
    """Words and punctuation; names in braces are placeholders."""

    number: str
    contents: str
    feature: str
    briefs: str
    notes: str
    corrections: str
    sources: str
    byline: str
    undated: str
    state_media: str
    social: str
    """An account on a social network: `{author}`, `{outlet}`."""
    archived_copy: str
    archived_copy_of: str
    archived_on: str
    accessed_on: str
    citation_needed: str
    document_title: str
    """`{name}` of the newsletter, `{number}`, `{title}` of the feature."""
    set_in: str
    compiled: str
    draft: str
    draft_mark: str
    """The watermark on PDF pages; may use only letters of `draft`, because the font subset has no others."""
    draft_state: str
    skip: str
    table: str
    back_to_note: str
    read_on_web: str
    """In a mail, the link to the page of the issue."""
    read_on: str
    """In a teaser, the link to the rest of an item."""
    unsubscribe: str
    issues: str
    all_issues: str
    authors: str
    outlets: str
    citations: str
    first_cited: str
    last_cited: str
    cited_in: str
    most_cited: str
    previous_issue: str
    next_issue: str
    not_found: str
    not_found_help: str
    """On the page for addresses that lead nowhere."""
    moved: str
    skip_to_content: str
    site_pages: str
    """The name of the navigation, for screen readers."""
    more_pages: str
    """The name of the links from one part of a long list to the others, for screen readers."""
    search: str
    search_issues: str
    """The name of the field for the words to search for."""
    year: str
    section: str
    outlet: str
    any_value: str
    """In a filter of the search, the choice that filters nothing."""
    results_found: str
    """`{count}` of issues."""
    nothing_found: str
    more_results: str
    search_needs_script: str
    search_needs_server: str
    search_failed: str
    search_instead: str
    """Before links to the lists of issues, where there is no search."""
    group_open: str
    group_close: str
    between_parts: str
    """Between the sources of one citation group."""
    comma: str
    """Between outlet and date, including the space."""
    colon: str
    """Between a name and what it announces, including the spaces."""
    stop: str
    aside: str
    """A translated title after the original one, including the space before it."""
    quote_open: str
    quote_close: str


ENGLISH = Labels(
    number="No. {number}",
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
    read_on_web="Read on the web",
    read_on="Continue reading",
    unsubscribe="Unsubscribe",
    issues="Issues",
    all_issues="All issues",
    authors="Authors",
    outlets="Outlets",
    citations="Citations",
    first_cited="First cited",
    last_cited="Last cited",
    cited_in="Cited in",
    most_cited="Most cited",
    previous_issue="Previous issue",
    next_issue="Next issue",
    not_found="Page not found",
    not_found_help="There is nothing at this address. The home page lists all issues.",
    moved="This page has moved",
    skip_to_content="Skip to content",
    site_pages="Pages of this site",
    more_pages="More pages",
    search="Search",
    search_issues="Search all issues",
    year="Year",
    section="Section",
    outlet="Outlet",
    any_value="All",
    results_found="Results: {count}",
    nothing_found="Nothing found.",
    more_results="Show more results",
    search_needs_script="The search needs JavaScript, which is off in this browser.",
    search_needs_server="The search works on a website, but not in a page that is opened as a file.",
    search_failed="The search could not be loaded.",
    search_instead="Find all issues here:",
    group_open="(",
    group_close=")",
    between_parts="; ",
    comma=", ",
    colon=": ",
    stop=".",
    aside=" ({words})",
    quote_open="“",
    quote_close="”",
)
"""The original labels, modelled on the newsletter that briefgen was first made for."""

LABEL_NAMES: tuple[str, ...] = Labels.__struct_fields__


def fill_label(label: str, **words: str) -> str:
    """Fill the placeholders of a label; unknown ones stay as they are."""
    for name, word in words.items():
        label = label.replace(f"{{{name}}}", word)
    return label
