"""British English, and English everywhere but in America.

The labels were checked against:

- http://www.theguardian.com/theguardian/series/correctionsandclarifications?page=7: `corrections`.
- https://www.bbc.co.uk/helpandfeedback/corrections_clarifications: `corrections`.
- CSL, locales-en-GB.xml of 2026-01-10: `notes`, `byline`, `accessed_on`, `quote_open`, `quote_close`.
- Pandoc, en.yaml: `table`.
- Congo, en.yaml: `draft`, `draft_mark`, `skip`.

The CLDR has “ ” for quotations; CSL says “no date”.

Nothing was found for `number`, `contents`, `feature`, `briefs`, `sources`, `undated`, `state_media`, `social`,
`archived_copy`, `archived_copy_of`, `archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`,
`draft_state`, `back_to_note`, `read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`,
`citations`, `first_cited`, `last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`,
`not_found_help`, `moved`, `skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`,
`outlet`, `any_value`, `results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`,
`search_failed`, `search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="No {number}",
    contents="This week",
    feature="Feature",
    briefs="Briefs",
    notes="Notes",
    corrections="Corrections and clarifications",
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
    quote_open="‘",
    quote_close="’",
)
