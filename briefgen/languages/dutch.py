"""Dutch.

The labels were checked against:

- https://www.nrc.nl/nieuws/2007/12/13/correcties-aanvullingen-11451745-a887262 and four more of that column:
  `corrections`.
- Debian pages, webwml/dutch/po/newsevents.nl.po: `back_to_note`.
- CSL, locales-nl-NL.xml of 2026-01-10: `number`, `byline`, `undated`, `accessed_on`.
- reference lists in public files: `accessed_on`.
- CLDR: `quote_open`, `quote_close`.
- Pandoc, nl.yaml: `table`.
- Quarto, _language-nl.yml: `table`.
- Congo, nl.yaml: `draft`, `draft_mark`.
- WordPress, nl_NL: `byline`, `draft`, `draft_mark`.
- MediaWiki, nl.json: `skip`.

Debian’s translators say “uitgave” for an issue; CSL says “nummer”, and has “ ” for quotations.

Nothing was found for `contents`, `feature`, `briefs`, `notes`, `sources`, `state_media`, `social`, `archived_copy`,
`archived_copy_of`, `archived_on`, `citation_needed`, `document_title`, `set_in`, `compiled`, `draft_state`,
`read_on_web`, `read_on`, `unsubscribe`, `issues`, `all_issues`, `authors`, `outlets`, `citations`, `first_cited`,
`last_cited`, `cited_in`, `most_cited`, `previous_issue`, `next_issue`, `not_found`, `not_found_help`, `moved`,
`skip_to_content`, `site_pages`, `more_pages`, `search`, `search_issues`, `year`, `section`, `outlet`, `any_value`,
`results_found`, `nothing_found`, `more_results`, `search_needs_script`, `search_needs_server`, `search_failed`,
`search_instead`.
"""

from briefgen.model import Labels

LABELS = Labels(
    number="Nr. {number}",
    contents="In dit nummer",
    feature="Hoofdartikel",
    briefs="Kort",
    notes="Noten",
    corrections="Correcties",
    sources="Bronnen",
    byline="Door {authors}",
    undated="zonder datum",
    state_media="staatsmedium",
    social="{author} op {outlet}",
    archived_copy="Gearchiveerde kopie",
    archived_copy_of="Gearchiveerde kopie, {date}",
    archived_on="Gearchiveerd op {date}.",
    accessed_on="Geraadpleegd op {date}.",
    citation_needed="[bron ontbreekt: {key}]",
    document_title="{name} {number}: {title}",
    set_in="Gezet uit {faces}.",
    compiled="Gemaakt met briefgen.",
    draft="Concept. Niet voor publicatie.",
    draft_mark="Concept",
    draft_state="Status van dit nummer",
    skip="Naar het hoofdartikel springen",
    table="Tabel",
    back_to_note="Terug naar noot {number} in de tekst",
    read_on_web="Lees op het web",
    read_on="Lees verder",
    unsubscribe="Uitschrijven",
    issues="Nummers",
    all_issues="Alle nummers",
    authors="Auteurs",
    outlets="Media",
    citations="Verwijzingen",
    first_cited="Eerst geciteerd",
    last_cited="Laatst geciteerd",
    cited_in="Geciteerd in",
    most_cited="Meest geciteerd",
    previous_issue="Vorig nummer",
    next_issue="Volgend nummer",
    not_found="Pagina niet gevonden",
    not_found_help="Op dit adres is niets te vinden. De startpagina toont alle nummers.",
    moved="Deze pagina is verhuisd",
    skip_to_content="Naar de inhoud",
    site_pages="Pagina’s van deze site",
    more_pages="Meer pagina’s",
    search="Zoeken",
    search_issues="In alle nummers zoeken",
    year="Jaar",
    section="Rubriek",
    outlet="Medium",
    any_value="Alle",
    results_found="Resultaten: {count}",
    nothing_found="Niets gevonden.",
    more_results="Meer resultaten tonen",
    search_needs_script="Zoeken vereist JavaScript, dat in deze browser is uitgeschakeld.",
    search_needs_server="Zoeken werkt op een website, maar niet in een pagina die als bestand is geopend.",
    search_failed="De zoekfunctie kon niet worden geladen.",
    search_instead="Alle nummers zijn ook hier te vinden:",
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
